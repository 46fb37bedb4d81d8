using System.Xml.Linq;
using Experiments.Deck.Slides;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.Layouts;

/// <summary>A table as a graphic frame, with rows as high as their text.</summary>
/// <param name="table">What it holds.</param>
/// <param name="width">Its width, points.</param>
internal sealed class TableFrame(DeckTable table, double width)
{
    private const double Padding = 6;
    private const double Air = 4;
    private const double Hair = 0.75;

    /// <summary>Least share of the width that a column takes. Chosen.</summary>
    private const double LeastShare = 0.08;

    private readonly double[] _widths = Widths(table, width);

    /// <summary>Height of its heading, points.</summary>
    internal double HeadingHeight => RowHeight(table.Columns, bold: true);

    /// <summary>Heights of its rows, points.</summary>
    internal double[] RowHeights => [.. table.Rows.Select(row => RowHeight(row, bold: false))];

    /// <summary>The rows of each slide, when a slide has so much room: on as few slides as possible, about as full as each other.</summary>
    internal IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Pages(double room)
    {
        int fewest = Filled(room).Count;
        double even = (RowHeights.Sum() / fewest) + HeadingHeight;
        for (double full = even; full < room; full += table.Size)
        {
            if (Filled(full) is { } pages && pages.Count == fewest)
            {
                return pages;
            }
        }

        return Filled(room);
    }

    private List<IReadOnlyList<IReadOnlyList<string>>> Filled(double room)
    {
        var pages = new List<IReadOnlyList<IReadOnlyList<string>>>();
        var page = new List<IReadOnlyList<string>>();
        double used = HeadingHeight;
        foreach ((IReadOnlyList<string> row, double height) in table.Rows.Zip(RowHeights))
        {
            if (page.Count > 0 && used + height > room)
            {
                pages.Add(page);
                page = [];
                used = HeadingHeight;
            }

            page.Add(row);
            used += height;
        }

        pages.Add(page);
        return pages;
    }

    /// <summary>The table with some of its rows.</summary>
    internal XElement Write(IReadOnlyList<IReadOnlyList<string>> rows) => new(
        A + "tbl",
        new XElement(A + "tblPr", new XAttribute("firstRow", 1)),
        new XElement(A + "tblGrid", _widths.Select(column => new XElement(A + "gridCol", new XAttribute("w", Emu(column))))),
        Row(table.Columns, isHeading: true),
        rows.Select(row => Row(row, isHeading: false)));

    /// <summary>Height of the table with some of its rows.</summary>
    internal double Height(IReadOnlyList<IReadOnlyList<string>> rows) => HeadingHeight + rows.Sum(row => RowHeight(row, bold: false));

    private XElement Row(IReadOnlyList<string> cells, bool isHeading) => new(
        A + "tr",
        new XAttribute("h", Emu(RowHeight(cells, isHeading))),
        cells.Select(cell => new XElement(
            A + "tc",
            new XElement(
                A + "txBody",
                new XElement(A + "bodyPr"),
                new XElement(A + "lstStyle"),
                DeckText.Paragraph(cell, table.Size, isHeading, "tx1", bullet: false, isFree: true)),
            new XElement(
                A + "tcPr",
                new XAttribute("marL", Emu(Padding)),
                new XAttribute("marR", Emu(Padding)),
                new XAttribute("marT", Emu(Air)),
                new XAttribute("marB", Emu(Air)),
                new XAttribute("anchor", isHeading ? "b" : "t"),
                Border("lnL", null),
                Border("lnR", null),
                Border("lnT", null),
                Border("lnB", isHeading ? "accent1" : "bg2", isHeading ? 2 * Hair : Hair),
                Fill("bg1")))));

    private static XElement Border(string name, string? colour, double line = 0) => new(
        A + name,
        new XAttribute("w", Emu(line)),
        colour is null ? new XElement(A + "noFill") : Fill(colour));

    private double RowHeight(IReadOnlyList<string> cells, bool bold) =>
        cells.Select((cell, column) => TextFit.Lines(cell, table.Size, _widths[column] - (2 * Padding), bold)).Max() * table.Size * TextFit.LineHeight + (2 * Air);

    // In proportion to what columns hold, the root taken so that long texts wrap rather than squeeze the others; no column narrower than its longest word.
    private static double[] Widths(DeckTable table, double width)
    {
        double[] wanted = [.. table.Columns.Select((heading, column) => Math.Sqrt(table.Rows.Select(row => (double)row[column].Length).Append(heading.Length).DefaultIfEmpty(1).Max()))];
        double[] least = [.. table.Columns.Select((heading, column) => Math.Max(
            LeastShare * width,
            table.Rows.Select(row => row[column]).Append(heading).SelectMany(text => text.Split(' ')).Max(word => TextFit.Width(word, table.Size, bold: true)) + (2 * Padding) + 1))];
        if (least.Sum() >= width)
        {
            return [.. least.Select(column => column * width / least.Sum())];
        }

        double left = width - least.Sum();
        double[] more = [.. wanted.Select((value, column) => Math.Max(0, (value / wanted.Sum() * width) - least[column]))];
        return more.Sum() == 0 ? [.. least.Select(column => column + (left / least.Length))] : [.. least.Select((column, index) => column + (left * more[index] / more.Sum()))];
    }
}
