using System.Xml.Linq;
using Experiments.Deck.Layouts;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.NativeCharts;

/// <summary>Text in charts, and references to their data.</summary>
internal static class NativeText
{
    /// <summary>Properties of all text of a part of a chart.</summary>
    /// <param name="size">Font size.</param>
    /// <param name="rotation">Rotation in degrees; null leaves it to the program.</param>
    internal static XElement Properties(double size, int? rotation = null) => new(
        C + "txPr",
        new XElement(A + "bodyPr", rotation is null ? null : new XAttribute("rot", rotation * 60_000)),
        new XElement(A + "lstStyle"),
        new XElement(
            A + "p",
            new XElement(A + "pPr", DeckText.Properties(A + "defRPr", size, bold: false, "tx1")),
            new XElement(A + "endParaRPr", new XAttribute("lang", "en-GB"))));

    /// <summary>A reference to numbers, with the numbers; those that are none are left out.</summary>
    internal static XElement Numbers(XName name, string range, IReadOnlyList<double> values, string format = "General") => new(
        name,
        new XElement(
            C + "numRef",
            new XElement(C + "f", range),
            new XElement(
                C + "numCache",
                new XElement(C + "formatCode", format),
                Val(C + "ptCount", values.Count),
                values.Select((value, index) => double.IsFinite(value) ? new XElement(C + "pt", new XAttribute("idx", index), new XElement(C + "v", Number(value))) : null))));

    /// <summary>A reference to texts, with the texts.</summary>
    internal static XElement Texts(XName name, string range, IReadOnlyList<string> values) => new(
        name,
        new XElement(
            C + "strRef",
            new XElement(C + "f", range),
            new XElement(
                C + "strCache",
                Val(C + "ptCount", values.Count),
                values.Select((value, index) => new XElement(C + "pt", new XAttribute("idx", index), new XElement(C + "v", Text(value)))))));

    /// <summary>A label with words of its own.</summary>
    /// <param name="index">Number of the point.</param>
    /// <param name="lines">The words, a paragraph a line.</param>
    /// <param name="position">Side of the point, as PowerPoint names it.</param>
    /// <param name="shift">Shift right and down, shares of the chart.</param>
    /// <param name="size">Font size.</param>
    /// <param name="colour">Colour.</param>
    internal static XElement Label(int index, IEnumerable<string> lines, string position, (double Right, double Down) shift, double size, string colour) => new(
        C + "dLbl",
        Val(C + "idx", index),
        shift == default
            ? new XElement(C + "layout")
            : new XElement(C + "layout", new XElement(C + "manualLayout", Val(C + "x", Number(Math.Round(shift.Right, 5))), Val(C + "y", Number(Math.Round(shift.Down, 5))))),
        new XElement(C + "tx", new XElement(
            C + "rich",
            new XElement(A + "bodyPr", new XAttribute("wrap", "none")),
            new XElement(A + "lstStyle"),
            lines.Select(line => new XElement(A + "p", new XElement(A + "pPr", new XAttribute("algn", "l"), DeckText.Properties(A + "defRPr", size, bold: false)), DeckText.Run(line, size, bold: false, colour))))),
        Val(C + "dLblPos", position),
        Shown(value: true));

    /// <summary>Labels, where only some points have one.</summary>
    internal static XElement? Labels(IReadOnlyList<XElement> labels) => labels.Count == 0 ? null : new XElement(C + "dLbls", labels, Shown(value: false), NoLeaderLines());

    // Without this word some programs draw a line from a label to the point it was moved away from.
    private static XElement NoLeaderLines()
    {
        XNamespace later = "http://schemas.microsoft.com/office/drawing/2012/chart";
        return new XElement(C + "extLst", new XElement(
            C + "ext",
            new XAttribute("uri", "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"),
            new XAttribute(XNamespace.Xmlns + "c15", later),
            Val(later + "showLeaderLines", 0)));
    }

    /// <summary>What a label shows.</summary>
    internal static IEnumerable<XElement> Shown(bool value) =>
    [
        Val(C + "showLegendKey", 0), Val(C + "showVal", value ? 1 : 0), Val(C + "showCatName", 0), Val(C + "showSerName", 0), Val(C + "showPercent", 0), Val(C + "showBubbleSize", 0),
    ];
}
