using MathNet.Numerics;

namespace Simulator.RandomStreams;

/// <summary>
/// Poisson counts by inversion of one uniform number. Inversion, not rejection: a slightly larger mean with the same luck
/// gives a slightly larger count, which keeps matched runs close.
/// </summary>
internal static class PoissonQuantile
{
    /// <summary>Mean up to which the probabilities are summed one by one.</summary>
    private const double SmallMean = 60;

    /// <summary>The smallest k with P(X ≤ k) ≥ u for X ~ Poisson(mean).</summary>
    /// <param name="mean">Mean, 0 or more; a mean that is not positive gives 0.</param>
    /// <param name="uniform">u in (0, 1).</param>
    internal static int Of(double mean, double uniform)
    {
        // e^(−mean) ≥ 1 − mean: most draws with a small mean are 0 and need no exponential.
        if (!(mean > 0) || uniform <= 1 - mean)
        {
            return 0;
        }

        return mean <= SmallMean ? BySum(mean, uniform) : BySearch(mean, uniform);
    }

    private static int BySum(double mean, double uniform)
    {
        double probability = Math.Exp(-mean);
        double cumulative = probability;
        int count = 0;
        while (cumulative < uniform && probability > 0)
        {
            probability *= mean / ++count;
            cumulative += probability;
        }

        return count;
    }

    // Starts at the normal approximation with its first Cornish–Fisher correction, then walks with the exact distribution function.
    private static int BySearch(double mean, double uniform)
    {
        double score = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, uniform);
        double guess = mean + (Math.Sqrt(mean) * score) + (((score * score) - 1) / 6);
        int count = (int)Math.Clamp(Math.Floor(guess), 0, int.MaxValue - 1);
        double cumulative = SpecialFunctions.GammaUpperRegularized(count + 1.0, mean);
        double probability = Math.Exp((count * Math.Log(mean)) - mean - SpecialFunctions.GammaLn(count + 1.0));
        while (cumulative < uniform && probability > 0)
        {
            probability *= mean / ++count;
            cumulative += probability;
        }

        while (count > 0 && cumulative - probability >= uniform)
        {
            cumulative -= probability;
            probability *= count-- / mean;
        }

        return count;
    }
}
