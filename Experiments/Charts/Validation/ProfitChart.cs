using Experiments.Analysis;
using Experiments.Charts.Figures;
using Experiments.Validation;
using Experiments.Validation.Rows;
using Experiments.Validation.Statistics;

namespace Experiments.Charts.Validation;

/// <summary>Profit against frequency, both relative to their best, with the published points of V1.</summary>
internal static class ProfitChart
{
    internal const string Id = "frequency-profit";

    private const string Name = "Profit against frequency";

    /// <summary>Profits below this share of the best are not drawn.</summary>
    private const double Lowest = 0;

    internal static ChartEntry Draw(BoardChartContext context)
    {
        if (context.Row("V1") is not { } row || row.Figures.Count == 0 || row.Figures[0].Value is null || row.Figures[1].Value is null)
        {
            return new OmittedChart(Id, Name, "V1 was not asked for, or its curve has no optimum within the simulated frequencies");
        }

        LineSeries[] series =
        [
            .. Series(context, "three years (counted)", Palette.Policies[0], "solid", "circle", ProfitCurve.Lifetime(context.Results)),
            .. Series(context, "one year", Palette.Policies[4], "dash", "square", ProfitCurve.FirstYear(context.Results)),
            .. Series(context, "three years, a new offer in every message", Palette.Policies[3], "dot", "triangle-up", ProfitCurve.AllNew(context.Results)),
        ];
        (Interval few, Interval many) = (row.Figures[0].Value!.Value, row.Figures[1].Value!.Value);
        return context.Draw(
            Id,
            $"With 4/7 of the best frequency the model’s sender loses {Wording.Percent(few.Mean)} of the profit, the published one {Wording.Percent(LifetimeProfitRow.PublishedLower)}; with 10/7 {Wording.Percent(many.Mean)} and {Wording.Percent(LifetimeProfitRow.PublishedUpper)}",
            "Each curve is divided by its own best profit and its own best frequency. Diamonds: what was published (V1); the bars through them: what counts as agreement.",
            row.Row.Studies,
            MeansBootstrap.Method,
            string.Join("; ", series.Select(line => $"{line.Name}: " + string.Join(", ", line.Points.Select(point => $"{Wording.Percent(point.Y.Mean)} at {Wording.Number(point.X)} of the best frequency")))) + ".",
            format => Draw(series, format),
            new TidyTable(["curve", "frequency_relative_to_best", "profit_relative_to_best", "low_95", "high_95"], [.. series.SelectMany(line => line.Cells())]));
    }

    private static IEnumerable<LineSeries> Series(BoardChartContext context, string name, string colour, string dash, string symbol, Func<string, IReadOnlyList<double>> profit)
    {
        if (ProfitCurve.Quantity(context.Results, profit, curve => curve.Optimum) is not { } optimum)
        {
            yield break;
        }

        (double X, Interval? Y)[] points = [.. ProfitCurve.Frequencies.Select(frequency => (frequency / optimum.Mean, ProfitCurve.Quantity(context.Results, profit, curve => curve.Profit(frequency) / curve.Profit(curve.Optimum))))];
        yield return new LineSeries(name, colour, dash, symbol, [.. points.Where(point => point.Y is { } value && value.Mean > Lowest).Select(point => (point.X, point.Y!.Value))]);
    }

    private static Figure Draw(LineSeries[] series, Format format)
    {
        string[] names = [.. series.Select(line => line.Name), "published"];
        Margin margin = format.Around(56, 14, 0, 50) with { T = format.Legend(names, format.Width - format.Scaled(70)) + format.Scaled(14) };
        double height = format.Plot(format.Choose(420, 380), margin);
        double[] arms = [LifetimeProfitRow.LowerArm, LifetimeProfitRow.UpperArm];
        Band[] bands = [LifetimeProfitRow.Lower, LifetimeProfitRow.Upper];
        double[] ticks = [0.25, 0.5, LifetimeProfitRow.LowerArm, 1, LifetimeProfitRow.UpperArm, 2, 4];
        return new Figure(
            [
                .. series.Select(line => line.Trace(100, "%{x:.2f} of the best frequency: %{y:.3~s}%<extra>%{fullData.name}</extra>")),
                new ScatterTrace
                {
                    Name = "published",
                    X = [.. arms],
                    Y = [100 * (1 - LifetimeProfitRow.PublishedLower), 100 * (1 - LifetimeProfitRow.PublishedUpper)],
                    Mode = "markers",
                    Marker = new Marker { Symbol = "diamond", Size = 13, Color = Palette.Ink },
                    Hovertemplate = "published: %{y}%<extra></extra>",
                    Showlegend = true,
                },
            ],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis
                    {
                        Type = "log",
                        Range = [Math.Log10(0.22), Math.Log10(4.6)],
                        Tickvals = format.IsNarrow ? [0.25, LifetimeProfitRow.LowerArm, 1, 2, 4] : ticks,
                        Ticktext = format.IsNarrow ? ["¼", "4/7", "best", "2×", "4×"] : ["¼", "½", "4/7", "best", "10/7", "2×", "4×"],
                        Title = new AxisTitle("messages, relative to the best frequency", 6),
                    },
                    ["yaxis"] = new Axis { Range = [0, 112], Ticksuffix = "%", Title = format.IsPicture ? null : new AxisTitle("profit, share of the best", 6), Nticks = 6 },
                },
                Shapes = [.. arms.Select((arm, index) => new Shape
                {
                    X0 = arm * 0.965,
                    X1 = arm * 1.035,
                    Y0 = 100 * (1 - bands[index].High!.Value),
                    Y1 = 100 * (1 - bands[index].Low!.Value),
                    Fillcolor = Palette.Faded(Palette.Ink, 0.18),
                })],
                Showlegend = true,
                Legend = new Legend(),
                Font = format.Font,
                Margin = margin,
                Height = height + margin.T + margin.B,
            });
    }
}
