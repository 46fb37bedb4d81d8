using System.Xml.Linq;
using Experiments.Charts;
using Experiments.Charts.Figures;
using Experiments.Deck.Layouts;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.NativeCharts;

/// <summary>Lines and points on one pair of axes.</summary>
/// <param name="figure">The figure.</param>
/// <param name="box">The place of the chart.</param>
/// <param name="sheet">Takes the data.</param>
internal sealed class NativeScatter(Figure figure, Box box, DataSheet sheet)
{
    private const int AcrossId = 1001;
    private const int UpId = 1002;
    private const double Gap = 6;

    private readonly NativeAxis _across = new((Axis)figure.Layout.Axes["xaxis"], figure.Data.Cast<ScatterTrace>().SelectMany(trace => trace.X.Select((x, point) => x - Below(trace.ErrorX, point))).Min());
    private readonly NativeAxis _up = new((Axis)figure.Layout.Axes["yaxis"], figure.Data.Cast<ScatterTrace>().SelectMany(trace => trace.Y.Select((y, point) => y - Below(trace.ErrorY, point))).Min());
    private readonly Annotation[] _ends = [.. figure.Layout.Annotations];
    private readonly Format _format = new(IsNarrow: false, box.Width, NativeChart.FontSize);

    /// <summary>Writes the plot area and the legend.</summary>
    internal (XElement Plot, XElement? Legend) Write()
    {
        ScatterTrace[] traces = [.. figure.Data.Cast<ScatterTrace>()];
        bool hasLegend = HasLegend(traces);
        Box plot = Plot(hasLegend);
        var series = new List<XElement>();
        var hidden = new List<int>();
        var listed = new HashSet<string>();
        string[] sides = Sides(traces, plot);
        for (int index = 0; index < traces.Length; index++)
        {
            if (traces[index].Name.Length == 0 || traces[index].Showlegend == false || !listed.Add(traces[index].Name))
            {
                hidden.Add(index);
            }

            series.Add(Series(traces[index], index, plot, sides));
        }

        foreach (XElement guide in Guides(series.Count).Concat(Names(series.Count + figure.Layout.Shapes.Count)))
        {
            hidden.Add(series.Count);
            series.Add(guide);
        }

        return (new XElement(
            C + "plotArea",
            NativeChart.Inner(plot, box),
            new XElement(
                C + "scatterChart",
                Val(C + "scatterStyle", "lineMarker"),
                Val(C + "varyColors", 0),
                series,
                Val(C + "axId", AcrossId),
                Val(C + "axId", UpId)),
            _across.Value(AcrossId, UpId, isBelow: true, _up.IsReversed ? "max" : _up.IsLog ? "min" : "autoZero", NativeChart.FontSize),
            _up.Value(UpId, AcrossId, isBelow: false, "min", NativeChart.FontSize),
            new XElement(C + "spPr", new XElement(A + "noFill"))),
            hasLegend ? NativeChart.Legend(hidden) : null);
    }

    private static double Below(ErrorBars? bars, int point) => bars is null ? 0 : (bars.Arrayminus ?? bars.Array)[point];

    private bool HasLegend(ScatterTrace[] traces) =>
        figure.Layout.Showlegend
        || (_ends.Length == 0 && !traces.Any(trace => trace.Mode.Contains("text", StringComparison.Ordinal)) && traces.Select(trace => trace.Name).Where(name => name.Length > 0).Distinct().Count() > 1);

