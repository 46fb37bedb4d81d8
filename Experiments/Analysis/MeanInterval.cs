using MathNet.Numerics.Distributions;

namespace Experiments.Analysis;

/// <summary>Interval of a mean over independent replicates, x̄ ± t(n − 1)·s/√n (Student 1908, Biometrika 6:1).</summary>
internal static class MeanInterval
{
    /// <summary>Name of the method, as captions give it.</summary>
    internal const string Method = "95% t interval of the mean over replicates";

    /// <summary>Interval of the mean of values; null without values. One value has no bounds.</summary>
    internal static Interval? Of(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        double mean = values.Average();
        double squares = values.Sum(value => (value - mean) * (value - mean));
        return Of(mean, values.Count > 1 ? Math.Sqrt(squares / (values.Count - 1)) : null, values.Count);
    }

    /// <summary>The same from the mean, the standard deviation and the number of replicates.</summary>
    internal static Interval Of(double mean, double? deviation, int count)
    {
        if (count < 2 || deviation is not { } spread)
        {
            return new Interval(mean, null, null, count);
        }

        double half = StudentT.InvCDF(0, 1, count - 1, 0.5 + (Interval.Confidence / 2)) * spread / Math.Sqrt(count);
        return new Interval(mean, mean - half, mean + half, count);
    }
}
