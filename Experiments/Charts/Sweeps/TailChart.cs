using Experiments.Analysis.Sweeps;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Config;

namespace Experiments.Charts.Sweeps;

/// <summary>How often a run reaches a value: drawn where the mean hides its runs.</summary>
internal static class TailChart
{
    internal const string Id = "tail";

    /// <summary>Most combinations drawn.</summary>
    private const int MostLines = 5;

    internal static string IdOf(AnswerOutcome outcome) => $"{Id}-{outcome.Key.Replace('_', '-')}";

    internal static ChartEntry Draw(SweepChartContext context, AnswerOutcome outcome)
    {
        string id = IdOf(outcome);
        string name = $"How often {outcome.Label} reaches a value";
        SweepResults results = context.Results;
        SweepCell[] cells = Chosen(results, outcome);
        if (Tail.Reason(outcome, cells) is not { } reason)
        {
            return new OmittedChart(id, name, cells.Length == 0 ? $"it takes {Tail.FewestRuns} runs of a combination" : "runs lie close enough to their mean for the mean to say it all");
        }

        double[][] sorted = [.. cells.Select(cell => cell.Of(outcome).Sorted())];
        return context.Draw(
            id,
            OneInTwenty(results, outcome, cells[^1], sorted[^1]),
            $"Share of runs in which {outcome.Label} reaches the value below, from all on the left to the single worst run on the right; the scales are such that rare, large values show. Drawn because {reason}.{results.LabelKeyOf(cells)}",
            ExceedanceFigure.Method,
            string.Join("; ", cells.Select((cell, index) => $"{results.LabelOf(cell)}: one run in twenty reaches {Written(outcome, Quantile(sorted[index], 0.95))}, the largest {Written(outcome, sorted[index][^1])}")) + ".",
            format => ExceedanceFigure.Draw(outcome, [.. cells.Select((cell, index) => (results.LabelOf(cell), sorted[index]))], format),
            new TidyTable(
                ["combination", $"{outcome.Label} ({outcome.Unit})", "share_of_runs_that_reach_it", "low_95", "high_95", "runs"],
                [.. cells.SelectMany((cell, index) => ExceedanceFigure.Steps(sorted[index]).Select(step => (IReadOnlyList<string>)
                    [results.LabelOf(cell), TidyTable.Cell(step.Value * outcome.Scale), .. TidyTable.Cells(step.Share), TidyTable.Cell(step.Share.Count)]))]));
    }

    // The levels that the analysis of tails compares; else from the calmest to the worst combination, by the 95th percentile.
    private static SweepCell[] Chosen(SweepResults results, AnswerOutcome outcome)
    {
        if (Inquiry.IsAsked(results.Facts, AnalysisNames.Tail) && TailInquiry.Of(results, outcome) is { } inquiry)
        {
            return [.. inquiry.Levels.Select(level => level.Cell)];
        }

        SweepCell[] ranked = [.. results.Cells
            .Where(cell => cell.Of(outcome).Count >= Tail.FewestRuns)
            .OrderBy(cell => Quantile(cell.Of(outcome).Sorted(), 0.95))];
        return ranked.Length <= MostLines ? ranked : [.. Enumerable.Range(0, MostLines).Select(step => ranked[step * (ranked.Length - 1) / (MostLines - 1)])];
    }

    /// <summary>What a run in twenty of a combination comes to.</summary>
    /// <param name="results">The results.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="cell">The combination.</param>
    /// <param name="sorted">The outcome of its runs, ascending.</param>
    internal static string OneInTwenty(SweepResults results, AnswerOutcome outcome, SweepCell cell, double[] sorted)
    {
        string name = results.NameOf(cell);
        return $"{char.ToUpperInvariant(name[0])}{name[1..]}: one run in twenty has {outcome.Label} of {Written(outcome, Quantile(sorted, 0.95))} or more, where the mean is {Written(outcome, sorted.Average())}";
    }

    private static string Written(AnswerOutcome outcome, double value) => outcome.About(value);

    private static double Quantile(double[] sorted, double share) => Store.SampleSummary.Quantile(sorted, share);
}
