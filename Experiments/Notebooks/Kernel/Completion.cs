using System.Text.Json.Nodes;
using Experiments.Notebooks.Cells;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Experiments.Notebooks.Kernel;

/// <summary>The names that fit at the cursor: members after a dot; else variables, types and keywords.</summary>
/// <remarks>Roslyn's own completion is part of packages that do not restore where the project is built; its semantic model knows the names.</remarks>
internal static class Completion
{
    private static readonly string[] Keywords =
    [
        .. SyntaxFacts.GetKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds()).Select(SyntaxFacts.GetText).Where(word => word.All(char.IsLower)).Distinct(),
    ];

    /// <summary>The names, and the part of the code that one of them would replace.</summary>
    internal static JsonObject At(CellSession session, string code, int cursor)
    {
        var place = CursorPlace.Of(session, code, cursor);
        int start = place.Position;
        while (start > 0 && (char.IsLetterOrDigit(code[start - 1]) || code[start - 1] == '_'))
        {
            start--;
        }

        string begun = code[start..place.Position];
        (string Name, string Kind)[] names = place.IsInText || (begun.Length > 0 && char.IsDigit(begun[0])) ? [] : Names(place, code, start, begun);
        return new JsonObject
        {
            ["start"] = start,
            ["end"] = place.Position,
            ["names"] = new JsonArray([.. names.Select(name => JsonValue.Create(name.Name))]),
            ["kinds"] = new JsonArray([.. names.Select(name => JsonValue.Create(name.Kind))]),
        };
    }

    private static (string Name, string Kind)[] Names(CursorPlace place, string code, int start, string begun)
    {
        int dot = code.AsSpan(0, start).TrimEnd().Length - 1;
        IEnumerable<(string Name, string Kind)> names = dot >= 0 && code[dot] == '.'
            ? Members(place, dot).Select(Named)
            : place.Model.LookupSymbols(start).Where(symbol => begun.Length > 0 || symbol is not INamespaceOrTypeSymbol)
                .Where(IsOffered).Select(Named).Concat(Keywords.Select(word => (word, "keyword")));
        return
        [
            .. names.Where(name => name.Name.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
                .DistinctBy(name => name.Name)
                .OrderByDescending(name => name.Name.StartsWith(begun, StringComparison.Ordinal))
                .ThenBy(name => name.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static IEnumerable<ISymbol> Members(CursorPlace place, int dot)
    {
        ExpressionSyntax? left = place.Root.FindToken(dot).Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        if (left is null)
        {
            return [];
        }

        ISymbol? symbol = place.Model.GetSymbolInfo(left).Symbol;
        if ((symbol is IAliasSymbol alias ? alias.Target : symbol) is INamespaceOrTypeSymbol container)
        {
            return place.Model.LookupSymbols(dot + 1, container).Where(member => IsOffered(member) && (member.IsStatic || member is INamespaceOrTypeSymbol));
        }

        ITypeSymbol? type = place.Model.GetTypeInfo(left).Type;
        if (place.Root.FindToken(dot).Parent is MemberBindingExpressionSyntax && type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return type is null or IErrorTypeSymbol
            ? []
            : place.Model.LookupSymbols(dot + 1, type, includeReducedExtensionMethods: true)
                .Where(member => IsOffered(member) && !member.IsStatic && member is not INamedTypeSymbol);
    }

    // What the engine or the compiler puts beside the cell's own names is not offered, nor what its author hides from editors.
    private static bool IsOffered(ISymbol symbol) =>
        symbol.CanBeReferencedByName
        && (symbol.ContainingType?.Name != nameof(CellGlobals) || symbol.Name == nameof(CellGlobals.display))
        && !symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: 1 }]);

    private static (string Name, string Kind) Named(ISymbol symbol) => (
        symbol.Name,
        symbol switch
        {
            IMethodSymbol => "function",
            INamespaceSymbol => "module",
            ITypeSymbol { TypeKind: TypeKind.Interface } => "interface",
            ITypeSymbol => "class",
            IPropertySymbol or IEventSymbol => "property",
            _ => "instance",
        });
}
