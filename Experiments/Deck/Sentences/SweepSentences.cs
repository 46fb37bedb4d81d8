using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Charts.Sweeps;
using Experiments.Designs;
using Experiments.Store;

namespace Experiments.Deck.Sentences;

/// <summary>Sentences that a speaker can read aloud, computed from a sweep.</summary>
/// <param name="results">The sweep.</param>
internal sealed class SweepSentences(SweepResults results)
{
    /// <summary>What each factor does to an outcome, the one that does most first.</summary>
    internal IEnumerable<string> Effects(AnswerOutcome outcome)
    {
        // Halves of ranges are not levels that one could go from and to: there the finding says it better.
        if (results.Sweep.Design.FillsSpace)
        {
            yield break;
        }

        IReadOnlyList<FactorEffect> effects = FactorEffect.All(results, outcome, results.Subject);
        string whose = results.Policies.Count > 1 ? $" of {Wording.Quote(results.Subject)}" : "";
        foreach (FactorEffect effect in effects)
        {
            Factor factor = results.Factors[effect.Factor];
            string over = effects.Count > 1 && results.Sweep.Design.Kind == Design.Grid ? ", averaged over the rest" : "";
            (LevelMean low, LevelMean high) = (effect.Levels[effect.Lowest], effect.Levels[effect.Highest]);
            yield return effect.IsZero
                ? $"{SplitText.Capital(factor.Label.Replace(" (log scale)", "", StringComparison.Ordinal))} makes no difference to {outcome.Name}{whose} that these runs show."
                : $"Going from {low.Value.In(factor)} to {high.Value.In(factor)} takes {outcome.Label}{whose} from {Mean(outcome, low)} to {Mean(outcome, high)}, a difference of {Size(outcome, effect.Size)}{over}.";
        }
    }

    /// <summary>Where an outcome is highest and where it is lowest, the better one first.</summary>
    internal IEnumerable<string> Extremes(AnswerOutcome outcome)
    {
        SweepCell[] ranked = [.. results.Ranked(outcome)];
        if (ranked.Length < 2 || Short(outcome, ranked[0]) == Short(outcome, ranked[^1]))
        {
            yield break;
        }

        string of = $"Of all {Wording.Count(ranked.Length, "combination", "combinations")}, {outcome.Label} {(IsPlural(outcome) ? "are" : "is")}";
        (string first, string last) = outcome.IsBetterHigh ? ("highest", "lowest") : ("lowest", "highest");
        yield return $"{of} {first}, {At(outcome, ranked[0], ranked)}.";
        yield return $"{of} {last}, {At(outcome, ranked[^1], ranked)}.";
    }

    /// <summary>Where an outcome is best and where it is worst, as headlines.</summary>
    internal IEnumerable<string> ExtremeHeadlines(AnswerOutcome outcome)
    {
        SweepCell[] ranked = [.. results.Ranked(outcome)];
        return ranked.Length < 2 || Short(outcome, ranked[0]) == Short(outcome, ranked[^1])
            ? []
            : new[] { (ranked[0], outcome.Best), (ranked[^1], outcome.IsBetterHigh ? "lowest" : "highest") }
                .Select(end => $"Of {Wording.Count(ranked.Length, "combination", "combinations")}, {outcome.Label} {(IsPlural(outcome) ? "are" : "is")} {end.Item2} {With(end.Item1)}: {Short(outcome, end.Item1)}");
    }

    /// <summary>What each factor does to an outcome, as headlines; those that do nothing are left out.</summary>
    internal IEnumerable<string> EffectHeadlines(AnswerOutcome outcome) => results.Sweep.Design.FillsSpace ? [] : FactorEffect.All(results, outcome, results.Subject)
        .Where(effect => !effect.IsZero)
        .Select(effect => (Factor: results.Factors[effect.Factor], Low: effect.Levels[effect.Lowest], High: effect.Levels[effect.Highest]))
        .Select(effect => $"Going from {effect.Low.Value.In(effect.Factor)} to {effect.High.Value.In(effect.Factor)} takes {outcome.Label} from {Mean(outcome, effect.Low)} to {Mean(outcome, effect.High)}");

