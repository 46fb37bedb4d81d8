using Experiments.Analysis.Findings;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>How bad can it get, not on average but at worst?</summary>
internal static class TailFinding
{
    internal const string Id = "worst-cases";

    /// <summary>The answer for the main damage, then what else does or does not get worse.</summary>
    internal static IEnumerable<Finding?> Of(SweepResults results)
    {
        if (TailInquiry.Of(results) is { } inquiry)
        {
            yield return AtWorst(results, inquiry);
            yield return Others(results, inquiry);
        }
    }

    private static Finding AtWorst(SweepResults results, TailInquiry inquiry)
    {
        (AnswerOutcome outcome, WorstCases calm, WorstCases worst) = (inquiry.Outcome, inquiry.Calmest, inquiry.Worst);
        string title = inquiry.IsWorse
            ? $"One case in 100 brings {Value(outcome, worst.InHundred.Mean)}{Of(outcome)} or more with {Level(results, inquiry, worst)}, {Value(outcome, calm.InHundred.Mean)} with {Level(results, inquiry, calm)}; {Title(inquiry)}"
            : $"At worst it gets no worse beyond doubt: one case in 100 brings {Value(outcome, worst.InHundred.Mean)}{Of(outcome)} or more with {Level(results, inquiry, worst)}, {Value(outcome, calm.InHundred.Mean)} with {Level(results, inquiry, calm)}";
        string runs = Wording.Number(worst.Sorted.Length);
        string given = string.Concat(inquiry.Others.Select(other => $" and {worst.Cell.Point.Values[other.Factor].In(results.Factors[other.Factor])}"));
        string text = $"At worst: with {Level(results, inquiry, worst)}{given}, one case in 100 brings {Estimate(outcome, worst.InHundred)}{Of(outcome)} or more, and the worst of {runs} cases brought {Value(outcome, worst.Maximum)}; "
            + $"with {Level(results, inquiry, calm)} these are {Estimate(outcome, calm.InHundred)} and {Value(outcome, calm.Maximum)}. "
            + $"In the middle and on average: the middle case {Change(outcome, calm.Median.Mean, worst.Median.Mean)}, the mean is {Estimate(outcome, worst.Mean)} instead of {Estimate(outcome, calm.Mean)}{MeanVerdict(inquiry)}."
            + Shares(results, calm, worst) + Often(outcome, calm, worst);
        return new Finding(Id, title, text);
    }

    private static string Title(TailInquiry inquiry)
    {
        (AnswerOutcome outcome, WorstCases calm, WorstCases worst) = (inquiry.Outcome, inquiry.Calmest, inquiry.Worst);
        string mean = MeanSide(inquiry) > 0 ? $"the mean rises from {Short(outcome, calm.Mean)} to {Short(outcome, worst.Mean)}" : $"the mean is no higher ({Short(outcome, worst.Mean)} and {Short(outcome, calm.Mean)})";
        return mean;
    }

    private static int MeanSide(TailInquiry inquiry) => inquiry.MeanChange.Interval is { } change ? change.SideOf(0) : 0;

    private static string MeanVerdict(TailInquiry inquiry) => MeanSide(inquiry) == 0 ? ", which these runs do not tell apart" : "";

    private static string Change(AnswerOutcome outcome, double from, double to) =>
        Value(outcome, from) == Value(outcome, to) ? $"brings {Value(outcome, to)} either way" : $"brings {Value(outcome, to)} instead of {Value(outcome, from)}";

    private static string Shares(SweepResults results, WorstCases calm, WorstCases worst)
    {
        uint seed = unchecked((uint)results.Facts.Seed);
        return WorstShare.Of(worst.Sorted, 0.01, seed) is { } one && WorstShare.Of(calm.Sorted, 0.01) is { } other
            && WorstShare.Of(worst.Sorted, 0.05) is { } five && WorstShare.Of(calm.Sorted, 0.05) is { } fiveCalm
            ? $" The worst case in 100 brings {Wording.PercentEstimate(one)} of all the damage instead of {Wording.Percent(other)}, the worst 5 in 100 bring {Wording.Percent(five)} instead of {Wording.Percent(fiveCalm)}."
            : "";
    }

    private static string Often(AnswerOutcome outcome, WorstCases calm, WorstCases worst)
    {
        double bar = calm.InHundred.Mean;
        return $" {Value(outcome, bar)} or more come in {Wording.PercentEstimate(worst.Reaching(bar))} of cases instead of {Wording.Percent(calm.Reaching(bar).Mean)}.";
    }

