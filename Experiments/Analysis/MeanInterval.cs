using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace Experiments.Analysis;

/// <summary>Interval of a mean over independent replicates, x̄ ± t(n − 1)·s/√n (Student 1908, Biometrika 6:1).</summary>
internal static class MeanInterval
{
    private static readonly ConcurrentDictionary<(double Freedom, double Confidence), double> Quantiles = new();

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

        double half = Quantile(count - 1, Interval.Confidence) * spread / Math.Sqrt(count);
        return new Interval(mean, mean - half, mean + half, count);
    }

    /// <summary>Two-sided quantile of Student's t; remembered, since a sweep asks for the same few ten thousand times.</summary>
    /// <param name="freedom">Degrees of freedom, above 0.</param>
    /// <param name="confidence">Probability between minus and plus the quantile, 0–1.</param>
    internal static double Quantile(double freedom, double confidence) =>
        Quantiles.GetOrAdd((freedom, confidence), key => key.Freedom switch
        {
            // In closed form: the library's search does not get to an end far out in these tails, where many comparisons lead.
            1 => Math.Tan(Math.PI * key.Confidence / 2),
            2 => key.Confidence * Math.Sqrt(2 / (1 - (key.Confidence * key.Confidence))),
            _ => StudentT.InvCDF(0, 1, key.Freedom, 0.5 + (key.Confidence / 2)),
        });
}
