using System.Xml.Linq;
using Experiments.Charts;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.Layouts;

/// <summary>The theme of decks without a template: the colours of the reports, and a font that every machine has or has an equal of.</summary>
internal static class OwnTheme
{
    /// <summary>Font of everything. Arial, or Liberation Sans with the same widths, is on every machine, so that nothing moves.</summary>
    private const string Family = "Arial";

    /// <summary>The theme part.</summary>
    internal static XElement Write() => new(
        A + "theme",
        new XAttribute(XNamespace.Xmlns + "a", A),
        new XAttribute("name", "Simulation"),
        new XElement(A + "themeElements", Colours(), Fonts(), Formats()),
        new XElement(A + "objectDefaults"),
        new XElement(A + "extraClrSchemeLst"));

    private static XElement Colours()
    {
        (string Name, string Colour)[] colours =
        [
            ("dk1", Palette.Ink), ("lt1", Palette.Paper), ("dk2", Palette.Muted), ("lt2", Palette.Grid),
            ("accent1", Palette.Policies[0]), ("accent2", Palette.Policies[1]), ("accent3", Palette.Policies[2]), ("accent4", Palette.Policies[3]),
            ("accent5", Palette.Policies[4]), ("accent6", Palette.Policies[5]), ("hlink", Palette.Good), ("folHlink", Palette.Muted),
        ];
        return new XElement(
            A + "clrScheme",
            new XAttribute("name", "Simulation"),
            colours.Select(entry => new XElement(A + entry.Name, Val(A + "srgbClr", entry.Colour[1..]))));
    }

    private static XElement Fonts()
    {
        static XElement Of(string name) => new(
            A + name,
            new XElement(A + "latin", new XAttribute("typeface", Family)),
            new XElement(A + "ea", new XAttribute("typeface", "")),
            new XElement(A + "cs", new XAttribute("typeface", "")));
        return new XElement(A + "fontScheme", new XAttribute("name", "Simulation"), Of("majorFont"), Of("minorFont"));
    }

    // Three of each are required; none of them is more than plain.
    private static XElement Formats()
    {
        static XElement Plain() => new(A + "solidFill", Val(A + "schemeClr", "phClr"));
        static XElement Line(int width) => new(A + "ln", new XAttribute("w", width), Plain());
        static XElement Effect() => new(A + "effectStyle", new XElement(A + "effectLst"));
        return new XElement(
            A + "fmtScheme",
            new XAttribute("name", "Simulation"),
            new XElement(A + "fillStyleLst", Plain(), Plain(), Plain()),
            new XElement(A + "lnStyleLst", Line(6350), Line(12700), Line(19050)),
            new XElement(A + "effectStyleLst", Effect(), Effect(), Effect()),
            new XElement(A + "bgFillStyleLst", Plain(), Plain(), Plain()));
    }
}
