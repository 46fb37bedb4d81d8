using Experiments.Analysis;
using Experiments.Analysis.Fronts;
using Experiments.Charts.Figures;
using Experiments.Charts.Sweeps;

namespace Experiments.Charts.Fronts;

/// <summary>Mean, worst tenth and regret of each policy of the front, beside sending nothing.</summary>
internal static class FrontRobustnessChart
{
    internal const string Id = "robustness";

    internal static ChartEntry Draw(FrontChartContext context)
    {
        FrontResults results = context.Results;
        string title = context.Answer.Title(FrontFindings.Robust, "Robustness");
        return context.Draw(
            Id,
            title,
            $"A row is a policy of the front. Dots: its mean {results.Gain.Label}. Triangles: its mean in the worst tenth of {results.Drawn}. Crosses: the regret in the worst tenth of regrets – what the best policy of the front would have brought more; less is better.",
            $"{MeanInterval.Method}; worst tenths have no interval",
            title + ".",
            format => Draw(results, format),
            Table(results));
    }

    /// <summary>The figures behind it, for every policy of the front and for sending nothing.</summary>
    internal static TidyTable Table(FrontResults results) => new(
        ["policy", results.Gain.AxisTitle, "low_95", "high_95", "worst_tenth", "mean_regret", "worst_tenth_of_regret", "share_better_than_silence", "share_low_95", "share_high_95"],
        [.. Rows(results).Select(row => (IReadOnlyList<string>)
        [
            row.Policy.Name, .. TidyTable.Cells(row.Policy.Means[0].Times(results.Gain.Scale)),
            TidyTable.Cell(row.Robustness.WorstTenth * results.Gain.Scale), TidyTable.Cell(row.Robustness.Regret * results.Gain.Scale), TidyTable.Cell(row.Robustness.WorstRegret * results.Gain.Scale),
            .. TidyTable.Cells(row.Robustness.BeatsSilence),
        ])]);

    private static IEnumerable<(JudgedPolicy Policy, Robustness Robustness)> Rows(FrontResults results) =>
        results.Front.Zip(results.Robustness).Append((results.Silent, results.SilentRobustness!));

    private static Figure Draw(FrontResults results, Format format)
    {
        (JudgedPolicy Policy, Robustness Robustness)[] rows = [.. Rows(results)];
        double scale = results.Gain.Scale;
        double[] places = [.. rows.Select((_, index) => (double)index)];
        Interval[] means = [.. rows.Select(row => row.Policy.Means[0].Times(scale))];
        string[] names = ["mean", "mean of its worst tenth", "regret in its worst tenth"];
        Margin margin = format.Around(format.Choose(110, 92), 18, 20 + format.Legend(names, format.Width - 120), 52);
        double height = format.Plot(rows.Length * format.Choose(22, 22), margin);
        double[] across = SweepChartContext.Padded([.. means.SelectMany(mean => new[] { mean.Low ?? mean.Mean, mean.High ?? mean.Mean }), .. rows.Select(row => row.Robustness.WorstTenth * scale), .. rows.Select(row => row.Robustness.WorstRegret * scale), 0], 0.04);
        ScatterTrace Marks(int name, IEnumerable<double> values, string colour, string symbol, ErrorBars? bars) => new()
        {
            Name = names[name],
            X = [.. values],
            Y = places,
            Mode = "markers",
            Marker = new Marker { Color = colour, Symbol = symbol, Size = 9 },
            ErrorX = bars,
            Showlegend = true,
            Cliponaxis = false,
            Hovertemplate = "%{y}: %{x:,.3~s}<extra>" + names[name] + "</extra>",
        };
        return new Figure(
            [
                Marks(0, means.Select(mean => mean.Mean), Palette.Good, "circle", new ErrorBars { Array = [.. means.Select(mean => mean.Above)], Arrayminus = [.. means.Select(mean => mean.Below)], Color = Palette.Good, Thickness = 1.5, Width = 0 }),
                Marks(1, rows.Select(row => row.Robustness.WorstTenth * scale), Palette.Bad, "triangle-left", null),
                Marks(2, rows.Select(row => row.Robustness.WorstRegret * scale), Palette.Muted, "x-thin-open", null),
            ],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis { Range = across, Zeroline = true, Nticks = format.Choose(8, 5), Tickformat = SweepChartContext.Tickformat(results.Gain, across), Ticksuffix = results.Gain.IsShare ? "%" : null, Title = new AxisTitle(results.Gain.AxisTitle, 8) },
                    ["yaxis"] = new Axis { Range = [rows.Length - 0.4, -0.6], Tickvals = places, Ticktext = [.. rows.Select((row, index) => index == results.KneeIndex ? $"{row.Policy.Name}, knee" : row.Policy.Name == results.Silent.Name && format.IsNarrow ? "nothing" : row.Policy.Name)] },
                },
                Showlegend = true,
                Legend = new Legend(),
                Font = format.Font,
                Margin = margin,
                Height = height + margin.T + margin.B,
            });
    }
}
