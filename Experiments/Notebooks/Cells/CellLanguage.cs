using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Experiments.Notebooks.Cells;

/// <summary>Refuses what is not C# for this engine: other languages, magic commands, packages.</summary>
internal static class CellLanguage
{
    /// <summary>How cells are parsed.</summary>
    internal static CSharpParseOptions Options { get; } = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    private static readonly string[] ItsOwnNames = ["#!csharp", "#!c#", "#!C#"];

    /// <summary>Reads a cell.</summary>
    /// <param name="code">Its text.</param>
    /// <param name="cell">Its number.</param>
    /// <returns>The code to compile, its lines where they were; or the error.</returns>
    internal static (string Code, CellError? Error) Read(string code, int cell)
    {
        if (Magic(code) is { } magic)
        {
            return (code, Refuse(code, cell, magic, $"'{Word(code, magic)}' is a command of another kernel. Cells of this kernel are C# only: remove the line."));
        }

        SyntaxTree tree = CSharpSyntaxTree.ParseText(code, Options);
        foreach (SyntaxNode directive in Directives(tree))
        {
            if (Refusal(directive) is { } reason)
            {
                return (code, Refuse(code, cell, directive.SpanStart, reason));
            }

            if (IsLanguageLine(directive))
            {
                code = code.Remove(directive.SpanStart, 2).Insert(directive.SpanStart, "//");
            }
        }

        return (code, null);
    }

    private static IEnumerable<SyntaxNode> Directives(SyntaxTree tree) => tree.GetRoot().DescendantTrivia(descendIntoTrivia: false)
        .Where(trivia => trivia.IsDirective).Select(trivia => trivia.GetStructure()!);

    private static string? Refusal(SyntaxNode directive)
    {
        string text = directive.ToString().Trim();
        string word = text.Split([' ', '\t'], 2)[0];
        return directive switch
        {
            ReferenceDirectiveTriviaSyntax reference when IsPackage(reference.File.ValueText) =>
                $"{text} names a package, and this kernel downloads nothing, so that a notebook runs the same next year and without a network. "
                + "Build a project that references the package and name its library: #r \"path/of/the/library.dll\".",
            BadDirectiveTriviaSyntax when word == "#i" => "#i names a source of packages, and this kernel downloads nothing. Remove the line.",
            _ when text.StartsWith("#!", StringComparison.Ordinal) && !IsLanguageLine(directive) =>
                $"'{word}' switches to another language or is a command of .NET Interactive. Cells of this kernel are C# only: remove the line.",
            _ => null,
        };
    }

    private static bool IsPackage(string path) => path.TrimStart().StartsWith("nuget:", StringComparison.OrdinalIgnoreCase);

    private static bool IsLanguageLine(SyntaxNode directive) => ItsOwnNames.Contains(directive.ToString().Trim());

    // A command of IPython stands at the very beginning; further below, % and ! are C#.
    private static int? Magic(string code)
    {
        int first = code.AsSpan().IndexOfAnyExcept(" \t\r\n");
        return first >= 0 && code[first] == '%' ? first : null;
    }

    private static string Word(string code, int start) => code[start..].Split([' ', '\t', '\r', '\n'], 2)[0];

    private static CellError Refuse(string code, int cell, int position, string message)
    {
        var text = SourceText.From(code);
        LinePosition place = text.Lines.GetLinePosition(position);
        return new CellError(
            CellError.Refused, message, cell, place.Line + 1, place.Character + 1, CodeLine.Show(message, CellName.Of(cell), text.Lines[place.Line].ToString(), place.Line + 1, place.Character + 1));
    }
}
