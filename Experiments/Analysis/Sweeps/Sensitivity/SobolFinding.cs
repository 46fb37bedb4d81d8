using Experiments.Analysis.Findings;
using Experiments.Sensitivity;

namespace Experiments.Analysis.Sweeps.Sensitivity;

/// <summary>Which factors drive an outcome, by shares of its variance.</summary>
internal static class SobolFinding
{
    /// <summary>Factors named.</summary>
    private const int Named = 4;

    /// <summary>A factor with less than this share, its interval included, hardly matters. Chosen.</summary>
    private const double Little = 0.02;

    internal static string IdOf(SensitivityResults results, SensitivityOutcome outcome) => $"drivers-{results.KeyOf(outcome)}";

    internal static Finding? Of(SensitivityResults results, SensitivityOutcome outcome)
    {
        if (outcome.Sobol is not { } sobol)
        {
            return null;
        }

        string[] labels = [.. results.Factors.Select(factor => factor.Label)];
        int[] order = [.. sobol.Order];
        string first = labels[order[0]], second = labels[order[1]];
        string title = sobol.Lead.SideOf(0) > 0
            ? $"{Capital(first)} drives {outcome.Name} most: {Glance(sobol.Total[order[0]])} of its variance, alone or with others"
            : $"{Capital(first)} and {second} drive {outcome.Name} most ({Glance(sobol.Total[order[0]])} and {Glance(sobol.Total[order[1]])} of its variance); which of them more cannot be told";
        IEnumerable<string> named = order.Take(Named).Select(factor =>
            $"{labels[factor]} {Wording.PercentEstimate(sobol.Total[factor])}, of it by itself {Wording.Percent(Math.Clamp(sobol.First[factor].Mean, 0, 1))}");
        string[] text =
        [
            $"Share of the variance of {outcome.Label}{results.Whose(outcome)} over all worlds, alone or together with others: {string.Join("; ", named)}.",
            Minor(order, sobol, labels),
            Added(sobol),
            Luck(results, sobol),
            Scope(outcome),
            Incomplete(outcome),
        ];
        return new Finding(IdOf(results, outcome), title, string.Join(' ', text.Where(sentence => sentence.Length > 0)));
    }

    private static string Minor(int[] order, SobolEstimate sobol, string[] labels)
    {
        int[] little = [.. order.Where(factor => sobol.Total[factor].High < Little)];
        return little.Length switch
        {
            0 => $"Of no factor can it be said that it accounts for less than {Wording.Percent(Little)}.",
            <= Named => $"Less than {Wording.Percent(Little)} each, with 95% confidence: {Wording.List([.. little.Select(factor => labels[factor])])}.",
            _ => $"{Wording.Number(little.Length)} of {Wording.Number(order.Length)} factors account for less than {Wording.Percent(Little)} each, with 95% confidence, among them {Wording.List([.. little.Take(Named).Select(factor => labels[factor])])}; these could stay at their defaults.",
        };
    }

    private static string Added(SobolEstimate sobol) => sobol.Sum.High < 0.9
        ? $"By themselves all factors explain {Wording.PercentEstimate(sobol.Sum)}; the rest comes from what they do together, so that none can be judged alone."
        : sobol.Sum.Low > 0.9
            ? $"By themselves all factors explain {Wording.PercentEstimate(sobol.Sum)}: they nearly add up, and what they do together matters little."
            : $"By themselves all factors explain {Wording.PercentEstimate(sobol.Sum)}; whether what they do together matters cannot be told from so many points.";

    private static string Luck(SensitivityResults results, SobolEstimate sobol) => sobol.Luck is { } luck
        ? $"Of the variance of a single run {Wording.PercentEstimate(luck)} is luck, by {Wording.Number(results.Replicates)} replicates that are the same in all worlds (the interval is over worlds, not over luck); the shares above are of the rest."
        : "With a single replicate the shares include what luck does with the parameters; luck that hits all worlds alike is not among them.";

    private static string Scope(SensitivityOutcome outcome) => outcome.Censored is { } censored
        ? $"In {Wording.Percent(censored)} of the runs there is no such day until the end; there it was set to the last day, so that the shares are those of the time until then."
        : "";

    private static string Incomplete(SensitivityOutcome outcome) => outcome.Incomplete == 0
        ? ""
        : $"{Wording.Count(outcome.Incomplete, "base point lacks", "base points lack")} a run; {(outcome.Incomplete == 1 ? "it is" : "they are")} left out of the shares concerned alone.";

    private static string Glance(Interval share) => Wording.Glance(share, percent: true);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
