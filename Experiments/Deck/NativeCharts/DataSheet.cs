using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Experiments.Deck.Layouts;
using Experiments.Deck.Packages;

namespace Experiments.Deck.NativeCharts;

/// <summary>The data behind a chart, as the workbook that "Edit data" opens: one sheet, a heading above each column.</summary>
internal sealed class DataSheet
{
    private const string SheetName = "Data";
    private static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly List<(string Heading, IReadOnlyList<object> Cells)> _columns = [];

    /// <summary>Adds a column of numbers; cells of those that are none stay empty.</summary>
    /// <returns>Its number.</returns>
    internal int Add(string heading, IReadOnlyList<double> values) => Add(heading, [.. values.Select(value => (object)value)]);

    /// <summary>Adds a column of texts.</summary>
    /// <returns>Its number.</returns>
    internal int Add(string heading, IReadOnlyList<string> values) => Add(heading, [.. values.Select(value => (object)value)]);

    /// <summary>The column with this heading and these numbers, added where there is none.</summary>
    internal int Shared(string heading, IReadOnlyList<double> values)
    {
        int found = _columns.FindIndex(column => column.Heading == heading && column.Cells.OfType<double>().SequenceEqual(values));
        return found >= 0 ? found : Add(heading, values);
    }

    /// <summary>Where the heading of a column is.</summary>
    internal string HeadingOf(int column) => $"{SheetName}!${Letters(column)}$1";

    /// <summary>Where the cells of a column are.</summary>
    internal string RangeOf(int column) => $"{SheetName}!${Letters(column)}$2:${Letters(column)}${_columns[column].Cells.Count + 1}";

    /// <summary>The workbook.</summary>
    internal byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            Ooxml.Write(workbook.AddNewPart<WorksheetPart>("rId1"), Sheet());
            Ooxml.Write(workbook, new XElement(
                S + "workbook",
                new XAttribute(XNamespace.Xmlns + "r", Ooxml.R),
                new XElement(S + "sheets", new XElement(S + "sheet", new XAttribute("name", SheetName), new XAttribute("sheetId", 1), new XAttribute(Ooxml.R + "id", "rId1")))));
        }

        return StableZip.Of(stream);
    }

    private int Add(string heading, IReadOnlyList<object> cells)
    {
        _columns.Add((heading, cells));
        return _columns.Count - 1;
    }

    private XElement Sheet()
    {
        int rows = _columns.Select(column => column.Cells.Count).DefaultIfEmpty().Max();
        return new XElement(
            S + "worksheet",
            new XElement(S + "cols", _columns.Select((column, index) => new XElement(
                S + "col", new XAttribute("min", index + 1), new XAttribute("max", index + 1), new XAttribute("width", Math.Clamp(column.Heading.Length + 3, 10, 40)), new XAttribute("customWidth", 1)))),
            new XElement(S + "sheetData", Enumerable.Range(0, rows + 1).Select(row => new XElement(
                S + "row",
                new XAttribute("r", row + 1),
                _columns.Select((column, index) => row == 0 ? Cell(column.Heading, index, row) : row <= column.Cells.Count ? Cell(column.Cells[row - 1], index, row) : null)))));
    }

    private static XElement? Cell(object value, int column, int row)
    {
        var place = new XAttribute("r", $"{Letters(column)}{row + 1}");
        return value is double number
            ? !double.IsFinite(number) ? null : new XElement(S + "c", place, new XElement(S + "v", Ooxml.Number(number)))
            : new XElement(S + "c", place, new XAttribute("t", "inlineStr"), new XElement(S + "is", new XElement(S + "t", Ooxml.Text((string)value))));
    }

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
