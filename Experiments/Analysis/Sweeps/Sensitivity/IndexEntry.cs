namespace Experiments.Analysis.Sweeps.Sensitivity;

/// <summary>One index of one outcome.</summary>
/// <param name="Of">The outcome.</param>
/// <param name="Kind">first, total, second, pawn, mu, mu_star or sigma.</param>
/// <param name="Factor">Number of the factor.</param>
/// <param name="Other">Number of the other factor of a pair; null for a single one.</param>
/// <param name="Value">The estimate.</param>
internal sealed record IndexEntry(SensitivityOutcome Of, string Kind, int Factor, int? Other, Interval Value)
{
    /// <summary>All indices of a study: outcome by outcome, factor by factor.</summary>
    internal static IEnumerable<IndexEntry> All(SensitivityResults results) => results.Outcomes.SelectMany(outcome => Enumerable.Range(0, results.Factors.Count).SelectMany(factor => All(outcome, factor, results.Factors.Count)));

    private static IEnumerable<IndexEntry> All(SensitivityOutcome outcome, int factor, int factors)
    {
        if (outcome.Sobol is { } sobol)
        {
            yield return new(outcome, "first", factor, null, sobol.First[factor]);
            yield return new(outcome, "total", factor, null, sobol.Total[factor]);
            for (int other = factor + 1; other < factors && sobol.Second is not null; other++)
            {
                yield return new(outcome, "second", factor, other, sobol.Second[factor, other]);
            }
        }

        if (outcome.Pawn is { } pawn)
        {
            yield return new(outcome, "pawn", factor, null, pawn.Factors[factor]);
        }

        if (outcome.Morris.Count > 0 && outcome.Morris[factor] is { } effect)
        {
            yield return new(outcome, "mu", factor, null, effect.Mean);
            yield return new(outcome, "mu_star", factor, null, effect.Size);
            yield return new(outcome, "sigma", factor, null, effect.Spread);
        }
    }
}
