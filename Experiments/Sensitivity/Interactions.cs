using Experiments.Analysis;
using MathNet.Numerics.Distributions;

namespace Experiments.Sensitivity;

/// <summary>
/// Which second-order indices are beyond doubt when all pairs are looked at: intervals that hold together at 95% (Bonferroni; Dunn 1961,
/// Multiple comparisons among means, JASA 56:52, doi:10.1080/01621459.1961.10482090). Of 30 factors there are 435 pairs, of which about
/// eleven would have single intervals above zero by chance.
/// </summary>
/// <remarks>
/// A level of 0.05/435 is beyond what a thousand resamples can show, so that each half of the bootstrap interval is stretched as a normal
/// distribution's would be: by z(1 − 0.025/m)/z(0.975), m pairs.
/// </remarks>
internal static class Interactions
{
    /// <summary>Least share of the variance that is named. Chosen: of less nobody would act.</summary>
    internal const double Least = 0.01;

    /// <summary>All pairs, the lower number first, the largest index first.</summary>
    /// <param name="sobol">The estimate; without second order there are none.</param>
    internal static (int One, int Other)[] Pairs(SobolEstimate sobol) => sobol.Second is not { } second
        ? []
        : [.. Enumerable.Range(0, sobol.Total.Count)
            .SelectMany(one => Enumerable.Range(one + 1, sobol.Total.Count - one - 1).Select(other => (one, other)))
            .OrderByDescending(pair => second[pair.one, pair.other].Mean)];

    /// <summary>The index of a pair with the interval that holds for all pairs together.</summary>
    internal static Interval Together(SobolEstimate sobol, int one, int other)
    {
        int pairs = sobol.Total.Count * (sobol.Total.Count - 1) / 2;
        double wider = Normal.InvCDF(0, 1, 1 - ((1 - Interval.Confidence) / 2 / pairs)) / Normal.InvCDF(0, 1, (1 + Interval.Confidence) / 2);
        Interval alone = sobol.Second![one, other];
        return alone with { Low = alone.Mean - (wider * alone.Below), High = alone.Mean + (wider * alone.Above) };
    }

    /// <summary>Whether a pair interacts beyond doubt, and enough to be named.</summary>
    internal static bool IsSure(SobolEstimate sobol, int one, int other) => sobol.Second![one, other] is { HasBounds: true, Mean: >= Least } && Together(sobol, one, other).Low > 0;

    /// <summary>The pairs that interact beyond doubt, the largest first.</summary>
    internal static (int One, int Other)[] Sure(SobolEstimate sobol) => [.. Pairs(sobol).Where(pair => IsSure(sobol, pair.One, pair.Other))];
}
