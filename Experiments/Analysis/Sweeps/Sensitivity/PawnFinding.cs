using Experiments.Analysis.Findings;
using Experiments.Designs;
using Experiments.Sensitivity;

namespace Experiments.Analysis.Sweeps.Sensitivity;

/// <summary>Which factors change the distribution of an outcome, whatever its tails do to the variance.</summary>
internal static class PawnFinding
{
    private const int Named = 4;

    /// <summary>Name of the finding on an outcome.</summary>
    internal static string IdOf(string key) => $"distribution-{key}";

    /// <summary>The finding.</summary>
    /// <param name="factors">The factors.</param>
    /// <param name="pawn">The estimate.</param>
    /// <param name="name">The outcome, in words.</param>
    /// <param name="key">The outcome, for names.</param>
    /// <param name="skewness">Skewness of the outcome over the points.</param>
    internal static Finding Of(IReadOnlyList<Factor> factors, PawnEstimate pawn, string name, string key, double skewness)
    {
        int[] above = [.. pawn.Order.Where(pawn.IsAboveDummy)];
        string threshold = $"a factor without any influence gets up to {pawn.Thresholds()} by chance";
        string skewed = Math.Abs(skewness) > SensitivityEstimation.Skewed
            ? $"Over the points {name} is skewed (skewness {Wording.Number(Math.Round(skewness, 1))}), so that a few extreme worlds weigh heavily in its variance; distances between distributions do not suffer from it. "
            : "";
        string text = above.Length == 0
            ? $"{skewed}All {Wording.Number(factors.Count)} distances are within what chance gives: {threshold}. Take more points."
            : $"{skewed}Largest distance between the distribution of {name} in a slice of a factor’s range and over all points, the middle one of its slices (0: no influence, 1: it decides everything): "
                + $"{string.Join("; ", above.Take(Named).Select(factor => $"{factors[factor].Label} {Wording.Estimate(pawn.Factors[factor])}"))}. "
                + $"{Wording.Number(factors.Count - above.Length)} of {Wording.Number(factors.Count)} factors cannot be told from a dummy: {threshold}.";
        return new Finding(IdOf(key), Title(factors, pawn, name), text);
    }

    /// <summary>Its title, which is that of the chart too.</summary>
    internal static string Title(IReadOnlyList<Factor> factors, PawnEstimate pawn, string name) => pawn.Order.Where(pawn.IsAboveDummy).Select(factor => factors[factor].Label).FirstOrDefault() is { } first
        ? $"{char.ToUpperInvariant(first[0])}{first[1..]} changes the whole distribution of {name} most"
        : $"No factor changes the distribution of {name} more than chance would";
}
