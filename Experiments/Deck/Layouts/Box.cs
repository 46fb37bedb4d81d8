using System.Xml.Linq;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.Layouts;

/// <summary>A place on a slide, points from its upper left.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    /// <summary>Right edge.</summary>
    internal double Right => X + Width;

    /// <summary>Lower edge.</summary>
    internal double Bottom => Y + Height;

    /// <summary>As a transform.</summary>
    /// <param name="name">Name of the element: that of shapes or that of graphic frames.</param>
    internal XElement Transform(XName name) => new(
        name,
        new XElement(A + "off", new XAttribute("x", Emu(X)), new XAttribute("y", Emu(Y))),
        new XElement(A + "ext", new XAttribute("cx", Emu(Width)), new XAttribute("cy", Emu(Height))));

    /// <summary>Reads a transform; null when there is none.</summary>
    internal static Box? Of(XElement? transform)
    {
        double Read(string element, string attribute) => Points((long)transform!.Element(A + element)!.Attribute(attribute)!);
        return transform?.Element(A + "off") is null || transform.Element(A + "ext") is null
            ? null
            : new Box(Read("off", "x"), Read("off", "y"), Read("ext", "cx"), Read("ext", "cy"));
    }
}
