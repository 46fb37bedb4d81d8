using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Config;

namespace Experiments.Charts.Sweeps.Inquiries;

/// <summary>How often a run is so bad, a line a level of the factor that moves the worst cases most.</summary>
internal static class WorstCasesChart
{
    internal const string Id = "worst-cases";

    private const string Name = "How bad it gets at worst";

    /// <summary>Whether this chart shows the tail of an outcome, so that no other needs to.</summary>
    internal static bool Shows(SweepResults results, AnswerOutcome outcome) =>
        Inquiry.IsAsked(results.Facts, AnalysisNames.Tail) && TailInquiry.Of(results)?.Outcome == outcome;

    internal static ChartEntry Draw(SweepChartContext context)
    {
        SweepResults results = context.Results;
        if (TailInquiry.Of(results) is not { } inquiry)
        {
            return new OmittedChart(Id, Name, $"it takes an outcome that is harm, and two levels of a factor with {WorstCases.FewestRuns} runs each");
        }

        AnswerOutcome outcome = inquiry.Outcome;
        string given = string.Concat(inquiry.Others.Select(other => $", {inquiry.Worst.Cell.Point.Values[other.Factor].In(results.Factors[other.Factor])}"));
        bool hasZero = inquiry.Levels.Any(level => level.Sorted[0] <= 0);
        return context.Draw(
            Id,
            context.Answer.Title(TailFinding.Id, Name),
            $"Share of cases with {outcome.Label} of at least the value below, a line a level of {results.Factors[inquiry.Factor].Label}{given}. Where a line is further right, a case as rare is worse; it ends at the worst case of all."
                + (hasZero ? " Cases without any lie to the left of the scale." : ""),
            $"{ExceedanceFigure.Method}; {QuantileInterval.Method}",
            string.Join("; ", inquiry.Levels.Select(level =>
                $"{Level(results, inquiry, level)}: median {outcome.About(level.Median.Mean)}, mean {outcome.About(level.Mean.Mean)}, one in 20 {outcome.About(level.InTwenty.Mean)}, one in 100 {outcome.About(level.InHundred.Mean)}, worst {outcome.About(level.Maximum)}")) + ".",
            format => ExceedanceFigure.Draw(outcome, [.. inquiry.Levels.Select(level => (Level(results, inquiry, level), level.Sorted))], format),
            Table(results));
    }

    private static string Level(SweepResults results, TailInquiry inquiry, WorstCases level) => level.Cell.Point.Values[inquiry.Factor].In(results.Factors[inquiry.Factor]);

    // All combinations and outcomes, not only those drawn.
    private static TidyTable Table(SweepResults results)
    {
        string[] bounded = ["median", "mean", "one_in_20", "one_in_100"];
        return new TidyTable(
            ["outcome", "unit", "policy", .. results.Factors.Select(factor => factor.Path), .. bounded.SelectMany(name => new[] { name, name + "_low_95", name + "_high_95" }), "worst", "share_of_worst_1_percent", "share_of_worst_5_percent", "runs"],
            [.. results.Outcomes.SelectMany(outcome => results.Cells
                .Select(cell => WorstCases.Of(cell, outcome))
                .OfType<WorstCases>()
                .Select(cases => (IReadOnlyList<string>)
                [
                    outcome.Label, outcome.Unit, cases.Cell.Policy, .. cases.Cell.Point.Values.Select(value => value.Text),
                    .. new[] { cases.Median, cases.Mean, cases.InTwenty, cases.InHundred }.SelectMany(value => TidyTable.Cells(value.Times(outcome.Scale))),
                    TidyTable.Cell(cases.Maximum * outcome.Scale), TidyTable.Cell(WorstShare.Of(cases.Sorted, 0.01)), TidyTable.Cell(WorstShare.Of(cases.Sorted, 0.05)), TidyTable.Cell(cases.Sorted.Length),
                ]))]);
    }
}
