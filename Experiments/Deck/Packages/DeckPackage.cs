using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Experiments.Charts;
using Experiments.Deck.Layouts;
using Experiments.Deck.NativeCharts;
using Experiments.Deck.Slides;
using Experiments.Store;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.Packages;

/// <summary>Writes slides as a presentation.</summary>
internal static class DeckPackage
{
    private const uint FirstSlideId = 256;

    /// <summary>Writes a deck.</summary>
    /// <param name="content">Its slides.</param>
    /// <param name="template">A copy of the template in memory, and its name; null for the program's own design.</param>
    /// <param name="draw">Draws the charts that take a picture, each for its place; null when there is no browser.</param>
    /// <returns>The file: the same slides and template always give the same bytes.</returns>
    /// <exception cref="RefusedException">The template lacks a layout.</exception>
    internal static byte[] Write(DeckContent content, (MemoryStream File, string Name)? template, Func<IReadOnlyList<Chart>, Box, IReadOnlyDictionary<Chart, byte[]>>? draw)
    {
        MemoryStream stream = template?.File ?? Own();
        using (var document = PresentationDocument.Open(stream, isEditable: true))
        {
            document.PartExtensionProvider.AddPartExtension(NativeParts.Workbook, ".xlsx");
            var design = DeckDesign.Of(document, template?.Name ?? "The program's own design");
            var places = new SlidePlaces(design);
            Chart[] charts = [.. content.Slides.OfType<ChartSlide>().Select(slide => slide.Chart)];
            Dictionary<Chart, NativeChart> native = charts.Distinct()
                .Select(chart => (Chart: chart, Native: NativeChart.Of(chart, places.Chart)))
                .Where(entry => entry.Native is not null)
                .ToDictionary(entry => entry.Chart, entry => entry.Native!);
            Chart[] pictured = [.. charts.Where(chart => !native.ContainsKey(chart))];
            IReadOnlyDictionary<Chart, byte[]> pictures = draw is not null && pictured.Length > 0 ? draw(pictured, places.Chart) : new Dictionary<Chart, byte[]>();
            AddSlides(design, content, new SlideDrawing(design, places, native, pictures));
            RemoveWhatTellsOfOldSlides(document);
            Describe(document, content);
        }

        return StableZip.Of(stream);
    }

    private static MemoryStream Own()
    {
        var stream = new MemoryStream();
        OwnDesign.Write(stream);
        stream.Position = 0;
        return stream;
    }

    private static void AddSlides(DeckDesign design, DeckContent content, SlideDrawing drawing)
    {
        var notes = new NotesPages(design.Part);
        var ids = new List<XElement>();
        foreach (DeckSlide slide in content.Slides)
        {
            foreach ((DesignLayout layout, Action<SlideShapes> fill) in drawing.Pages(slide))
            {
                string relationship = $"rIdSlide{ids.Count + 1}";
                SlidePart part = design.Part.AddNewPart<SlidePart>(relationship);
                part.AddPart(layout.Part, "rId1");
                var shapes = new SlideShapes(part, layout);
                fill(shapes);
                if (slide is not OpeningSlide)
                {
                    shapes.AddNumber(ids.Count + 1);
                }

                shapes.Write();
                notes.Add(part, slide.Notes);
                ids.Add(new XElement(P + "sldId", new XAttribute("id", FirstSlideId + ids.Count), new XAttribute(R + "id", relationship)));
            }
        }

        XElement root = Read(design.Part);
        XElement after = root.Element(P + "handoutMasterIdLst") ?? root.Element(P + "notesMasterIdLst") ?? root.Element(P + "sldMasterIdLst")!;
        after.AddAfterSelf(new XElement(P + "sldIdLst", ids));
        Ooxml.Write(design.Part, root);
    }

    // A picture and a list of the template's slides, which are gone.
    private static void RemoveWhatTellsOfOldSlides(PresentationDocument document)
    {
        foreach (OpenXmlPart part in new OpenXmlPart?[] { document.ThumbnailPart, document.ExtendedFilePropertiesPart }.OfType<OpenXmlPart>())
        {
            document.DeletePart(part);
        }
    }

    private static CoreFilePropertiesPart Added(PresentationDocument document)
    {
        CoreFilePropertiesPart part = document.AddCoreFilePropertiesPart();
        document.ChangeIdOfPart(part, "rIdProperties");
        return part;
    }

    // Dated as the results are, not as the file: written again it is the same.
    private static void Describe(PresentationDocument document, DeckContent content)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace elements = "http://purl.org/dc/elements/1.1/";
        XNamespace instance = "http://www.w3.org/2001/XMLSchema-instance";
        string made = content.Made.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        XElement Date(string name) => new(terms + name, new XAttribute(instance + "type", "dcterms:W3CDTF"), made);
        CoreFilePropertiesPart part = document.CoreFilePropertiesPart ?? Added(document);
        Ooxml.Write(part, new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core),
            new XAttribute(XNamespace.Xmlns + "dc", elements),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms),
            new XAttribute(XNamespace.Xmlns + "xsi", instance),
            new XElement(elements + "title", Text(content.Title)),
            new XElement(elements + "creator", $"Simulation {Tool.Version}"),
            new XElement(elements + "description", Text(content.Description)),
            Date("created"),
            Date("modified")));
    }
}