    private static Finding? Others(SweepResults results, TailInquiry inquiry)
    {
        TailInquiry[] outcomes = [.. results.Outcomes.Where(outcome => outcome != inquiry.Outcome).Select(outcome => TailInquiry.Of(results, outcome)).OfType<TailInquiry>()];
        string[] sentences =
        [
            .. inquiry.Others.Select(other => OfFactor(results, inquiry.Outcome, other.Factor, other.Levels)),
            .. outcomes.Select(other => $"{Capital(other.Outcome.Name)}: one case in 100 brings {Estimate(other.Outcome, Same(other, inquiry.Worst).InHundred)} or more with {Level(results, inquiry, inquiry.Worst)}, {Estimate(other.Outcome, Same(other, inquiry.Calmest).InHundred)} with {Level(results, inquiry, inquiry.Calmest)}."),
        ];
        if (sentences.Length == 0)
        {
            return null;
        }

        string[] worse =
        [
            .. inquiry.Others.Where(other => IsWorse(other.Levels)).Select(other => results.Factors[other.Factor].Label),
            .. outcomes.Where(other => Same(other, inquiry.Worst).InHundred.Low > Same(other, inquiry.Calmest).InHundred.High).Select(Told),
        ];
        string[] level =
        [
            .. inquiry.Others.Where(other => !IsWorse(other.Levels)).Select(other => results.Factors[other.Factor].Label),
            .. outcomes.Where(other => !(Same(other, inquiry.Worst).InHundred.Low > Same(other, inquiry.Calmest).InHundred.High)).Select(other => other.Outcome.Name),
        ];
        string title = (worse.Length, level.Length) switch
        {
            (0, _) => $"At worst these runs show no difference in: {Wording.List(level)}",
            (_, 0) => $"The worst case also shows in {Wording.List(worse)}",
            _ => $"The worst case also shows in {Wording.List(worse)}; these runs show no difference in {Wording.List(level)}",
        };
        return new Finding(Id + "-rest", title, $"What else the worst case depends on, and where else it shows. {string.Join(" ", sentences)}");

        string Told(TailInquiry other) => $"{other.Outcome.Name} ({Value(other.Outcome, Same(other, inquiry.Worst).InHundred.Mean)} instead of {Value(other.Outcome, Same(other, inquiry.Calmest).InHundred.Mean)})";
    }

    // The levels that are compared are those of the main damage: the same cases.
    private static WorstCases Same(TailInquiry other, WorstCases level) => other.Levels.FirstOrDefault(cases => cases.Cell == level.Cell) ?? other.Worst;

    private static bool IsWorse(IReadOnlyList<WorstCases> levels) => levels.Max(level => level.InHundred.Low) > levels.Min(level => level.InHundred.High);

    private static string OfFactor(SweepResults results, AnswerOutcome outcome, int factor, IReadOnlyList<WorstCases> levels)
    {
        string Named(WorstCases level) => level.Cell.Point.Values[factor].In(results.Factors[factor]);
        return $"{Capital(results.Factors[factor].Label)}: {Value(outcome, levels[0].InHundred.Mean)} or more in one case in 100 with {Named(levels[0])}, {Value(outcome, levels[^1].InHundred.Mean)} with {Named(levels[^1])}{(IsWorse(levels) ? "" : ", not told apart")}.";
    }

    private static string Level(SweepResults results, TailInquiry inquiry, WorstCases level) => level.Cell.Point.Values[inquiry.Factor].In(results.Factors[inquiry.Factor]);

    // 17 complaints, but 1.8% of trust debt and 0.1 views per follower of standing debt.
    private static string Of(AnswerOutcome outcome) => outcome.IsShare || outcome.UnitAfter.Length > 0 ? $" of {outcome.Name}" : $" {outcome.Name}";

    private static string Short(AnswerOutcome outcome, Interval value) => Wording.Glance(value, outcome.IsShare) + outcome.UnitAfter;

    // Counts of runs are counts, whatever their size.
    private static string Value(AnswerOutcome outcome, double value) =>
        double.IsInteger(value) && !outcome.IsShare ? Wording.Number(value) + outcome.UnitAfter : outcome.About(value);

    private static string Estimate(AnswerOutcome outcome, Interval value) => double.IsInteger(value.Mean) && !outcome.IsShare && value.HasBounds
        ? $"{Value(outcome, value.Mean)} (95% interval {Wording.Number(value.Low!.Value)} to {Wording.Number(value.High!.Value)})"
        : outcome.Estimate(value);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
