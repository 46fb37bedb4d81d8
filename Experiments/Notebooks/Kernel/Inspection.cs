using System.Text;
using System.Text.Json.Nodes;
using Experiments.Notebooks.Cells;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Experiments.Notebooks.Kernel;

/// <summary>What the name at the cursor is: its signature and the summary of its documentation.</summary>
internal static class Inspection
{
    private const int MostOverloads = 10;

    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword)
        .WithLocalOptions(SymbolDisplayLocalOptions.IncludeType);

    /// <summary>The text; empty when there is nothing to say.</summary>
    internal static JsonObject At(CellSession session, string code, int cursor)
    {
        var place = CursorPlace.Of(session, code, cursor);
        ISymbol[] symbols = [.. Symbols(place).Where(symbol => symbol is not IErrorTypeSymbol)];
        if (symbols is not [ISymbol first, ..])
        {
            return [];
        }

        var text = new StringBuilder();
        foreach (ISymbol symbol in symbols.Take(MostOverloads))
        {
            text.Append(symbol.ToDisplayString(Signature)).Append('\n');
        }

        if (symbols.Length > MostOverloads)
        {
            text.Append($"… and {symbols.Length - MostOverloads} more overloads\n");
        }

        string summary = XmlSummary.Of(first, place.Model.Compilation);
        return new JsonObject { ["text"] = summary.Length == 0 ? text.ToString().TrimEnd() : $"{text}\n{summary}" };
    }

    private static IEnumerable<ISymbol> Symbols(CursorPlace place)
    {
        foreach (SyntaxNode node in Candidates(place))
        {
            SymbolInfo info = place.Model.GetSymbolInfo(node);
            ISymbol? symbol = info.Symbol ?? place.Model.GetDeclaredSymbol(node);
            if (symbol is not null)
            {
                return [symbol, .. Overloads(place, node).Where(other => !SymbolEqualityComparer.Default.Equals(other.OriginalDefinition, symbol.OriginalDefinition))];
            }

            ISymbol[] possible = info.CandidateSymbols.IsEmpty ? [.. Overloads(place, node)] : [.. info.CandidateSymbols];
            if (possible.Length > 0)
            {
                return possible;
            }
        }

        return [];
    }

    private static IEnumerable<ISymbol> Overloads(CursorPlace place, SyntaxNode node) => place.Model.GetMemberGroup(node);

    // The name that the cursor touches; else the call in whose brackets it stands.
    private static IEnumerable<SyntaxNode> Candidates(CursorPlace place)
    {
        foreach (int position in new[] { place.Position, place.Position - 1 }.Where(position => position >= 0))
        {
            SyntaxToken token = place.Root.FindToken(position);
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Span.Contains(position) && token.Parent is { } parent)
            {
                yield return parent;
            }
        }

        SyntaxNode? around = place.Root.FindToken(Math.Max(0, place.Position - 1)).Parent;
        switch (around?.FirstAncestorOrSelf<ArgumentListSyntax>()?.Parent)
        {
            case InvocationExpressionSyntax call:
                yield return call.Expression;
                break;
            case ObjectCreationExpressionSyntax creation:
                yield return creation;
                break;
        }
    }
}
