using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using static Experiments.Deck.Layouts.Ooxml;

namespace Simulator.Tests.Deck;

/// <summary>The workbook behind a chart.</summary>
internal static class Workbook
{
    private static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The numbers in a range of one column, such as Data!$B$2:$B$20.</summary>
    internal static double[] Cells(ChartPart chart, string range)
    {
        using Stream stream = chart.EmbeddedPackagePart!.GetStream();
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        string[] parts = range.Split('!')[1].Replace("$", "", StringComparison.Ordinal).Split(':');
        string column = string.Concat(parts[0].TakeWhile(char.IsLetter));
        (int first, int last) = (int.Parse(parts[0].AsSpan(column.Length), System.Globalization.CultureInfo.InvariantCulture), int.Parse(parts[1].AsSpan(column.Length), System.Globalization.CultureInfo.InvariantCulture));
        Dictionary<string, XElement> cells = Read(document.WorkbookPart!.WorksheetParts.Single()).Descendants(S + "c").ToDictionary(cell => (string)cell.Attribute("r")!);
        return [.. Enumerable.Range(first, last - first + 1).Select(row => (double)cells[$"{column}{row}"].Element(S + "v")!)];
    }
}
