using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.Layouts;

/// <summary>The design of decks without a template, written as a presentation without slides: what follows is the same with a template and without.</summary>
internal static class OwnDesign
{
    /// <summary>Writes the empty presentation.</summary>
    internal static void Write(Stream stream)
    {
        using var document = PresentationDocument.Create(stream, PresentationDocumentType.Presentation);
        PresentationPart presentation = document.AddPresentationPart();
        document.ChangeIdOfPart(presentation, "rId1");
        SlideMasterPart master = presentation.AddNewPart<SlideMasterPart>("rId1");
        Ooxml.Write(master.AddNewPart<ThemePart>("rId9"), OwnTheme.Write());
        XElement[] layouts = [OwnMaster.TitleLayout(), OwnMaster.ContentLayout(), OwnMaster.TitleOnlyLayout()];
        string[] names = [.. layouts.Select((_, index) => $"rId{index + 1}")];
        foreach ((string name, XElement layout) in names.Zip(layouts))
        {
            SlideLayoutPart part = master.AddNewPart<SlideLayoutPart>(name);
            Ooxml.Write(part, layout);
            part.AddPart(master, "rId1");
        }

        Ooxml.Write(master, OwnMaster.Master(names));
        presentation.AddPart(master.ThemePart!, "rId2");
        Ooxml.Write(presentation, new XElement(
            P + "presentation",
            OwnMaster.Namespaces(),
            new XElement(P + "sldMasterIdLst", new XElement(P + "sldMasterId", new XAttribute("id", 2147483648L), new XAttribute(R + "id", "rId1"))),
            new XElement(P + "sldSz", new XAttribute("cx", Emu(OwnMaster.Slide.Width)), new XAttribute("cy", Emu(OwnMaster.Slide.Height))),
            new XElement(P + "notesSz", new XAttribute("cx", 6_858_000), new XAttribute("cy", 9_144_000))));
    }
}
