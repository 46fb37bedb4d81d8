using System.Globalization;

namespace Experiments.Notebooks.Cells;

/// <summary>A line of a cell as errors show it, with a mark below the place.</summary>
internal static class CodeLine
{
    /// <summary>The place, the message, the line's text and a mark below the column.</summary>
    internal static IReadOnlyList<string> Show(string message, string cell, string text, int line, int column)
    {
        string margin = string.Create(CultureInfo.InvariantCulture, $"{line,4} | ");
        string indent = new([.. text.Take(column - 1).Select(letter => letter == '\t' ? '\t' : ' ')]);
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"{cell}, line {line}, column {column}: {message}"),
            margin + text,
            new string(' ', margin.Length) + indent + "^",
        ];
    }
}
