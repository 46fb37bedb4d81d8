using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Experiments.Deck.Layouts;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.Packages;

/// <summary>Speaker notes: a page a slide, below a small picture of it.</summary>
/// <param name="presentation">The presentation.</param>
internal sealed class NotesPages(PresentationPart presentation)
{
    private const string MasterRelationship = "rIdNotesMaster";
    private static readonly Box Picture = new(54, 54, 432, 243);
    private static readonly Box Text = new(54, 320, 432, 360);

    private readonly NotesMasterPart _master = presentation.NotesMasterPart ?? Master(presentation);

    /// <summary>Adds the notes of a slide.</summary>
    /// <param name="slide">The slide.</param>
    /// <param name="notes">Paragraphs.</param>
    internal void Add(SlidePart slide, IReadOnlyList<string> notes)
    {
        NotesSlidePart part = slide.AddNewPart<NotesSlidePart>("rId2");
        part.AddPart(_master, "rId1");
        part.AddPart(slide, "rId2");
        Write(part, new XElement(
            P + "notes",
            OwnMaster.Namespaces(),
            new XElement(P + "cSld", OwnMaster.Tree(
                Shape(2, "Slide", "sldImg", null, null),
                Shape(3, "Notes", "body", 1, null, notes.Select(note => new XElement(A + "p", DeckText.Run(note)))))),
            new XElement(P + "clrMapOvr", new XElement(A + "masterClrMapping"))));
    }

    private static NotesMasterPart Master(PresentationPart presentation)
    {
        NotesMasterPart part = presentation.AddNewPart<NotesMasterPart>(MasterRelationship);
        Write(part.AddNewPart<ThemePart>("rId1"), OwnTheme.Write());
        XElement master = OwnMaster.Master([]);
        Write(part, new XElement(
            P + "notesMaster",
            OwnMaster.Namespaces(),
            new XElement(
                P + "cSld",
                new XElement(P + "bg", new XElement(P + "bgRef", new XAttribute("idx", 1001), Val(A + "schemeClr", "bg1"))),
                OwnMaster.Tree(
                    Shape(2, "Slide", "sldImg", null, Picture),
                    Shape(3, "Notes", "body", 1, Text, [DeckText.Paragraph("Notes")]))),
            master.Element(P + "clrMap")));
        XElement root = Read(presentation);
        root.Element(P + "sldMasterIdLst")!.AddAfterSelf(new XElement(P + "notesMasterIdLst", new XElement(P + "notesMasterId", new XAttribute(R + "id", MasterRelationship))));
        Write(presentation, root);
        return part;
    }

    private static XElement Shape(int id, string name, string type, int? index, Box? box, IEnumerable<XElement>? paragraphs = null) => new(
        P + "sp",
        new XElement(
            P + "nvSpPr",
            new XElement(P + "cNvPr", new XAttribute("id", id), new XAttribute("name", name)),
            new XElement(P + "cNvSpPr", type == "sldImg" ? new XElement(A + "spLocks", new XAttribute("noGrp", 1), new XAttribute("noRot", 1), new XAttribute("noChangeAspect", 1)) : null),
            new XElement(P + "nvPr", new XElement(P + "ph", new XAttribute("type", type), index is null ? null : new XAttribute("idx", index)))),
        new XElement(P + "spPr", box?.Transform(A + "xfrm"), box is null ? null : new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst"))),
        paragraphs is null ? null : DeckText.Body(P + "txBody", new XElement(A + "bodyPr"), paragraphs));
}
