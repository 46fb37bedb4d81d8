using System.Xml.Linq;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.Layouts;

/// <summary>Text as DrawingML.</summary>
internal static class DeckText
{
    private const string Language = "en-GB";

    /// <summary>Room above a paragraph that follows another one, over the font size.</summary>
    internal const double ParagraphGap = 0.55;

    /// <summary>Indent of text with bullets that stands in no placeholder, points. Chosen.</summary>
    private const double FreeIndent = 16;

    /// <summary>A run.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">Font size in points; null means that of the placeholder.</param>
    /// <param name="bold">Whether it is bold; null means as the placeholder is.</param>
    /// <param name="colour">Its colour; null means that of the placeholder.</param>
    /// <param name="isFree">Whether it stands in no placeholder, from which it would have its font.</param>
    internal static XElement Run(string text, double? size = null, bool? bold = null, string? colour = null, bool isFree = false)
    {
        XElement properties = Properties(A + "rPr", size, bold, colour);
        properties.Add(isFree ? new XElement(A + "latin", new XAttribute("typeface", "+mn-lt")) : null);
        return new XElement(A + "r", properties, new XElement(A + "t", Text(text)));
    }

    /// <summary>Properties of a run, of the end of a paragraph, or of all text of a chart.</summary>
    internal static XElement Properties(XName name, double? size = null, bool? bold = null, string? colour = null) => new(
        name,
        name.LocalName == "defRPr" ? null : new XAttribute("lang", Language),
        size is { } points ? new XAttribute("sz", (int)Math.Round(points * 100)) : null,
        bold is { } heavy ? new XAttribute("b", heavy ? 1 : 0) : null,
        name.LocalName == "rPr" ? new XAttribute("dirty", 0) : null,
        colour is null ? null : Fill(colour));

    /// <summary>A paragraph of one run.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">Font size in points; null means that of the placeholder.</param>
    /// <param name="bold">Whether it is bold.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="bullet">Whether it keeps the bullet of its placeholder, or has one of its own where there is none.</param>
    /// <param name="align">Alignment; null means that of the placeholder.</param>
    /// <param name="follows">Whether another paragraph stands above it.</param>
    /// <param name="isFree">Whether it stands in no placeholder.</param>
    internal static XElement Paragraph(
        string text, double? size = null, bool? bold = null, string? colour = null, bool bullet = true, string? align = null, bool follows = false, bool isFree = false) => new(
        A + "p",
        new XElement(
            A + "pPr",
            bullet && !isFree ? null : new XAttribute("marL", bullet ? Emu(FreeIndent) : 0),
            bullet && !isFree ? null : new XAttribute("indent", bullet ? Emu(-FreeIndent) : 0),
            align is null ? null : new XAttribute("algn", align),
            size is null ? null : new XElement(A + "lnSpc", Val(A + "spcPct", 100_000)),
            size is { } points ? new XElement(A + "spcBef", Val(A + "spcPts", follows ? (int)Math.Round(points * ParagraphGap * 100) : 0)) : null,
            !bullet ? [new XElement(A + "buNone")]
                : isFree ? new[] { new XElement(A + "buFont", new XAttribute("typeface", "Arial")), new XElement(A + "buChar", new XAttribute("char", "•")) }
                : null),
        Run(text, size, bold, colour, isFree));

    /// <summary>The body of a text: properties, style list, paragraphs.</summary>
    internal static XElement Body(XName name, XElement properties, IEnumerable<XElement> paragraphs) =>
        new(name, properties, new XElement(A + "lstStyle"), paragraphs);
}
