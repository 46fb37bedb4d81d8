using MathNet.Numerics.Distributions;

namespace Experiments.Analysis;

/// <summary>
/// A quantile of a sample with an interval that assumes nothing about the distribution: the number of values below the true
/// quantile is binomial, so that two order statistics enclose it with at least the confidence wanted (Thompson 1936, Annals of
/// Mathematical Statistics 7:122, doi:10.1214/aoms/1177732502). The estimate is an observed value too (type 1 of Hyndman and Fan
/// 1996): of counts, a count.
/// </summary>
internal static class QuantileInterval
{
    /// <summary>Name of the method, as captions give it.</summary>
    internal const string Method = "quantiles: 95% intervals between order statistics, whatever the distribution";

    /// <summary>The quantile; without bounds where the sample is too small to enclose it.</summary>
    /// <param name="sorted">The sample, ascending, not empty.</param>
    /// <param name="share">Share of values up to the quantile, above 0 and below 1.</param>
    internal static Interval Of(double[] sorted, double share)
    {
        int count = sorted.Length;
        double value = sorted[Math.Clamp((int)Math.Ceiling((share * count) - 1e-9), 1, count) - 1];
        (int low, int high) = Ranks(count, share);
        return low < 1 || high > count ? new Interval(value, null, null, count) : new Interval(value, sorted[low - 1], sorted[high - 1], count);
    }

    /// <summary>Ranks, from 1, of the order statistics that enclose a quantile; 0 or count + 1 where no value does.</summary>
    internal static (int Low, int High) Ranks(int count, double share)
    {
        double outside = (1 - Interval.Confidence) / 2;
        var below = new Binomial(share, count);

        // Low is the highest rank r with P(B < r) ≤ α/2, high the lowest with P(B ≥ r) ≤ α/2; both lie near the mean.
        int low = (int)Math.Floor(share * count);
        while (low > 0 && below.CumulativeDistribution(low - 1) > outside)
        {
            low--;
        }

        int high = (int)Math.Floor(share * count) + 1;
        while (high <= count && 1 - below.CumulativeDistribution(high - 1) > outside)
        {
            high++;
        }

        return (low, high);
    }
}
