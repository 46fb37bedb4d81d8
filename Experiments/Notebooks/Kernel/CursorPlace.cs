using Experiments.Notebooks.Cells;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Experiments.Notebooks.Kernel;

/// <summary>A place in code that may not be finished, seen with all that the cells before it declared.</summary>
internal sealed class CursorPlace
{
    private CursorPlace(SemanticModel model, SyntaxNode root, int position) => (Model, Root, Position) = (model, root, position);

    /// <summary>What names mean.</summary>
    internal SemanticModel Model { get; }

    /// <summary>The code.</summary>
    internal SyntaxNode Root { get; }

    /// <summary>The cursor, within the code.</summary>
    internal int Position { get; }

    /// <summary>True within a comment or a text, where names mean nothing.</summary>
    internal bool IsInText
    {
        get
        {
            SyntaxTrivia trivia = Root.FindTrivia(Math.Max(0, Position - 1));
            SyntaxToken token = Root.FindToken(Math.Max(0, Position - 1));
            return trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
                || token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
                    or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
                && token.SpanStart < Position && Position < token.Span.End + (token.ContainsDiagnostics ? 1 : 0);
        }
    }

    /// <summary>Reads code around a cursor.</summary>
    internal static CursorPlace Of(CellSession session, string code, int cursor)
    {
        Compilation compilation = session.Compile(code);
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        return new CursorPlace(compilation.GetSemanticModel(tree), tree.GetRoot(), Math.Clamp(cursor, 0, code.Length));
    }
}
