using System.Text.Json;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Experiments.Charts;
using static Experiments.Deck.Layouts.Ooxml;

namespace Simulator.Tests.Deck;

/// <summary>A deck opened for reading.</summary>
internal sealed class DeckFile : IDisposable
{
    private readonly PresentationDocument _document;

    internal DeckFile(string path)
    {
        _document = PresentationDocument.Open(path, isEditable: false);
        Presentation = _document.PresentationPart!;
        Slides = [.. Read(Presentation).Element(P + "sldIdLst")!.Elements().Select(slide => (SlidePart)Presentation.GetPartById((string)slide.Attribute(R + "id")!))];
    }

    internal PresentationPart Presentation { get; }

    /// <summary>Its slides, in order.</summary>
    internal IReadOnlyList<SlidePart> Slides { get; }

    /// <summary>What PowerPoint would find wrong.</summary>
    internal IEnumerable<string> Errors => new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(_document)
        .Select(error => $"{error.Part?.Uri}: {error.Path?.XPath}: {error.Description}");

    /// <summary>All shapes that are charts, with what they carry.</summary>
    internal IEnumerable<(SlidePart Slide, XElement Shape, ChartMetadata Metadata)> Charts => Slides.SelectMany(slide => Read(slide).Descendants(P + "tags").Select(tags =>
    {
        XElement tag = Read(slide.GetPartById((string)tags.Attribute(R + "id")!)).Element(P + "tag")!;
        Assert.Equal("SIMULATION", (string?)tag.Attribute("name"));
        return (slide, tags.Ancestors().First(shape => shape.Name == P + "graphicFrame" || shape.Name == P + "pic"), ChartMetadata.FromJson((string)tag.Attribute("val")!) ?? throw new JsonException("no metadata"));
    }));

    /// <summary>Text of a part, paragraph by paragraph.</summary>
    internal static IReadOnlyList<string> Paragraphs(OpenXmlPart part) =>
        [.. Read(part).Descendants(A + "p").Select(paragraph => string.Concat(paragraph.Descendants(A + "t").Select(text => text.Value))).Where(text => text.Length > 0)];

    /// <summary>Headline of a slide.</summary>
    internal static string Title(SlidePart slide) => string.Concat(Read(slide).Descendants(P + "sp")
        .First(shape => (string?)shape.Descendants(P + "ph").FirstOrDefault()?.Attribute("type") is "title" or "ctrTitle").Descendants(A + "t").Select(text => text.Value));

    public void Dispose() => _document.Dispose();
}
