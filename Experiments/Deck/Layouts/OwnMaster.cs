using System.Xml.Linq;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.Layouts;

/// <summary>Master and layouts of decks without a template: much white, the headline on the left, one stroke of colour.</summary>
internal static class OwnMaster
{
    /// <summary>Size of a slide, 13.333 × 7.5 inches.</summary>
    internal static Box Slide { get; } = new(0, 0, 960, 540);

    private const double Margin = 44;
    private const double TitleSize = 28;
    private const double BodySize = 24;
    private const double FooterSize = 11;

    private static readonly Box Title = new(Margin, 30, Slide.Width - (2 * Margin), 72);
    private static readonly Box Body = new(Margin, 116, Slide.Width - (2 * Margin), 376);
    private static readonly Box Footer = new(Margin, 500, Slide.Width - (2 * Margin) - 60, 24);
    private static readonly Box Number = new(Slide.Width - Margin - 50, 500, 50, 24);
    private static readonly Box Stroke = new(Margin, 22, 44, 4);

    /// <summary>The master.</summary>
    /// <param name="layouts">Relationships of its layouts.</param>
    internal static XElement Master(IReadOnlyList<string> layouts) => new(
        P + "sldMaster",
        Namespaces(),
        new XElement(
            P + "cSld",
            new XElement(P + "bg", new XElement(P + "bgRef", new XAttribute("idx", 1001), Val(A + "schemeClr", "bg1"))),
            Tree(
                Rectangle(2, "Stroke", Stroke, "accent1"),
                Placeholder(3, "Title", "title", null, Title, "Headline", new XElement(A + "bodyPr", Insets(), new XAttribute("anchor", "t"), new XElement(A + "normAutofit"))),
                Placeholder(4, "Body", "body", 1, Body, "Text", new XElement(A + "bodyPr", Insets(), new XElement(A + "normAutofit"))),
                Small(5, "Footer", "ftr", 2, Footer, "l"),
                Small(6, "Slide number", "sldNum", 3, Number, "r"))),
        new XElement(
            P + "clrMap",
            new[] { ("bg1", "lt1"), ("tx1", "dk1"), ("bg2", "lt2"), ("tx2", "dk2"), ("accent1", "accent1"), ("accent2", "accent2"), ("accent3", "accent3"), ("accent4", "accent4"), ("accent5", "accent5"), ("accent6", "accent6"), ("hlink", "hlink"), ("folHlink", "folHlink") }
                .Select(pair => new XAttribute(pair.Item1, pair.Item2))),
        new XElement(P + "sldLayoutIdLst", layouts.Select((id, index) => new XElement(P + "sldLayoutId", new XAttribute("id", 2147483649L + index), new XAttribute(R + "id", id)))),
        new XElement(
            P + "txStyles",
            new XElement(P + "titleStyle", Level(1, 0, 0, TitleSize, bold: true, bullet: false)),
            new XElement(P + "bodyStyle", Enumerable.Range(1, 3).Select(level => Level(level, 16 * level, -16, BodySize - (4 * (level - 1)), bold: false, bullet: true))),
            new XElement(P + "otherStyle", Level(1, 0, 0, 14, bold: false, bullet: false))));

    /// <summary>The layout of the first slide, and of the slide before each experiment.</summary>
    internal static XElement TitleLayout() => Layout(
        "title",
        "Title Slide",
        dark: true,
        Rectangle(2, "Stroke", new Box(Margin, 318, 72, 6), "accent2"),
        Placeholder(3, "Title", "ctrTitle", null, new Box(Margin, 110, 780, 192), "Title", new XElement(A + "bodyPr", Insets(), new XAttribute("anchor", "b"), new XElement(A + "normAutofit")), Level(1, 0, 0, 40, bold: true, bullet: false, "bg1")),
        Placeholder(4, "Subtitle", "subTitle", 1, new Box(Margin, 342, 780, 110), "Subtitle", new XElement(A + "bodyPr", Insets(), new XElement(A + "normAutofit")), Level(1, 0, 0, 20, bold: false, bullet: false, "bg2")));

    /// <summary>The layout of a headline with text.</summary>
    internal static XElement ContentLayout() => Layout(
        "obj",
        "Title and Content",
        dark: false,
        Placeholder(2, "Title", "title", null, null, "Headline"),
        Placeholder(3, "Content", null, 1, null, "Text"),
        Placeholder(4, "Footer", "ftr", 10, null, ""),
        Placeholder(5, "Slide number", "sldNum", 11, null, "‹#›"));

