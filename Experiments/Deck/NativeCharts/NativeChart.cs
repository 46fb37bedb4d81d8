using System.Xml.Linq;
using Experiments.Charts;
using Experiments.Charts.Figures;
using Experiments.Deck.Layouts;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.NativeCharts;

/// <summary>
/// A chart that PowerPoint draws itself, with its data behind, where its kinds of chart can say all that the figure says: lines, points and
/// bars on one pair of axes. Bands, maps, panels and ranges drawn behind the data are left to a picture: without them the figure would say less.
/// </summary>
/// <param name="ChartSpace">The chart part.</param>
/// <param name="Workbook">The data behind it.</param>
internal sealed record NativeChart(XElement ChartSpace, byte[] Workbook)
{
    /// <summary>Font size of everything in a chart, points. Chosen: at 14 figures no longer fit into narrow bars, and names of neighbouring points meet.</summary>
    internal const double FontSize = 12;

    /// <summary>Relationship of the data.</summary>
    internal const string WorkbookRelationship = "rId1";

    private const double PixelsPerPoint = 96.0 / 72;

    /// <summary>Draws a chart; null when it takes a picture.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="box">Its place.</param>
    internal static NativeChart? Of(Chart chart, Box box)
    {
        Figure figure = chart.Draw(new Format(IsNarrow: false, box.Width * PixelsPerPoint, FontSize * PixelsPerPoint));
        return Qualifies(figure) ? Write(figure, box) : null;
    }

    /// <summary>Whether PowerPoint's kinds of chart can say all that a figure says.</summary>
    internal static bool Qualifies(Figure figure) =>
        figure.Layout.Axes.Count == 2
        && figure.Layout.Axes.TryGetValue("xaxis", out object? across) && figure.Layout.Axes.TryGetValue("yaxis", out object? up)
        && across is Axis { Range: not null } && up is Axis { Range: not null }
        && figure.Layout.Shapes.All(shape => shape.Type == "line")
        && (IsScatter(figure) || IsBars(figure));

    private static bool IsScatter(Figure figure) =>
        figure.Data.Count > 0
        && figure.Data.All(trace => trace is ScatterTrace { Fill: null, Line.Shape: null or "linear" } or ScatterTrace { Fill: null, Line: null })
        && figure.Layout.Annotations.All(annotation => IsEndLabel(annotation, figure));

    // Bars on a logarithmic scale begin somewhere else in every program.
    private static bool IsBars(Figure figure)
    {
        BarTrace[] bars = [.. figure.Data.OfType<BarTrace>()];
        return bars.Length > 0
            && bars.Length == figure.Data.Count
            && figure.Layout.Axes["xaxis"] is Axis { Type: "linear" }
            && bars.All(bar => bar.Orientation == "h" && bar.Y.SequenceEqual(bars[0].Y))
            && figure.Layout.Axes["yaxis"] is Axis { Ticktext: { } names } && names.Count == bars[0].Y.Count
            && figure.Layout.Shapes.Count == 0
            && figure.Layout.Annotations.Count == 0;
    }

    /// <summary>Whether an annotation names a line at its end.</summary>
    internal static bool IsEndLabel(Annotation annotation, Figure figure) =>
        annotation is { Xref: "paper", X: 1, Yref: "y" } && figure.Data.Any(trace => Named(annotation, trace));

    /// <summary>Whether an annotation is the name of a line.</summary>
    internal static bool Named(Annotation annotation, Trace trace) => NativeAxis.Plain(annotation.Text) == trace.Name;

    private static NativeChart Write(Figure figure, Box box)
    {
        var sheet = new DataSheet();
        (XElement plot, XElement? legend) = figure.Data.OfType<BarTrace>().Any()
            ? new NativeBars(figure, box, sheet).Write()
            : new NativeScatter(figure, box, sheet).Write();
        var space = new XElement(
            C + "chartSpace",
            new XAttribute(XNamespace.Xmlns + "c", C),
            new XAttribute(XNamespace.Xmlns + "a", A),
            new XAttribute(XNamespace.Xmlns + "r", R),
            Val(C + "date1904", 0),
            Val(C + "roundedCorners", 0),
            new XElement(
                C + "chart",
                Val(C + "autoTitleDeleted", 1),
                plot,
                legend,
                Val(C + "plotVisOnly", 1),
                Val(C + "dispBlanksAs", "gap")),
            new XElement(C + "spPr", Fill("bg1"), new XElement(A + "ln", new XElement(A + "noFill"))),
            NativeText.Properties(FontSize),
            new XElement(C + "externalData", new XAttribute(R + "id", WorkbookRelationship), Val(C + "autoUpdate", 0)));
        return new NativeChart(space, sheet.Write());
    }

    /// <summary>The place of the plotted part within the chart.</summary>
    internal static XElement Inner(Box plot, Box chart) => new(
        C + "layout",
        new XElement(
            C + "manualLayout",
            Val(C + "layoutTarget", "inner"),
            Val(C + "xMode", "edge"),
            Val(C + "yMode", "edge"),
            Val(C + "x", Share(plot.X / chart.Width)),
            Val(C + "y", Share(plot.Y / chart.Height)),
            Val(C + "w", Share(plot.Width / chart.Width)),
            Val(C + "h", Share(plot.Height / chart.Height))));

    /// <summary>Height of a legend above the data, on as many lines as its names need.</summary>
    internal static double LegendHeight(IEnumerable<string> names, double width) =>
        Math.Ceiling(names.Sum(name => TextFit.Width(name, FontSize) + (3 * FontSize)) / (0.75 * width)) * FontSize * LegendLine;

    /// <summary>Height of a line of a legend over the font size. Chosen.</summary>
    private const double LegendLine = 1.7;

    /// <summary>A legend above the data.</summary>
    /// <param name="hidden">Numbers of series it does not list.</param>
    internal static XElement Legend(IEnumerable<int> hidden) => new(
        C + "legend",
        Val(C + "legendPos", "t"),
        hidden.Select(index => new XElement(C + "legendEntry", Val(C + "idx", index), Val(C + "delete", 1))),
        Val(C + "overlay", 0),
        NativeText.Properties(FontSize));

    private static string Share(double value) => Number(Math.Round(value, 5));
}
