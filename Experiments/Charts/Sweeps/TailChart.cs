using Experiments.Analysis.Sweeps;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps;

/// <summary>How often a run goes beyond a value: drawn where the mean hides its runs.</summary>
internal static class TailChart
{
    internal const string Id = "tail";

    /// <summary>Most combinations drawn.</summary>
    private const int MostLines = 5;

    internal static string IdOf(AnswerOutcome outcome) => $"{Id}-{outcome.Key.Replace('_', '-')}";

    internal static ChartEntry Draw(SweepChartContext context, AnswerOutcome outcome)
    {
        string id = IdOf(outcome);
        string name = $"How often {outcome.Label} goes beyond a value";
        SweepResults results = context.Results;
        SweepCell[] cells = Chosen(results, outcome);
        if (Tail.Reason(outcome, cells) is not { } reason)
        {
            return new OmittedChart(id, name, cells.Length == 0 ? $"it takes {Tail.FewestRuns} runs of a combination" : "runs lie close enough to their mean for the mean to say it all");
        }

        double[][] sorted = [.. cells.Select(cell => cell.Of(outcome).Sorted())];
        return context.Draw(
            id,
            Title(results, outcome, cells, sorted),
            $"Share of runs in which {outcome.Label} is beyond the value below, from 100% on the left to the worst run on the right; both scales are such that rare, large values show. Drawn because {reason}.{results.LabelKeyOf(cells)}",
            $"empirical shares of runs; {Tail.Method}",
            string.Join("; ", cells.Select((cell, index) => $"{results.LabelOf(cell)}: one run in twenty is beyond {Written(outcome, Quantile(sorted[index], 0.95))}, the largest {Written(outcome, sorted[index][^1])}")) + ".",
            format => Draw(results, outcome, cells, sorted, format),
            new TidyTable(
                ["combination", $"{outcome.Label} ({outcome.Unit})", "share_of_runs_beyond", "low_95", "high_95"],
                [.. cells.SelectMany((cell, index) => Steps(sorted[index]).Select(step => (IReadOnlyList<string>)
                [
                    results.LabelOf(cell), TidyTable.Cell(step.Value * outcome.Scale), TidyTable.Cell(step.Share),
                    TidyTable.Cell(Math.Max(0, step.Share - Tail.HalfBand(sorted[index].Length))), TidyTable.Cell(Math.Min(1, step.Share + Tail.HalfBand(sorted[index].Length))),
                ]))]));
    }

    // From the calmest to the worst combination, by the 95th percentile.
    private static SweepCell[] Chosen(SweepResults results, AnswerOutcome outcome)
    {
        SweepCell[] ranked = [.. results.Cells
            .Where(cell => cell.Of(outcome).Count >= Tail.FewestRuns)
            .OrderBy(cell => Quantile(cell.Of(outcome).Sorted(), 0.95))];
        return ranked.Length <= MostLines ? ranked : [.. Enumerable.Range(0, MostLines).Select(step => ranked[step * (ranked.Length - 1) / (MostLines - 1)])];
    }

    private static string Title(SweepResults results, AnswerOutcome outcome, SweepCell[] cells, double[][] sorted)
    {
        double[] worst = sorted[^1];
        double tail = Quantile(worst, 0.95);
        string mean = Written(outcome, worst.Average());
        string where = cells.Length > 1 ? $" with {results.LabelOf(cells[^1])}" : "";
        return $"One run in twenty has {outcome.Name} beyond {Written(outcome, tail)}{where}, where the mean is {mean}";
    }

    private static string Written(AnswerOutcome outcome, double value) => outcome.About(value);

    private static double Quantile(double[] sorted, double share) => Store.SampleSummary.Quantile(sorted, share);

    /// <summary>At each value that occurs, the share of runs beyond it.</summary>
    private static IEnumerable<(double Value, double Share)> Steps(double[] sorted)
    {
        for (int index = 0; index < sorted.Length; index++)
        {
            if (index == sorted.Length - 1 || sorted[index + 1] > sorted[index])
            {
                yield return (sorted[index], (double)(sorted.Length - 1 - index) / sorted.Length);
            }
        }
    }