    /// <summary>The layout of a headline alone.</summary>
    internal static XElement TitleOnlyLayout() => Layout(
        "titleOnly",
        "Title Only",
        dark: false,
        Placeholder(2, "Title", "title", null, null, "Headline"),
        Placeholder(3, "Footer", "ftr", 10, null, ""),
        Placeholder(4, "Slide number", "sldNum", 11, null, "‹#›"));

    /// <summary>The namespaces of a part.</summary>
    internal static XAttribute[] Namespaces() =>
        [new(XNamespace.Xmlns + "a", A), new(XNamespace.Xmlns + "p", P), new(XNamespace.Xmlns + "r", R)];

    /// <summary>A tree of shapes.</summary>
    internal static XElement Tree(params IEnumerable<XElement> shapes) => new(
        P + "spTree",
        new XElement(P + "nvGrpSpPr", new XElement(P + "cNvPr", new XAttribute("id", 1), new XAttribute("name", "")), new XElement(P + "cNvGrpSpPr"), new XElement(P + "nvPr")),
        new XElement(P + "grpSpPr"),
        shapes);

    private static XElement Layout(string type, string name, bool dark, params XElement[] shapes) => new(
        P + "sldLayout",
        Namespaces(),
        new XAttribute("type", type),
        new XAttribute("preserve", 1),
        dark ? new XAttribute("showMasterSp", 0) : null,
        new XElement(
            P + "cSld",
            new XAttribute("name", name),
            dark ? new XElement(P + "bg", new XElement(P + "bgPr", Fill("tx1"), new XElement(A + "effectLst"))) : null,
            Tree(shapes)),
        new XElement(P + "clrMapOvr", new XElement(A + "masterClrMapping")));

    private static XAttribute[] Insets() => [new("lIns", 0), new("tIns", 0), new("rIns", 0), new("bIns", 0)];

    private static XElement Placeholder(int id, string name, string? type, int? index, Box? box, string prompt, XElement? properties = null, XElement? level = null) => new(
        P + "sp",
        new XElement(
            P + "nvSpPr",
            new XElement(P + "cNvPr", new XAttribute("id", id), new XAttribute("name", name)),
            new XElement(P + "cNvSpPr", new XElement(A + "spLocks", new XAttribute("noGrp", 1))),
            new XElement(P + "nvPr", new XElement(P + "ph", type is null ? null : new XAttribute("type", type), index is null ? null : new XAttribute("idx", index)))),
        new XElement(P + "spPr", box?.Transform(A + "xfrm"), box is null ? null : new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst"))),
        new XElement(
            P + "txBody",
            properties ?? new XElement(A + "bodyPr"),
            new XElement(A + "lstStyle", level),
            type == "sldNum"
                ? new XElement(A + "p", new XElement(A + "fld", new XAttribute("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"), new XAttribute("type", "slidenum"), new XElement(A + "rPr", new XAttribute("lang", "en-GB")), new XElement(A + "t", "‹#›")))
                : DeckText.Paragraph(prompt)));

    private static XElement Small(int id, string name, string type, int index, Box box, string align)
    {
        XElement level = Level(1, 0, 0, FooterSize, bold: false, bullet: false, "tx2");
        level.SetAttributeValue("algn", align);
        return Placeholder(id, name, type, index, box, "", new XElement(A + "bodyPr", Insets(), new XAttribute("anchor", "ctr")), level);
    }

    private static XElement Rectangle(int id, string name, Box box, string colour) => new(
        P + "sp",
        new XElement(
            P + "nvSpPr",
            new XElement(P + "cNvPr", new XAttribute("id", id), new XAttribute("name", name)),
            new XElement(P + "cNvSpPr"),
            new XElement(P + "nvPr")),
        new XElement(P + "spPr", box.Transform(A + "xfrm"), new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst")), Fill(colour), new XElement(A + "ln", new XElement(A + "noFill"))));

    private static XElement Level(int level, double margin, double indent, double size, bool bold, bool bullet, string colour = "tx1") => new(
        A + $"lvl{level}pPr",
        new XAttribute("marL", Emu(margin)),
        new XAttribute("indent", Emu(indent)),
        new XAttribute("algn", "l"),
        new XElement(A + "lnSpc", Val(A + "spcPct", 100_000)),
        new XElement(A + "spcBef", Val(A + "spcPts", bullet ? 800 : 0)),
        bullet ? new XElement(A + "buFont", new XAttribute("typeface", "Arial")) : new XElement(A + "buNone"),
        bullet ? new XElement(A + "buChar", new XAttribute("char", "•")) : null,
        new XElement(
            A + "defRPr",
            new XAttribute("sz", (int)(size * 100)),
            new XAttribute("b", bold ? 1 : 0),
            Fill(colour),
            new XElement(A + "latin", new XAttribute("typeface", bold ? "+mj-lt" : "+mn-lt"))));
}
