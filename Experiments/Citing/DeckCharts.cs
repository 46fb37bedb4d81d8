using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using Experiments.Charts;
using Experiments.Store;

namespace Experiments.Citing;

/// <summary>
/// Finds the charts in a deck: by the tags of a shape, which PowerPoint keeps when a slide is copied into another deck, or else by what
/// its picture carries, which is all that is left when somebody inserted the file; or else by its name, which is all that is
/// left of a native chart when another program saved the deck.
/// </summary>
internal static class DeckCharts
{
    /// <summary>Every chart and picture on the slides, in their order.</summary>
    /// <param name="path">The deck.</param>
    /// <exception cref="RefusedException">The file is no PowerPoint presentation.</exception>
    internal static IReadOnlyList<DeckChart> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new RefusedException($"There is no {path}. Name the deck that is to be checked: cite --check deck.pptx results.");
        }

        try
        {
            using var deck = PresentationDocument.Open(path, isEditable: false);
            PresentationPart presentation = deck.PresentationPart ?? throw new RefusedException($"{path} is no PowerPoint presentation.");
            SlidePart[] slides = [.. (presentation.Presentation.SlideIdList?.Elements<SlideId>() ?? []).Select(slide => (SlidePart)presentation.GetPartById(slide.RelationshipId!.Value!))];
            return [.. slides.SelectMany((slide, index) => Of(slide, index + 1))];
        }
        catch (Exception error) when (error is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException)
        {
            throw new RefusedException($"{path} cannot be read as a PowerPoint presentation ({error.Message.TrimEnd('.')}). Save it as .pptx.", error);
        }
    }

    private static IEnumerable<DeckChart> Of(SlidePart slide, int number)
    {
        foreach (OpenXmlElement shape in slide.Slide.Descendants().Where(element => element is Picture or GraphicFrame))
        {
            NonVisualDrawingProperties? named = shape.Descendants<NonVisualDrawingProperties>().FirstOrDefault();
            ChartMetadata? found = Tags(slide, shape) ?? Pictures(slide, shape).FirstOrDefault(metadata => metadata is not null) ?? ChartMark.Read(named?.Name?.Value ?? "");
            bool isChart = shape is Picture || shape.Descendants<DocumentFormat.OpenXml.Drawing.Charts.ChartReference>().Any();
            if (found is not null || isChart)
            {
                yield return new DeckChart(number, named?.Name?.Value ?? "", found);
            }
        }
    }

    private static ChartMetadata? Tags(SlidePart slide, OpenXmlElement shape) => shape.Descendants<CustomerDataTags>()
        .Select(tags => tags.Id?.Value is { } id && slide.TryGetPartById(id, out OpenXmlPart? part) && part is UserDefinedTagsPart found ? found.TagList : null)
        .SelectMany(list => list?.Elements<Tag>() ?? [])
        .Where(tag => string.Equals(tag.Name?.Value, ChartMetadata.Key, StringComparison.OrdinalIgnoreCase))
        .Select(tag => ChartMetadata.FromJson(tag.Val?.Value ?? ""))
        .FirstOrDefault(metadata => metadata is not null);

    // Beside the picture a shape may name the drawing it stands for, in an extension.
    private static IEnumerable<ChartMetadata?> Pictures(SlidePart slide, OpenXmlElement shape) => shape.Descendants()
        .SelectMany(element => element.GetAttributes())
        .Where(attribute => attribute.LocalName is "embed" or "link" && attribute.Value is not null)
        .Select(attribute => slide.TryGetPartById(attribute.Value!, out OpenXmlPart? part) ? part as ImagePart : null)
        .OfType<ImagePart>()
        .Select(part =>
        {
            using Stream stream = part.GetStream();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return PictureMetadata.Read(bytes.ToArray());
        });
}
