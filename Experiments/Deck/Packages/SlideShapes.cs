using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Experiments.Charts;
using Experiments.Deck.Layouts;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.Packages;

/// <summary>A slide while it is put together: shapes in the order in which they are read aloud.</summary>
/// <param name="part">The part of the slide.</param>
/// <param name="layout">Its layout.</param>
internal sealed class SlideShapes(SlidePart part, DesignLayout layout)
{
    /// <summary>Under this name shapes that are charts carry what they rest on.</summary>
    internal const string TagName = "SIMULATION";

    private readonly List<XElement> _shapes = [];
    private int _parts;

    private int NextId => _shapes.Count + 2;

    /// <summary>The part of the slide.</summary>
    internal SlidePart Part => part;

    /// <summary>Relationship of the next part of the slide.</summary>
    internal string NextPart() => $"rId{++_parts + 10}";

    /// <summary>Fills a placeholder of the layout.</summary>
    /// <param name="name">Name of the shape.</param>
    /// <param name="placeholder">The placeholder.</param>
    /// <param name="box">Another place than that of the layout; null means the same.</param>
    /// <param name="paragraphs">Its text.</param>
    internal void Fill(string name, Placeholder placeholder, Box? box, params IEnumerable<XElement> paragraphs) => _shapes.Add(new XElement(
        P + "sp",
        new XElement(
            P + "nvSpPr",
            new XElement(P + "cNvPr", new XAttribute("id", NextId), new XAttribute("name", name)),
            new XElement(P + "cNvSpPr", new XElement(A + "spLocks", new XAttribute("noGrp", 1))),
            new XElement(P + "nvPr", placeholder.Reference())),
        new XElement(P + "spPr", box?.Transform(A + "xfrm")),
        DeckText.Body(P + "txBody", new XElement(A + "bodyPr", new XElement(A + "normAutofit")), paragraphs)));

    /// <summary>Adds text of its own, where the layout has no place for it.</summary>
    internal void Add(string name, Box box, string anchor, params IEnumerable<XElement> paragraphs) => _shapes.Add(new XElement(
        P + "sp",
        new XElement(
            P + "nvSpPr",
            new XElement(P + "cNvPr", new XAttribute("id", NextId), new XAttribute("name", name)),
            new XElement(P + "cNvSpPr", new XAttribute("txBox", 1)),
            new XElement(P + "nvPr")),
        new XElement(P + "spPr", box.Transform(A + "xfrm"), new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst")), new XElement(A + "noFill")),
        DeckText.Body(
            P + "txBody",
            new XElement(A + "bodyPr", new XAttribute("wrap", "square"), new XAttribute("lIns", 0), new XAttribute("tIns", 0), new XAttribute("rIns", 0), new XAttribute("bIns", 0), new XAttribute("anchor", anchor)),
            paragraphs)));

    /// <summary>Adds a table.</summary>
    internal void Add(string name, string alt, Box box, XElement table, Chart? chart = null) =>
        AddFrame(name, alt, box, "http://schemas.openxmlformats.org/drawingml/2006/table", table, chart);

    /// <summary>Adds a chart that PowerPoint draws.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="alt">What a reader who cannot see it needs to know.</param>
    /// <param name="box">Its place.</param>
    /// <param name="relationship">The relationship to its part.</param>
    internal void AddChart(Chart chart, string alt, Box box, string relationship) => AddFrame(
        Marked(chart), alt, box, C.NamespaceName, new XElement(C + "chart", new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(R + "id", relationship)), chart);

    /// <summary>Adds a picture of a chart.</summary>
    internal void AddPicture(Chart chart, string alt, Box box, byte[] png)
    {
        string relationship = NextPart();
        ImagePart image = part.AddImagePart(ImagePartType.Png, relationship);
        using (var stream = new MemoryStream(png))
        {
            image.FeedData(stream);
        }

        _shapes.Add(new XElement(
            P + "pic",
            new XElement(
                P + "nvPicPr",
                Named(Marked(chart), alt),
                new XElement(P + "cNvPicPr", new XElement(A + "picLocks", new XAttribute("noChangeAspect", 1))),
                Tagged(chart)),
            new XElement(P + "blipFill", new XElement(A + "blip", new XAttribute(R + "embed", relationship)), new XElement(A + "stretch", new XElement(A + "fillRect"))),
            new XElement(P + "spPr", box.Transform(A + "xfrm"), new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst")))));
    }

    /// <summary>Adds the number of the slide, where the layout has a place for it.</summary>
    internal void AddNumber(int number)
    {
        if (layout.Number is { } placeholder)
        {
            Fill("Slide number", placeholder, null, new XElement(A + "p", new XElement(
                A + "fld",
                new XAttribute("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"),
                new XAttribute("type", "slidenum"),
                new XElement(A + "rPr", new XAttribute("lang", "en-GB")),
                new XElement(A + "t", number))));
        }
    }

    /// <summary>Writes the slide.</summary>
    internal void Write() => Ooxml.Write(part, new XElement(
        P + "sld",
        OwnMaster.Namespaces(),
        new XElement(P + "cSld", OwnMaster.Tree(_shapes)),
        new XElement(P + "clrMapOvr", new XElement(A + "masterClrMapping"))));

    private void AddFrame(string name, string alt, Box box, string uri, XElement content, Chart? chart) => _shapes.Add(new XElement(
        P + "graphicFrame",
        new XElement(
            P + "nvGraphicFramePr",
            Named(name, alt),
            new XElement(P + "cNvGraphicFramePr", new XElement(A + "graphicFrameLocks", new XAttribute("noGrp", 1))),
            chart is null ? new XElement(P + "nvPr") : Tagged(chart)),
        box.Transform(P + "xfrm"),
        new XElement(A + "graphic", new XElement(A + "graphicData", new XAttribute("uri", uri), content))));

    private XElement Named(string name, string alt) => new(
        P + "cNvPr", new XAttribute("id", NextId), new XAttribute("name", Text(name)), new XAttribute("descr", Text(alt)));

    // Its name in the selection pane: what programs that drop tags and alternative texts leave of its provenance.
    private static string Marked(Chart chart) => ChartMark.Of(ChartMetadata.Of(chart));

    // What the chart rests on, where a slide that is copied into another deck takes it along.
    private XElement Tagged(Chart chart)
    {
        string relationship = NextPart();
        UserDefinedTagsPart tags = part.AddNewPart<UserDefinedTagsPart>(relationship);
        Ooxml.Write(tags, new XElement(
            P + "tagLst",
            new XAttribute(XNamespace.Xmlns + "p", P),
            new XElement(P + "tag", new XAttribute("name", TagName), new XAttribute("val", Text(ChartMetadata.Of(chart).ToJson())))));
        return new XElement(P + "nvPr", new XElement(P + "custDataLst", new XElement(P + "tags", new XAttribute(R + "id", relationship))));
    }
}
