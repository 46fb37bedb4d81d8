using Experiments.Analysis;
using Experiments.Analysis.Fronts;
using Experiments.Charts.Figures;
using Experiments.Charts.Sweeps;

namespace Experiments.Charts.Fronts;

/// <summary>Mean, worst tenth and regret of each policy of the front, beside sending nothing and the policy as written.</summary>
internal static class FrontRobustnessChart
{
    internal const string Id = "robustness";

    internal static ChartEntry Draw(FrontChartContext context)
    {
        FrontResults results = context.Results;
        string title = context.Answer.Title(RobustnessFinding.Id, "Robustness");
        return context.Draw(
            Id,
            title,
            $"A row is a policy: those of the front, sending nothing, and the policy as written. Dots: its mean {results.Gain.Label}. Triangles: its mean in its own worst tenth of {results.Drawn}. Crosses: the regret in the worst tenth of regrets – what the best of these policies would have brought more, {results.Known}; less is better. Lines are 95% intervals.",
            $"{MeanInterval.Method}; of worst tenths 95% bootstrap intervals over replicates",
            title + ".",
            format => Draw(results, format),
            Table(results));
    }

    /// <summary>The figures behind it, for every policy of the front, sending nothing and the policy as written.</summary>
    internal static TidyTable Table(FrontResults results) => new(
        ["policy", results.Gain.AxisTitle, "low_95", "high_95", "worst_tenth", "worst_tenth_low_95", "worst_tenth_high_95", "mean_regret", "worst_tenth_of_regret", "regret_low_95", "regret_high_95", "share_better_than_silence", "share_low_95", "share_high_95"],
        [.. Rows(results).Select(row => (IReadOnlyList<string>)
        [
            row.Policy.Name, .. TidyTable.Cells(row.Policy.Means[0].Times(results.Gain.Scale)),
            .. TidyTable.Cells(row.Robustness.WorstTenth.Times(results.Gain.Scale)), TidyTable.Cell(row.Robustness.Regret * results.Gain.Scale), .. TidyTable.Cells(row.Robustness.WorstRegret.Times(results.Gain.Scale)),
            .. TidyTable.Cells(row.Robustness.BeatsSilence),
        ])]);

    private static IEnumerable<(JudgedPolicy Policy, Robustness Robustness)> Rows(FrontResults results) =>
        results.Robustness!.Policies.Select(policy => (policy, results.Robustness.Of(policy)));

    private static Figure Draw(FrontResults results, Format format)
    {
        (JudgedPolicy Policy, Robustness Robustness)[] rows = [.. Rows(results)];
        double scale = results.Gain.Scale;
        double[] places = [.. rows.Select((_, index) => (double)index)];
        Interval[] means = [.. rows.Select(row => row.Policy.Means[0].Times(scale))];
        Interval[] tails = [.. rows.Select(row => row.Robustness.WorstTenth.Times(scale))];
        Interval[] regrets = [.. rows.Select(row => row.Robustness.WorstRegret.Times(scale))];
        string[] names = ["mean", "mean of its worst tenth", "regret in its worst tenth"];
        Margin margin = format.Around(format.Choose(110, 92), 18, 20 + format.Legend(names, format.Width - 120), 52);
        double height = format.Plot(rows.Length * format.Choose(22, 22), margin);
        double[] across = SweepChartContext.Padded([.. means.Concat(tails).Concat(regrets).SelectMany(mean => new[] { mean.Low ?? mean.Mean, mean.High ?? mean.Mean }), 0], 0.04);
        ScatterTrace Marks(int name, IReadOnlyList<Interval> values, string colour, string symbol) => new()
        {
            Name = names[name],
            X = [.. values.Select(value => value.Mean)],
            Y = places,
            Mode = "markers",
            Marker = new Marker { Color = colour, Symbol = symbol, Size = 9 },
            ErrorX = new ErrorBars { Array = [.. values.Select(value => value.Above)], Arrayminus = [.. values.Select(value => value.Below)], Color = colour, Thickness = 1.5, Width = 0 },
            Showlegend = true,
            Cliponaxis = false,
            Hovertemplate = "%{y}: %{x:,.3~s}<extra>" + names[name] + "</extra>",
        };
        return new Figure(
            [
                Marks(0, means, Palette.Good, "circle"),
                Marks(1, tails, Palette.Bad, "triangle-left"),
                Marks(2, regrets, Palette.Muted, "x-thin-open"),
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
