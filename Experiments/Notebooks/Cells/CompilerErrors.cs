using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Experiments.Notebooks.Cells;

/// <summary>What the compiler says about a cell, with each line's text.</summary>
internal static class CompilerErrors
{
    private const int MostShown = 20;
    private const string LibraryNotFound = "CS0006";

    /// <summary>The errors among what the compiler says; null when there is none.</summary>
    internal static CellError? Of(IEnumerable<Diagnostic> diagnostics, int cell)
    {
        Diagnostic[] errors = [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
        if (errors is not [Diagnostic first, ..])
        {
            return null;
        }

        List<string> lines = [.. errors.Take(MostShown).SelectMany(error => Lines(error, cell))];
        if (errors.Length > MostShown)
        {
            lines.Add($"… and {errors.Length - MostShown} more errors.");
        }

        LinePosition? place = first.Location.IsInSource ? first.Location.GetMappedLineSpan().StartLinePosition : null;
        return new CellError(first.Id, Message(first), cell, place?.Line + 1, place?.Character + 1, lines);
    }

    private static IReadOnlyList<string> Lines(Diagnostic error, int cell)
    {
        string message = $"{error.Id}: {Message(error)}";
        if (error.Location is not { IsInSource: true, SourceTree: { } tree })
        {
            return [message];
        }

        LinePosition place = error.Location.GetLineSpan().StartLinePosition;
        string name = CellName.Number(tree.FilePath) is null && tree.FilePath.Length > 0 ? tree.FilePath : CellName.Of(cell);
        return CodeLine.Show(message, name, tree.GetText().Lines[place.Line].ToString(), place.Line + 1, place.Character + 1);
    }

    private static string Message(Diagnostic error)
    {
        string message = error.GetMessage(System.Globalization.CultureInfo.InvariantCulture).TrimEnd('.') + ".";
        return error.Id == LibraryNotFound
            ? message + " Paths after #r are relative to the notebook's folder; is the library built (dotnet build -c Release)?"
            : message;
    }
}
