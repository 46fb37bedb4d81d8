using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.Layouts;

/// <summary>A layout of a presentation, and its placeholders with what they inherit from the master.</summary>
internal sealed class DesignLayout
{
    private readonly XElement _layout;
    private readonly XElement _master;

    internal DesignLayout(SlideLayoutPart part)
    {
        Part = part;
        _layout = Ooxml.Read(part);
        _master = Ooxml.Read(part.SlideMasterPart!);
    }

    /// <summary>The part.</summary>
    internal SlideLayoutPart Part { get; }

    /// <summary>Its kind as PowerPoint knows it; empty for layouts that somebody made.</summary>
    internal string Type => (string?)_layout.Attribute("type") ?? "";

    /// <summary>Its name, in whatever language.</summary>
    internal string Name => (string?)_layout.Element(P + "cSld")?.Attribute("name") ?? "";

    /// <summary>The headline; null when it has none.</summary>
    internal Placeholder? Title => Find("title", "ctrTitle");

    /// <summary>The text below the title of the first slide; null when it has none.</summary>
    internal Placeholder? Subtitle => Find("subTitle");

    /// <summary>The place for content; null when it has none.</summary>
    internal Placeholder? Body => Find("", "body", "obj");

    /// <summary>All places for content, from left to right.</summary>
    internal IReadOnlyList<Placeholder> Contents => [.. Shapes(_layout).Where(shape => TypeOf(shape) is "" or "obj").Select(Read).OfType<Placeholder>().OrderBy(place => place.Box.X)];

    /// <summary>The footer; null when it has none.</summary>
    internal Placeholder? Footer => Find("ftr");

    /// <summary>The slide number; null when it has none.</summary>
    internal Placeholder? Number => Find("sldNum");

    private static XElement? PlaceholderOf(XElement shape) => shape.Element(P + "nvSpPr")?.Element(P + "nvPr")?.Element(P + "ph");

    private static string TypeOf(XElement shape) => (string?)PlaceholderOf(shape)?.Attribute("type") ?? "";

    private static IEnumerable<XElement> Shapes(XElement root) => root.Element(P + "cSld")!.Element(P + "spTree")!.Elements(P + "sp").Where(shape => PlaceholderOf(shape) is not null);

    private Placeholder? Find(params string[] types)
    {
        XElement? shape = types.SelectMany(type => Shapes(_layout).Where(candidate => TypeOf(candidate) == type)).FirstOrDefault();
        return shape is null ? null : Read(shape);
    }

    private Placeholder? Read(XElement shape)
    {
        string kind = TypeOf(shape) switch { "title" or "ctrTitle" => "title", "" or "obj" or "body" or "subTitle" => "body", string other => other };
        XElement? inherited = Shapes(_master).FirstOrDefault(candidate => TypeOf(candidate) == kind);
        Box? box = Box.Of(shape.Element(P + "spPr")?.Element(A + "xfrm")) ?? Box.Of(inherited?.Element(P + "spPr")?.Element(A + "xfrm"));
        string style = kind switch { "title" => "titleStyle", "body" => "bodyStyle", _ => "otherStyle" };
        XElement? level = _master.Element(P + "txStyles")?.Element(P + style)?.Element(A + "lvl1pPr");
        double? size = Size(FirstLevel(shape)) ?? Size(FirstLevel(inherited)) ?? Size(level);
        bool bold = new[] { FirstLevel(shape), FirstLevel(inherited), level }.Select(candidate => (string?)candidate?.Element(A + "defRPr")?.Attribute("b")).FirstOrDefault(value => value is not null) is "1" or "true";
        return box is { } place
            ? new Placeholder((string?)PlaceholderOf(shape)!.Attribute("type"), (string?)PlaceholderOf(shape)!.Attribute("idx"), place, Inside(place, shape, inherited), size ?? 18, bold)
            : null;
    }

    private static XElement? FirstLevel(XElement? shape) => shape?.Element(P + "txBody")?.Element(A + "lstStyle")?.Element(A + "lvl1pPr");

    private static double? Size(XElement? level) => (int?)level?.Element(A + "defRPr")?.Attribute("sz") / 100.0;

    private static Box Inside(Box box, XElement shape, XElement? inherited)
    {
        double Inset(string name, double usual) => new[] { shape, inherited }
            .Select(candidate => (long?)candidate?.Element(P + "txBody")?.Element(A + "bodyPr")?.Attribute(name)).FirstOrDefault(value => value is not null) is { } emu
            ? Points(emu)
            : usual;
        (double left, double top, double right, double bottom) = (Inset("lIns", 7.2), Inset("tIns", 3.6), Inset("rIns", 7.2), Inset("bIns", 3.6));
        return new Box(box.X + left, box.Y + top, box.Width - left - right, box.Height - top - bottom);
    }
}