    // What labels, titles and numbers need is taken off the edges.
    private Box Plot(bool hasLegend)
    {
        double line = NativeChart.FontSize * TextFit.LineHeight;
        double names = _up.Names is { } rows ? Math.Min(box.Width / 3, rows.Max(row => TextFit.Width(row.Name, NativeChart.FontSize))) : _up.LabelWidth(NativeChart.FontSize);
        double left = names + (2 * Gap) + (_up.Title.Length > 0 ? line + Gap : 0);
        double right = _ends.Length == 0 ? 3 * Gap : _ends.Max(end => EndLines(end).Max(text => TextFit.Width(text, NativeChart.FontSize))) + (3 * Gap);
        double top = hasLegend ? NativeChart.LegendHeight(figure.Data.Select(trace => trace.Name).Distinct(), box.Width) + Gap : 2 * Gap;
        double bottom = line + (2 * Gap) + (_across.Title.Length > 0 ? line + Gap : 0);
        return new Box(left, top, box.Width - left - right, box.Height - top - bottom);
    }

    private XElement Series(ScatterTrace trace, int index, Box plot, string[] sides)
    {
        int x = sheet.Shared(_across.Title.Length > 0 ? _across.Title : "across", trace.X);
        int y = sheet.Add(trace.Name.Length > 0 ? trace.Name : $"series {index + 1}", trace.Y);
        List<XElement> labels = [.. End(trace, index, plot), .. Labels(trace, plot, sides, index)];
        return new XElement(
            C + "ser",
            Val(C + "idx", index),
            Val(C + "order", index),
            NativeText.Texts(C + "tx", sheet.HeadingOf(y), [trace.Name]),
            SeriesLook.Line(trace),
            SeriesLook.Markers(trace),
            SeriesLook.Points(trace),
            NativeText.Labels(labels),
            NativeErrorBars.Write(trace.ErrorX, "x", trace.Name, sheet),
            NativeErrorBars.Write(trace.ErrorY, "y", trace.Name, sheet),
            NativeText.Numbers(C + "xVal", sheet.RangeOf(x), trace.X),
            NativeText.Numbers(C + "yVal", sheet.RangeOf(y), trace.Y),
            Val(C + "smooth", 0));
    }

    // The name of a line stands at its end, in its colour; where lines end close together, names are pushed apart.
    private IEnumerable<XElement> End(ScatterTrace trace, int index, Box plot)
    {
        bool isLast = !figure.Data.Skip(index + 1).Any(other => other.Name == trace.Name);
        if (!isLast || _ends.FirstOrDefault(end => NativeChart.Named(end, trace)) is not { } label)
        {
            yield break;
        }

        List<(string Name, double Value)> ends = [.. _ends.Select(end => (NativeAxis.Plain(end.Text), ((ScatterTrace)figure.Data.Last(other => NativeChart.Named(end, other))).Y[^1]))];
        double place = EndLabels.Spread(ends, [_up.Min, _up.Max], plot.Height, _format).First(entry => entry.Name == trace.Name).Place;
        double down = (_up.Share(trace.Y[^1]) - _up.Share(place)) * plot.Height / box.Height;
        yield return NativeText.Label(trace.X.Count - 1, EndLines(label), "r", (0, Math.Abs(down) < 0.004 ? 0 : down), NativeChart.FontSize, (string?)label.Font?.Color ?? Palette.Ink);
    }

    private IEnumerable<string> EndLines(Annotation end) => _format.Wrapped(NativeAxis.Plain(end.Text)).Split("<br>");

    // One side for each label of the chart, whatever its series.
    private string[] Sides(ScatterTrace[] traces, Box plot)
    {
        (ScatterTrace Trace, int Point)[] labelled = [.. Labelled(traces)];
        return LabelPlacement.Sided(
            [.. labelled.Select(entry => (_across.Share(entry.Trace.X[entry.Point]) * plot.Width, _up.Share(entry.Trace.Y[entry.Point]) * plot.Height))],
            [.. labelled.Select(entry => (Lines(entry.Trace, entry.Point).Max(line => TextFit.Width(line, NativeChart.FontSize)), Lines(entry.Trace, entry.Point).Length * NativeChart.FontSize * TextFit.LineHeight))],
            plot.Width,
            plot.Height);
    }

