using Experiments.Analysis.Findings;
using Experiments.Sensitivity;

namespace Experiments.Analysis.Sweeps.Sensitivity;

/// <summary>Which factors drive an outcome, by shares of its variance.</summary>
internal static class SobolFinding
{
    /// <summary>Factors named.</summary>
    private const int Named = 3;

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
        string title = Title(outcome, sobol, first, second);
        IEnumerable<string> named = order.Take(Named).Select((factor, place) =>
            $"{labels[factor]} {Share(sobol.Total[factor], isFirst: place == 0)}, by itself {(sobol.First[factor].SideOf(0) > 0 ? Share(sobol.First[factor]) : "not told from none")}{outcome.Judged(factor)}");
        string[] text =
        [
            Scope(results, outcome),
            $"Share of the variance of {outcome.Label}{results.Whose(outcome)} over all worlds, alone or together with others: {string.Join("; ", named)}.",
            Minor(results, outcome, [.. order.Where(factor => sobol.Total[factor].High < Little)]),
            Added(sobol),
            InteractionFinding.Sentence(results, sobol),
            Distributions(outcome, labels),
            Luck(results, sobol),
            Incomplete(outcome),
        ];
        return new Finding(IdOf(results, outcome), title, string.Join(' ', text.Where(sentence => sentence.Length > 0)));
    }

    /// <summary>A share with its interval, in few digits; the first of a text names the interval.</summary>
    internal static string Share(Interval share, bool isFirst = false) => share.HasBounds
        ? $"{Glance(share)} ({(isFirst ? "95% interval " : "")}{Wording.GlanceBounds(share, percent: true)})"
        : Glance(share);

    /// <summary>Whether distances between distributions of a skewed outcome put other factors first than shares of its variance do.</summary>
    internal static bool DistributionsDiffer(SensitivityOutcome outcome) => outcome is { Sobol: { } sobol, Pawn: { } pawn, Censored: null }
        && Math.Abs(outcome.Skewness) > SensitivityEstimation.Skewed
        && Leading(pawn) is var leading && !leading.SequenceEqual(sobol.Order.Take(leading.Length));

    private static int[] Leading(PawnEstimate pawn) => [.. pawn.Order.Where(pawn.IsAboveDummy).Take(Named)];

    private static string Title(SensitivityOutcome outcome, SobolEstimate sobol, string first, string second)
    {
        string most = Glance(sobol.Total[sobol.Order[0]]), next = Glance(sobol.Total[sobol.Order[1]]);
        bool isSure = sobol.Lead.SideOf(0) > 0;
        return outcome.Censored is { } censored
            ? $"In {Wording.Percent(censored)} of the runs it never stays behind silence; whether and when it does hangs most on {(isSure ? $"{first} ({most} of the variance)" : $"{first} and {second} ({most} and {next} of the variance), which of them more cannot be told")}"
            : isSure
                ? $"{Capital(first)} drives {outcome.Name} most: {most} of its variance, alone or with others"
                : $"{Capital(first)} and {second} drive {outcome.Name} most ({most} and {next} of its variance); which of them more cannot be told";
    }

    // What a group of factors does, alone and with all others, is at most the sum of its totals: each part that several share is in it more than once.
    private static string Minor(SensitivityResults results, SensitivityOutcome outcome, int[] little)
    {
        SobolEstimate sobol = outcome.Sobol!;
        string bound = Wording.Percent(Math.Round(Math.Min(1, little.Sum(factor => Math.Max(0, sobol.Total[factor].High!.Value))), 3));
        string where = $"for {outcome.Name} within {Wording.Count(results.Facts.Horizon, "day", "days")}";
        return little.Length switch
        {
            0 => $"Of no factor can it be said that it accounts for less than {Wording.Percent(Little)}.",
            1 => $"{Capital(results.Factors[little[0]].Label)} accounts for at most {bound}: {where} it could stay at its default.",
            <= Named => $"{Capital(Wording.List([.. little.Select(factor => results.Factors[factor].Label)]))} account together for at most {bound}: {where} they could stay at their defaults.",
            _ => $"{Wording.Number(little.Length)} of {Wording.Number(sobol.Order.Count)} factors account for less than {Wording.Percent(Little)} each and together for at most {bound}: {where} they could stay at their defaults.",
        };
    }

    private static string Added(SobolEstimate sobol) => sobol.Sum.High < 0.9
        ? $"By themselves all factors explain {Share(sobol.Sum)}; the rest comes from what they do together."
        : sobol.Sum.Low > 0.9
            ? $"By themselves all factors explain {Share(sobol.Sum)}: they nearly add up."
            : $"By themselves all factors explain {Share(sobol.Sum)}; whether what they do together matters cannot be told from so many points.";

    private static string Distributions(SensitivityOutcome outcome, string[] labels) => outcome.Pawn is not { } pawn || DistributionsDiffer(outcome)
        ? ""
        : Leading(pawn) is { Length: > 0 } leading
            ? $"By distances between whole distributions {Wording.List([.. leading.Select(factor => labels[factor])])} {(leading.Length == 1 ? "comes" : "come")} first."
            : "By distances between whole distributions no factor can be told from chance.";

    private static string Luck(SensitivityResults results, SobolEstimate sobol) => sobol.Luck is { } luck
        ? $"Of the variance of a single run {Share(luck)} is luck, by {Wording.Number(results.Replicates)} replicates; the shares are of the rest."
        : "With a single replicate the shares include what luck does with the parameters.";

    private static string Scope(SensitivityResults results, SensitivityOutcome outcome) => outcome.Censored is > 0
        ? $"Where there is no such day within {Wording.Count(results.Facts.Horizon, "day", "days")} it was set to the last one."
        : "";

    private static string Incomplete(SensitivityOutcome outcome) => outcome.Incomplete == 0
        ? ""
        : $"{Wording.Count(outcome.Incomplete, "base point lacks", "base points lack")} a run; {(outcome.Incomplete == 1 ? "it is" : "they are")} left out of the shares concerned alone.";

    private static string Glance(Interval share) => Wording.Glance(share, percent: true);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