    private static Figure Draw(SweepResults results, AnswerOutcome outcome, SweepCell[] cells, double[][] sorted, Format format)
    {
        double least = sorted.Min(values => values[0]) * outcome.Scale;
        double most = sorted.Max(values => values[^1]) * outcome.Scale;
        bool isLog = least > 0 && most / least > 5;
        double floor = 0.5 / sorted.Max(values => values.Length);
        double[] ticks = LogTicks.Between(floor * 100, 100);
        double right = cells.Max(cell => format.WidthOf(format.Wrapped(results.LabelOf(cell)))) + 22;
        var data = new List<Trace>();
        var ends = new List<(string Name, double Value)>();
        for (int index = 0; index < cells.Length; index++)
        {
            string colour = Palette.Policies[index % Palette.Policies.Count];
            (double Value, double Share)[] steps = [.. Steps(sorted[index]).Where(step => step.Share > 0).Select(step => (step.Value * outcome.Scale, step.Share))];
            if (steps.Length == 0)
            {
                continue;
            }

            double half = Tail.HalfBand(sorted[index].Length);
            data.Add(new ScatterTrace
            {
                Name = "95% band",
                X = [.. steps.Select(step => step.Value), .. steps.Reverse().Select(step => step.Value)],
                Y = [.. steps.Select(step => Math.Min(1, step.Share + half) * 100), .. steps.Reverse().Select(step => Math.Max(floor, step.Share - half) * 100)],
                Fill = "toself",
                Fillcolor = Palette.Faded(colour, 0.1),
                Line = new Line { Width = 0, Color = Palette.Faded(colour, 0) },
                Hoverinfo = "skip",
            });
            data.Add(new ScatterTrace
            {
                Name = results.LabelOf(cells[index]),
                X = [sorted[index][0] * outcome.Scale, .. steps.Select(step => step.Value)],
                Y = [100, .. steps.Select(step => step.Share * 100)],
                Line = new Line { Color = colour, Width = 2.2, Shape = "hv", Dash = (index % 3) switch { 0 => "solid", 1 => "dash", _ => "dot" } },
                Hovertemplate = "%{y:.3~g}% of runs beyond %{x:,.4~s}<extra>%{fullData.name}</extra>",
            });
            ends.Add((results.LabelOf(cells[index]), steps[^1].Value));
        }

        double[] across = isLog ? SweepChartContext.Padded([Math.Log10(least), Math.Log10(most)], 0.03) : SweepChartContext.Padded([least, most], 0.03);
        return new Figure(data, new Layout
        {
            Axes = new Dictionary<string, object>
            {
                ["xaxis"] = new Axis
                {
                    Type = isLog ? "log" : "linear",
                    Range = across,
                    Nticks = isLog ? null : format.Choose(8, 4),
                    Tickvals = isLog ? LogTicks.Between(least, most) : null,
                    Ticktext = isLog ? LogTicks.Labels(LogTicks.Between(least, most), outcome.IsShare ? "%" : "", format.IsNarrow) : null,
                    Ticksuffix = !isLog && outcome.IsShare ? "%" : null,
                    Tickformat = isLog || outcome.IsShare ? null : "~s",
                    Title = new AxisTitle(outcome.AxisTitle + (isLog ? " (log scale)" : ""), 8),
                },
                ["yaxis"] = new Axis
                {
                    Type = "log",
                    Range = [Math.Log10(floor * 100), 2.05],
                    Tickvals = ticks,
                    Ticktext = LogTicks.Labels(ticks, "%"),
                    Title = new AxisTitle("share of runs beyond (log scale)", 8),
                },
            },
            Showlegend = false,
            Annotations = [.. ends.Select((end, index) => new Annotation
            {
                Text = format.Wrapped(end.Name),
                X = 1,
                Y = 1 - (index * format.Choose(0.1, 0.16)),
                Xshift = 10,
                Yanchor = "top",
                Font = new Font { Color = Palette.Policies[index % Palette.Policies.Count], Size = format.FontSize },
            })],
            Font = format.Font,
            Margin = new Margin(66, right, 12, 54),
            Height = format.Choose(400, 340),
        });
    }
}
