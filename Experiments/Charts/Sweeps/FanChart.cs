using Experiments.Analysis.Sweeps;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps;

/// <summary>How far single runs stray, day by day, for the best, a middling and the worst combination.</summary>
internal static class FanChart
{
    internal const string Id = "fans";

    private const string Name = "Single runs over time";

    internal static ChartEntry Draw(SweepChartContext context)
    {
        SweepResults results = context.Results;
        IReadOnlyList<DayFan> fans = results.Courses.Fans;
        if (fans.Count == 0 || results.MostReplicates < 2)
        {
            return new OmittedChart(Id, Name, results.MostReplicates < 2 ? "one run has no spread" : "results by day are not kept for this outcome");
        }

        AnswerOutcome outcome = results.Main with { IsDifference = false };
        return context.Draw(
            Id,
            Title(results, outcome, fans),
            $"{Capital(outcome.Name)} so far of single runs of {(fans.Count == 1 ? "the combination" : results.IsRanked ? "the best, a middling and the worst combination" : "the highest, a middling and the lowest combination")}: the line is the median, the dark band holds the middle half of runs, the light band the middle 90%.{results.LabelKeyOf([.. fans.Select(fan => fan.Cell)])}",
            "percentiles of runs day by day; they do not shrink with more replicates",
            string.Join("; ", fans.Select(fan => $"{results.LabelOf(fan.Cell)} ends between {Written(outcome, fan.P05[^1])} and {Written(outcome, fan.P95[^1])} in the middle 90% of runs")) + ".",
            format => Draw(context, outcome, fans, format),
            new TidyTable(
                ["combination", "day", "outcome", "unit", "p05", "p25", "p50", "p75", "p95"],
                [.. fans.SelectMany(fan => fan.Day.Select((day, index) => (IReadOnlyList<string>)
                [
                    results.LabelOf(fan.Cell), TidyTable.Cell(day), outcome.Label, outcome.Unit,
                    .. new[] { fan.P05, fan.P25, fan.P50, fan.P75, fan.P95 }.Select(column => TidyTable.Cell(column[index] * outcome.Scale)),
                ]))]));
    }

    private static string Title(SweepResults results, AnswerOutcome outcome, IReadOnlyList<DayFan> fans)
    {
        DayFan best = fans[0];
        double width = best.P95[^1] - best.P05[^1];
        if (fans.Count == 1)
        {
            return $"At the end the middle 90% of runs lie between {Written(outcome, best.P05[^1])} and {Written(outcome, best.P95[^1])}";
        }

        DayFan worst = fans[^1];
        double apart = Math.Abs(best.P50[^1] - worst.P50[^1]);
        bool overlap = best.P05[^1] <= worst.P95[^1] && worst.P05[^1] <= best.P95[^1];
        (string one, string other) = results.IsRanked ? ("best", "worst") : ("highest", "lowest");
        return overlap
            ? $"Single runs of the {one} and the {other} combination overlap at the end: luck can hide the difference"
            : $"No luck hides the difference: {one} and {other} end {Written(outcome, apart)} apart, the middle 90% of runs spans {Written(outcome, width)}";
    }

    private static string Written(AnswerOutcome outcome, double value) => outcome.About(value);

    private static Figure Draw(SweepChartContext context, AnswerOutcome outcome, IReadOnlyList<DayFan> fans, Format format)
    {
        SweepResults results = context.Results;
        double[] all = [.. fans.SelectMany(fan => fan.P05.Concat(fan.P95)).Select(value => value * outcome.Scale)];
        double[] range = SweepChartContext.Padded(all);
        var data = new List<Trace>();
        var ends = new List<(string Name, double Value)>();
        for (int index = 0; index < fans.Count; index++)
        {
            (DayFan fan, string colour) = (fans[index], Palette.Policies[index % Palette.Policies.Count]);
            int[] kept = DayThinning.Kept(fan.Day.Length);
            double[] days = [.. kept.Select(day => (double)fan.Day[day])];
            data.Add(Band(days, kept, fan.P05, fan.P95, outcome, colour, 0.14));
            data.Add(Band(days, kept, fan.P25, fan.P75, outcome, colour, 0.28));
            data.Add(new ScatterTrace
            {
                Name = results.LabelOf(fan.Cell),
                X = days,
                Y = [.. kept.Select(day => fan.P50[day] * outcome.Scale)],
                Line = new Line { Color = colour, Width = 2.5, Dash = index switch { 0 => "solid", 1 => "dash", _ => "dot" } },
                Hovertemplate = "day %{x}: median %{y:,.4~s}<extra>%{fullData.name}</extra>",
            });
            ends.Add((results.LabelOf(fan.Cell), fan.P50[^1] * outcome.Scale));
        }

        double right = ends.Max(end => format.WidthOf(format.Wrapped(end.Name))) + format.Scaled(22);
        Margin margin = format.Around(66, 0, 12, 52) with { R = right };
        double height = format.Plot(format.Choose(400, 360), margin);
        return new Figure(data, new Layout
        {
            Axes = new Dictionary<string, object>
            {
                ["xaxis"] = new Axis { Title = new AxisTitle("day", 6), Range = [0, fans.Max(fan => fan.Day[^1])], Nticks = format.Choose(9, 5) },
                ["yaxis"] = new Axis { Title = new AxisTitle(outcome.AxisTitle, 8), Range = range, Zeroline = true, Nticks = 7, Ticksuffix = outcome.IsShare ? "%" : null, Tickformat = SweepChartContext.Tickformat(outcome, range) },
            },
            Annotations = [.. EndLabels.Spread(ends, range, height, format).Select(label => new Annotation
            {
                Text = format.Wrapped(label.Name),
                X = 1,
                Y = label.Place,
                Yref = "y",
                Xshift = 8,
                Yanchor = "middle",
                Font = new Font { Color = Palette.Policies[ends.FindIndex(end => end.Name == label.Name) % Palette.Policies.Count], Size = format.FontSize },
            })],
            Font = format.Font,
            Margin = margin,
            Height = height + margin.T + margin.B,
        });
    }

    private static ScatterTrace Band(double[] days, int[] kept, double[] low, double[] high, AnswerOutcome outcome, string colour, double alpha) => new()
    {
        Name = "runs",
        X = [.. days, .. days.Reverse()],
        Y = [.. kept.Select(day => high[day] * outcome.Scale), .. kept.Reverse().Select(day => low[day] * outcome.Scale)],
        Fill = "toself",
        Fillcolor = Palette.Faded(colour, alpha),
        Line = new Line { Width = 0, Color = Palette.Faded(colour, 0) },
        Hoverinfo = "skip",
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
