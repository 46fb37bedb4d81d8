using Experiments.Analysis;

namespace Experiments.Calibration;

/// <summary>
/// How much of a parameter's prior the evidence rules out: 1 − var(posterior)/var(prior), both of the position u in the prior's unit interval, whose prior
/// variance is 1/12. At 0 nothing was learnt, at 1 everything; negative where the posterior lies at both ends.
/// </summary>
internal static class Contraction
{
    private const double PriorVariance = 1.0 / 12;

    /// <summary>The contraction of positions.</summary>
    internal static double Of(IReadOnlyCollection<double> positions)
    {
        double mean = positions.Average();
        return 1 - (positions.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, positions.Count - 1) / PriorVariance);
    }

    /// <summary>The contraction with its bootstrap interval, families drawn whole.</summary>
    /// <param name="positions">Positions of the particles.</param>
    /// <param name="families">Family of each particle.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    internal static Interval Of(IReadOnlyList<double> positions, IReadOnlyList<int> families, ulong seed) =>
        FamilyEstimate.Bootstrap(drawn => Of([.. drawn.Select(index => positions[index])]), families, seed);
}