    private static IEnumerable<(ScatterTrace Trace, int Point)> Labelled(IEnumerable<ScatterTrace> traces) => traces
        .Where(trace => trace.Mode.Contains("text", StringComparison.Ordinal) && trace.Text is not null)
        .SelectMany(trace => Enumerable.Range(0, trace.X.Count).Where(point => trace.Text![point].Length > 0).Select(point => (trace, point)));

    private static string[] Lines(ScatterTrace trace, int point) => trace.Text![point].Split("<br>");

    private IEnumerable<XElement> Labels(ScatterTrace trace, Box plot, string[] sides, int index)
    {
        int before = Labelled(figure.Data.Take(index).Cast<ScatterTrace>()).Count();
        foreach (((ScatterTrace _, int point), string side) in Labelled([trace]).Zip(sides.Skip(before)))
        {
            string[] lines = Lines(trace, point);
            string position = side.Contains("right", StringComparison.Ordinal) ? "r" : side.Contains("left", StringComparison.Ordinal) ? "l" : side.StartsWith("top", StringComparison.Ordinal) ? "t" : "b";
            double half = (lines.Length * NativeChart.FontSize * TextFit.LineHeight / 2) + 2;
            double down = position is "t" or "b" || side.StartsWith("middle", StringComparison.Ordinal) ? 0 : (side.StartsWith("top", StringComparison.Ordinal) ? -half : half) / box.Height;
            yield return NativeText.Label(point, lines, position, (0, down), NativeChart.FontSize, (string?)trace.Textfont?.Color ?? Palette.Ink);
        }
    }

    // Lines of the layout as series of two points.
    private IEnumerable<XElement> Guides(int from) => figure.Layout.Shapes.Select((shape, index) =>
    {
        double[] x = shape.Xref == "x" ? [shape.X0, shape.X1] : [_across.Min, _across.Max];
        double[] y = shape.Yref == "y" ? [shape.Y0, shape.Y1] : [_up.Min, _up.Max];
        return Silent($"guide {index + 1}", from + index, x, y, NativeAxis.Stroke(shape.Line.Color ?? Palette.Axis, 0.75, SeriesLook.Dash(shape.Line.Dash)), []);
    });

    // Names of rows or levels, as labels of points that are not seen: PowerPoint has no names on a scale of numbers.
    private IEnumerable<XElement> Names(int from)
    {
        XElement nothing = new(C + "spPr", new XElement(A + "ln", new XElement(A + "noFill")));
        if (_up.Names is { } rows)
        {
            yield return Silent("names of rows", from, [.. rows.Select(_ => _across.Min)], [.. rows.Select(row => row.Place)], nothing, [.. rows.Select((row, index) => NativeText.Label(index, [row.Name], "l", default, NativeChart.FontSize, Palette.Ink))]);
            from++;
        }

        if (_across.Names is { } levels)
        {
            yield return Silent("names of levels", from, [.. levels.Select(level => level.Place)], [.. levels.Select(_ => _up.IsReversed ? _up.Max : _up.Min)], new XElement(nothing), [.. levels.Select((level, index) => NativeText.Label(index, [level.Name], "b", default, NativeChart.FontSize, Palette.Ink))]);
        }
    }

    private XElement Silent(string name, int index, double[] x, double[] y, XElement look, IReadOnlyList<XElement> labels)
    {
        int across = sheet.Add($"{name}: across", x);
        int up = sheet.Add(name, y);
        return new XElement(
            C + "ser",
            Val(C + "idx", index),
            Val(C + "order", index),
            NativeText.Texts(C + "tx", sheet.HeadingOf(up), [name]),
            look,
            new XElement(C + "marker", Val(C + "symbol", "none")),
            NativeText.Labels(labels),
            NativeText.Numbers(C + "xVal", sheet.RangeOf(across), x),
            NativeText.Numbers(C + "yVal", sheet.RangeOf(up), y),
            Val(C + "smooth", 0));
    }
}
