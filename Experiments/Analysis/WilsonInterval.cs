using MathNet.Numerics.Distributions;

namespace Experiments.Analysis;

/// <summary>
/// Score interval of a proportion (Wilson 1927, JASA 22:209). It stays within [0, 1] and is honest at 0 of n and n of n,
/// where the textbook interval p ± z·√(p(1 − p)/n) shrinks to nothing.
/// </summary>
internal static class WilsonInterval
{
    /// <summary>Name of the method, as captions give it.</summary>
    internal const string Method = "95% Wilson interval of a share of runs";

    /// <summary>Interval of a share; null without trials. Its mean is the observed share.</summary>
    internal static Interval? Of(int successes, int trials)
    {
        if (trials == 0)
        {
            return null;
        }

        double z = Normal.InvCDF(0, 1, 0.5 + (Interval.Confidence / 2));
        double share = (double)successes / trials;
        double shrink = 1 + (z * z / trials);
        double centre = (share + (z * z / (2 * trials))) / shrink;
        double half = z / shrink * Math.Sqrt((share * (1 - share) / trials) + (z * z / (4.0 * trials * trials)));

        // At the ends the bounds are 0 and 1 exactly, which floating point would miss by a hair.
        return new Interval(share, successes == 0 ? 0 : centre - half, successes == trials ? 1 : centre + half, trials);
    }
}
