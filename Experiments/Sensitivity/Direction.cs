using Experiments.Analysis;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Experiments.Sensitivity;

/// <summary>
/// Which way an outcome goes with a factor over worlds in which everything else varies too: Spearman's rank correlation. Interval by
/// Fisher's transformation with the variance (1 + ρ²/2)/(n − 3) of Bonett and Wright (2000), Sample size requirements for estimating
/// Pearson, Kendall and Spearman correlations, Psychometrika 65:23, doi:10.1007/BF02294183.
/// </summary>
/// <remarks>It tells a direction alone: a factor that works up in one half of its range and down in the other has a correlation of about 0.</remarks>
internal static class Direction
{
    /// <summary>The correlation; null of fewer than four worlds, or where either is everywhere the same.</summary>
    /// <param name="places">Where the factor stands in each world.</param>
    /// <param name="outcomes">The outcome of each world; NaN where it is missing.</param>
    internal static Interval? Of(double[] places, double[] outcomes)
    {
        int[] there = [.. Enumerable.Range(0, outcomes.Length).Where(world => double.IsFinite(outcomes[world]))];
        if (there.Length < 4)
        {
            return null;
        }

        double correlation = Correlation.Spearman(there.Select(world => places[world]), there.Select(world => outcomes[world]));
        if (double.IsNaN(correlation))
        {
            return null;
        }

        double z = Math.Atanh(Math.Clamp(correlation, -0.9999999, 0.9999999));
        double half = Normal.InvCDF(0, 1, (1 + Interval.Confidence) / 2) * Math.Sqrt((1 + (correlation * correlation / 2)) / (there.Length - 3));
        return new Interval(correlation, Math.Tanh(z - half), Math.Tanh(z + half), there.Length);
    }
}
