using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Experiments.Deck.Layouts;
using static Experiments.Deck.Layouts.Ooxml;

namespace Simulator.Tests.Deck;

/// <summary>A template as a company might have one: other fonts and colours, slides of 4:3, and slides of its own in it.</summary>
internal static class CompanyTemplate
{
    /// <summary>A font that the program's own design does not have.</summary>
    internal const string Font = "Georgia";

    /// <summary>A colour that the program's own design does not have.</summary>
    internal const string Accent = "6B2D5C";

    /// <summary>Width of its slides, points.</summary>
    internal const double Width = 720;

    /// <summary>Text of the slide it has already.</summary>
    internal const string OldText = "Our third quarter";

    private const double Narrower = 0.75;

    /// <summary>Writes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="withContent">Whether it has a layout with a title and a text.</param>
    /// <param name="change">What is changed besides in each layout; null for nothing.</param>
    internal static void Write(string path, bool withContent = true, Action<XElement>? change = null)
    {
        using var stream = new MemoryStream();
        OwnDesign.Write(stream);
        stream.Position = 0;
        using (var document = PresentationDocument.Open(stream, isEditable: true))
        {
            PresentationPart presentation = document.PresentationPart!;
            SlideMasterPart master = presentation.SlideMasterParts.Single();
            Change(master.ThemePart!, theme =>
            {
                theme.Descendants(A + "latin").ToList().ForEach(font => font.SetAttributeValue("typeface", Font));
                theme.Descendants(A + "accent1").Single().Element(A + "srgbClr")!.SetAttributeValue("val", Accent);
            });
            Change(master, Narrow);
            foreach (SlideLayoutPart layout in master.SlideLayoutParts)
            {
                Change(layout, Narrow);
                Change(layout, change ?? (_ => { }));
                if (!withContent)
                {
                    Change(layout, root =>
                    {
                        root.SetAttributeValue("type", (string?)root.Attribute("type") == "obj" ? null : (string?)root.Attribute("type"));
                        root.Descendants(P + "sp").Where(shape => shape.Descendants(P + "ph").Any(ph => ph.Attribute("type") is null)).Remove();
                    });
                }
            }

            SlidePart slide = presentation.AddNewPart<SlidePart>("rIdOld");
            slide.AddPart(master.SlideLayoutParts.First(), "rId1");
            Ooxml.Write(slide, new XElement(
                P + "sld",
                new XAttribute(XNamespace.Xmlns + "a", A),
                new XAttribute(XNamespace.Xmlns + "p", P),
                new XElement(P + "cSld", OwnMaster.Tree(new XElement(
                    P + "sp",
                    new XElement(P + "nvSpPr", new XElement(P + "cNvPr", new XAttribute("id", 2), new XAttribute("name", "Title")), new XElement(P + "cNvSpPr"), new XElement(P + "nvPr", new XElement(P + "ph", new XAttribute("type", "ctrTitle")))),
                    new XElement(P + "spPr"),
                    DeckText.Body(P + "txBody", new XElement(A + "bodyPr"), [DeckText.Paragraph(OldText)])))),
                new XElement(P + "clrMapOvr", new XElement(A + "masterClrMapping"))));
            Change(presentation, root =>
            {
                root.Element(P + "sldMasterIdLst")!.AddAfterSelf(new XElement(P + "sldIdLst", new XElement(P + "sldId", new XAttribute("id", 300), new XAttribute(R + "id", "rIdOld"))));
                root.Element(P + "sldSz")!.SetAttributeValue("cx", Emu(Width));
            });
        }

        File.WriteAllBytes(path, stream.ToArray());
    }

    /// <summary>Leaves content a strip at the lower edge of the layout that has a place for it.</summary>
    internal static void Lower(XElement layout)
    {
        foreach (XElement shape in layout.Descendants(P + "sp").Where(shape => shape.Descendants(P + "ph").Any(ph => ph.Attribute("type") is null)))
        {
            shape.Element(P + "spPr")!.ReplaceNodes(new Box(40, 380, 640, 110).Transform(A + "xfrm"));
        }
    }

    /// <summary>Parts the place for content into two side by side, both low.</summary>
    internal static void Part(XElement layout)
    {
        Lower(layout);
        foreach (XElement left in layout.Descendants(P + "sp").Where(shape => shape.Descendants(P + "ph").Any(ph => ph.Attribute("type") is null)).ToList())
        {
            var right = new XElement(left);
            right.Descendants(P + "cNvPr").Single().SetAttributeValue("id", 9);
            right.Descendants(P + "ph").Single().SetAttributeValue("idx", 2);
            left.Element(P + "spPr")!.ReplaceNodes(new Box(40, 250, 400, 240).Transform(A + "xfrm"));
            right.Element(P + "spPr")!.ReplaceNodes(new Box(450, 250, 230, 240).Transform(A + "xfrm"));
            left.AddAfterSelf(right);
        }
    }

    private static void Narrow(XElement root)
    {
        foreach (XAttribute across in root.Descendants(A + "off").Select(off => off.Attribute("x")!).Concat(root.Descendants(A + "ext").Select(ext => ext.Attribute("cx")).OfType<XAttribute>()))
        {
            across.Value = ((long)Math.Round((long)across * Narrower)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private static void Change(OpenXmlPart part, Action<XElement> change)
    {
        XElement root = Read(part);
        change(root);
        Ooxml.Write(part, root);
    }
}