    /// <summary>What the choices on the front come to: its two ends, and what lies between.</summary>
    internal IEnumerable<string> Front(AnswerOutcome price)
    {
        SweepCell[] front = [.. ParetoFront.Of(results.Choices.Select(choice => choice.Cell), results.Main, price)];
        int[] shown = [.. new[] { 0, front.Length - 1, front.Length / 2 }.Where(index => index >= 0 && index < front.Length).Distinct()];
        return shown.Select(index => $"{For(front[index])}, {results.Main.Label} {(IsPlural(results.Main) ? "are" : "is")} {Short(results.Main, front[index])} and {price.Label} {Short(price, front[index])}.");
    }

    /// <summary>How far single runs of the extreme combinations go.</summary>
    internal IEnumerable<string> Tails(AnswerOutcome outcome)
    {
        (SweepCell Cell, double[] Sorted)[] cells = ByTail(outcome);
        if (cells.Length == 0)
        {
            yield break;
        }

        (SweepCell cell, double[] sorted) = cells[^1];
        yield return TailChart.OneInTwenty(results, outcome, cell, sorted) + ".";
        if (cell.Of(outcome).Interval is { } mean)
        {
            yield return $"{For(cell)}, the highest of {Wording.Count(sorted.Length, "run", "runs")} reaches {outcome.About(sorted[^1])} and the middle one {outcome.About(SampleSummary.Quantile(sorted, 0.5))}; the mean is {outcome.Estimate(mean)}.";
        }

        if (cells.Length > 1)
        {
            yield return TailChart.OneInTwenty(results, outcome, cells[0].Cell, cells[0].Sorted) + ".";
        }
    }

    private (SweepCell Cell, double[] Sorted)[] ByTail(AnswerOutcome outcome) =>
    [
        .. results.Cells.Select(cell => (Cell: cell, Sorted: cell.Of(outcome).Sorted()))
            .Where(entry => entry.Sorted.Length >= Tail.FewestRuns)
            .OrderBy(entry => SampleSummary.Quantile(entry.Sorted, 0.95)),
    ];

    /// <summary>Where single runs end.</summary>
    internal IEnumerable<string> Fans()
    {
        AnswerOutcome outcome = results.Main with { IsDifference = false };
        return results.Courses.Fans.Select(fan =>
            $"{For(fan.Cell)}, the middle 90% of runs end with {outcome.Name} between {outcome.About(fan.P05[^1])} and {outcome.About(fan.P95[^1])}, the middle one with {outcome.About(fan.P50[^1])}.");
    }

    private string At(AnswerOutcome outcome, SweepCell cell, SweepCell[] all)
    {
        int equals = all.Count(other => other.Of(outcome).Mean.Equals(cell.Of(outcome).Mean)) - 1;
        string others = equals == 0 ? "" : $", and the same with {Wording.Count(equals, "other", "others")}";
        return $"{outcome.Estimate(cell.Of(outcome).Interval!.Value)}, {With(cell)}{others}";
    }

    // A combination is called by its policy, which does things, or by its levels, with which they are done.
    private string With(SweepCell cell) => $"{(results.Policies.Count > 1 ? "for" : "with")} {results.NameOf(cell)}";

    private static string Short(AnswerOutcome outcome, SweepCell cell) => outcome.Short(cell.Of(outcome).Interval!.Value);

    private static bool IsPlural(AnswerOutcome outcome) => outcome.Name.StartsWith("people", StringComparison.Ordinal) || outcome.Name.Split(' ') is var words && (words[0].EndsWith('s') || words[^1].EndsWith('s')) && words[^1] != "loss" && words[^1] != "days" || outcome.Name.StartsWith("sales", StringComparison.Ordinal);

    private string For(SweepCell cell) => $"For {results.NameOf(cell)}";

    private static string Mean(AnswerOutcome outcome, LevelMean level) => level.Sample.Interval is { } mean ? outcome.Short(mean) : "unknown";

    private static string Size(AnswerOutcome outcome, Interval size)
    {
        Interval scaled = size.Times(outcome.Scale);
        string bounds = scaled.HasBounds ? $" (95% interval {Wording.Bounds(scaled)})" : "";
        return $"{Wording.Mean(scaled)}{(outcome.IsShare ? " percentage points" : outcome.UnitAfter)}{bounds}";
    }
}
