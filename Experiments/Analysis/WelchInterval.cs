using MathNet.Numerics.Distributions;

namespace Experiments.Analysis;

/// <summary>
/// Interval of the difference of two means of independent samples with unequal spreads (Welch 1947, Biometrika 34:28,
/// doi:10.1093/biomet/34.1-2.28): x̄ − ȳ ± t(ν)·√(s²/n + r²/m) with ν = (s²/n + r²/m)² / (s⁴/(n²(n − 1)) + r⁴/(m²(m − 1))).
/// </summary>
internal static class WelchInterval
{
    /// <summary>Interval of mean(one) − mean(other); null without values, without bounds below two values each.</summary>
    internal static Interval? Of(IReadOnlyCollection<double> one, IReadOnlyCollection<double> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return null;
        }

        double difference = one.Average() - other.Average();
        if (one.Count < 2 || other.Count < 2)
        {
            return new Interval(difference, null, null, Math.Min(one.Count, other.Count));
        }

        (double first, double second) = (Variance(one) / one.Count, Variance(other) / other.Count);
        double both = first + second;
        if (both == 0)
        {
            return new Interval(difference, difference, difference, Math.Min(one.Count, other.Count));
        }

        double freedom = both * both / ((first * first / (one.Count - 1)) + (second * second / (other.Count - 1)));
        double half = StudentT.InvCDF(0, 1, freedom, 0.5 + (Interval.Confidence / 2)) * Math.Sqrt(both);
        return new Interval(difference, difference - half, difference + half, Math.Min(one.Count, other.Count));
    }

    private static double Variance(IReadOnlyCollection<double> values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
    }
}
