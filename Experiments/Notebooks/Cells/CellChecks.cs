using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Experiments.Notebooks.Cells;

/// <summary>Puts a check into every loop and lambda of a cell, so that it stops when asked to, wherever it is.</summary>
/// <remarks>
/// Rejected: aborting the thread (<see cref="System.Runtime.ControlledExecution"/>) in the first place. Where a loop allocates or locks, an abort now and then ends the process
/// (.NET 10.0.12 on Linux, seen within 150 aborts) and with it what was computed. It is left as the last resort, for endless loops in libraries.
/// </remarks>
internal static class CellChecks
{
    private const string Check = "global::Experiments.Notebooks.Cells.CellStop.Check();";

    /// <summary>The code with checks, each line where it was.</summary>
    /// <param name="compilation">The code as it was written.</param>
    internal static string In(Compilation compilation)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        var model = new Lazy<SemanticModel>(() => compilation.GetSemanticModel(tree));
        var insertions = new List<(int Position, string Text)>();
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            insertions.AddRange(Insertions(node, model));
        }

        var code = new StringBuilder(tree.ToString());
        foreach ((int position, string text) in insertions.OrderByDescending(insertion => insertion.Position))
        {
            code.Insert(position, text);
        }

        return code.ToString();
    }

    private static IEnumerable<(int Position, string Text)> Insertions(SyntaxNode node, Lazy<SemanticModel> model) => node switch
    {
        WhileStatementSyntax loop => Around(loop.Statement),
        DoStatementSyntax loop => Around(loop.Statement),
        ForStatementSyntax loop => Around(loop.Statement),
        CommonForEachStatementSyntax loop => Around(loop.Statement),
        AnonymousFunctionExpressionSyntax { Block: { } block } => AtStartOf(block),
        LambdaExpressionSyntax { ExpressionBody: { } body } lambda and not { ExpressionBody: ThrowExpressionSyntax or RefExpressionSyntax } => Around(body, lambda, model.Value),
        LabeledStatementSyntax label => [(label.Statement.SpanStart, Check)],
        _ => [],
    };

    private static IEnumerable<(int Position, string Text)> AtStartOf(BlockSyntax block) => [(block.OpenBraceToken.Span.End, Check)];

    private static IEnumerable<(int Position, string Text)> Around(StatementSyntax body) =>
        body is BlockSyntax block ? AtStartOf(block) : [(body.SpanStart, "{" + Check), (body.Span.End, "}")];

    // Only where a block means the same: not in an expression tree.
    private static IEnumerable<(int Position, string Text)> Around(ExpressionSyntax body, LambdaExpressionSyntax lambda, SemanticModel model)
    {
        if (model.GetSymbolInfo(lambda).Symbol is not IMethodSymbol { RefKind: RefKind.None } method || model.GetTypeInfo(lambda).ConvertedType is not INamedTypeSymbol { TypeKind: TypeKind.Delegate })
        {
            return [];
        }

        bool hasResult = !method.ReturnsVoid && !(method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });
        return [(body.SpanStart, "{" + Check + (hasResult ? "return " : "")), (body.Span.End, ";}")];
    }
}
