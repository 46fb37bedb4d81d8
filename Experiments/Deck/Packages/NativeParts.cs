using DocumentFormat.OpenXml.Packaging;
using Experiments.Deck.Layouts;
using Experiments.Deck.NativeCharts;

namespace Experiments.Deck.Packages;

/// <summary>The parts of a chart that PowerPoint draws: the chart, and the workbook behind it.</summary>
internal static class NativeParts
{
    /// <summary>Kind of the workbook.</summary>
    internal const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Adds them to a slide.</summary>
    /// <returns>The relationship to the chart.</returns>
    internal static string Add(SlideShapes shapes, NativeChart chart)
    {
        string relationship = shapes.NextPart();
        ChartPart part = shapes.Part.AddNewPart<ChartPart>(relationship);
        EmbeddedPackagePart data = part.AddNewPart<EmbeddedPackagePart>(Workbook, NativeChart.WorkbookRelationship);
        using (var stream = new MemoryStream(chart.Workbook))
        {
            data.FeedData(stream);
        }

        Ooxml.Write(part, chart.ChartSpace);
        return relationship;
    }
}
