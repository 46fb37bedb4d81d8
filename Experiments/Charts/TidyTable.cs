using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Experiments.Charts;

/// <summary>A table for other programs: one observation a row, units in the header, numbers in full.</summary>
/// <param name="Columns">Names, with units where there are any.</param>
/// <param name="Rows">Cells, as many a row as there are columns.</param>
internal sealed record TidyTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>A number as such tables hold it; empty where there is none.</summary>
    internal static string Cell(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("G10", CultureInfo.InvariantCulture) : "";

    /// <summary>A count as such tables hold it.</summary>
    internal static string Cell(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A mean and its bounds as three cells.</summary>
    internal static IReadOnlyList<string> Cells(Analysis.Interval? value) => [Cell(value?.Mean), Cell(value?.Low), Cell(value?.High)];

    /// <summary>Writes the table as CSV.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    internal void Write(string path)
    {
        using var text = new StreamWriter(path);
        Write(text);
    }

    /// <summary>Writes the table as CSV.</summary>
    internal void Write(TextWriter text)
    {
        using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        foreach (IReadOnlyList<string> row in Rows.Prepend(Columns))
        {
            foreach (string cell in row)
            {
                csv.WriteField(cell);
            }

            csv.NextRecord();
        }
    }
}
