using Experiments.Charts;
using Experiments.Charts.Figures;

namespace Experiments.Notebooks;

/// <summary>Upright bars that touch: how often values occur.</summary>
internal static class HistogramFigure
{
    internal static Figure Draw(Bins bins, string xAxis, string yAxis, double? mark)
    {
        double[] ends = [Math.Min(bins.First, mark ?? bins.First), Math.Max(bins.Edge(bins.Counts.Count), mark ?? bins.First)];
        double[] range = MarkSeries.Padded(ends, 0.03);
        double highest = bins.Counts.Max() * 1.06;
        return new Figure(
            [
                new BarTrace
                {
                    Name = yAxis,
                    Orientation = "v",
                    X = [.. bins.Counts.Select((_, bin) => bins.Edge(bin) + (bins.Width / 2))],
                    Y = [.. bins.Counts.Select(count => (double)count)],
                    Width = bins.Width,
                    Marker = new Marker { Color = Palette.Policies[0], Line = new Line { Color = Palette.Paper, Width = 1 } },
                    Text = [.. bins.Counts.Select((count, bin) => $"{Words.Number(bins.Edge(bin))} to {Words.Number(bins.Edge(bin + 1))}: {Words.Number(count)}")],
                    Textposition = "none",
                    Hovertemplate = "%{text}<extra></extra>",
                },
            ],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis { Title = new AxisTitle(xAxis, 6), Range = range, Nticks = 10, Showgrid = false, Tickformat = MarkSeries.TickFormat(range) },
                    ["yaxis"] = new Axis { Title = new AxisTitle(yAxis, 8), Range = [0, highest], Nticks = 6 },
                },
                Shapes = mark is { } at ? [new Shape { Type = "line", X0 = at, X1 = at, Y0 = 0, Y1 = highest, Layer = "above", Line = new Line { Color = Palette.Ink, Width = 1.5, Dash = "dash" } }] : [],
                Font = Format.Wide.Font,
                Margin = new Margin(62, 20, 12, 52),
                Height = 380,
            });
    }
}
