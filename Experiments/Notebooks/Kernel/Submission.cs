using System.Text.Json.Nodes;
using Experiments.Notebooks.Cells;
using Microsoft.CodeAnalysis.CSharp;

namespace Experiments.Notebooks.Kernel;

/// <summary>Whether code could be run as it stands; consoles ask after each line.</summary>
internal static class Submission
{
    /// <summary>The state: <c>complete</c>, or <c>incomplete</c> with the indent of the next line.</summary>
    internal static JsonObject State(string code) =>
        SyntaxFactory.IsCompleteSubmission(CSharpSyntaxTree.ParseText(code, CellLanguage.Options))
            ? new JsonObject { ["status"] = "complete" }
            : new JsonObject { ["status"] = "incomplete", ["indent"] = Indent(code) };

    private static string Indent(string code)
    {
        string last = code.TrimEnd('\n').Split('\n')[^1];
        string indent = new([.. last.TakeWhile(char.IsWhiteSpace)]);
        return last.TrimEnd().EndsWith('{') ? indent + "    " : indent;
    }
}
