using Experiments.Analysis.Findings;
using Experiments.Store;

namespace Experiments.Analysis.Sweeps.Sensitivity;

/// <summary>The answer first: what the main outcome comes to over the sampled worlds, and what decides it most.</summary>
internal static class WorldsFinding
{
    /// <summary>Fewest worlds of which a range of nine in ten is told. Chosen.</summary>
    private const int FewestWorlds = 20;

    /// <summary>Ends of the middle nine tenths.</summary>
    private const double Tail = 0.05;

    internal static string IdOf(SensitivityResults results, SensitivityOutcome outcome) => $"worlds-{results.KeyOf(outcome)}";

    /// <summary>The finding; null without worlds, and of a day that may never come, which its own finding tells of.</summary>
    internal static Finding? Of(SensitivityResults results, SensitivityOutcome outcome)
    {
        if (outcome.Worlds.Count < 2 || outcome.Censored is not null || outcome.Objection is not null)
        {
            return null;
        }

        double[] sorted = [.. outcome.Worlds.Order()];
        AnswerOutcome unit = outcome.Outcome;
        Interval below = WilsonInterval.Of(sorted.Count(value => value * unit.Sign < 0), sorted.Length)!.Value;
        string median = unit.About(SampleSummary.Quantile(sorted, 0.5));
        string whose = results.Whose(outcome);
        string title = unit.IsDifference
            ? $"{Capital(outcome.Label)}{whose} comes to {median} in the median of the sampled worlds; in {Wording.Glance(below, percent: true)} of them it is worse than sending nothing"
            : $"{Capital(outcome.Label)}{whose} comes to {median} in the median of the sampled worlds";
        string range = sorted.Length < FewestWorlds
            ? $"They go from {unit.About(sorted[0])} to {unit.About(sorted[^1])}."
            : $"Nine in ten of {Wording.Number(sorted.Length)} worlds lie between {unit.About(SampleSummary.Quantile(sorted, Tail))} and {unit.About(SampleSummary.Quantile(sorted, 1 - Tail))}.";
        string share = unit.IsDifference ? $"Worse than sending nothing: {SobolFinding.Share(below, isFirst: true)} of the worlds." : "";
        string[] text = [range, share, Decides(results, outcome)];
        return new Finding(IdOf(results, outcome), title, string.Join(' ', text.Where(sentence => sentence.Length > 0)));
    }

    private static string Decides(SensitivityResults results, SensitivityOutcome outcome)
    {
        string Label(int factor) => results.Factors[factor].Label + outcome.Judged(factor);
        if (outcome.Sobol is { } sobol)
        {
            return sobol.Lead.SideOf(0) > 0
                ? $"What decides it most is {Label(sobol.Order[0])}: {SobolFinding.Share(sobol.Total[sobol.Order[0]])} of the differences (variance) between worlds hang on it."
                : $"What decides it most is {Label(sobol.Order[0])}, or {Label(sobol.Order[1])}; which of them cannot be told.";
        }

        return MorrisFinding.Ordered(outcome) is [var first, ..] order && (order.Length == 1 || first.Effect.LeadOver(order[1].Effect).SideOf(0) > 0)
            ? $"What moves it most is {Label(first.Factor)}."
            : "";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
