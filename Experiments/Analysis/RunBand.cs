namespace Experiments.Analysis;

/// <summary>
/// Where single runs lie: percentiles over replicates. It says how different one future can be from another and does not
/// shrink with more replicates; an <see cref="Interval"/> says how well the mean is known and does.
/// </summary>
/// <param name="Low">5th percentile.</param>
/// <param name="Median">50th percentile.</param>
/// <param name="High">95th percentile.</param>
internal readonly record struct RunBand(double Low, double Median, double High)
{
    /// <summary>Name of the method, as captions give it.</summary>
    internal const string Method = "band of the middle 90% of runs";

    /// <summary>Percentiles with linear interpolation between order statistics (Hyndman and Fan 1996, type 7); null without values.</summary>
    internal static RunBand? Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? null : new RunBand(Quantile(sorted, 0.05), Quantile(sorted, 0.5), Quantile(sorted, 0.95));
    }

    private static double Quantile(double[] sorted, double probability)
    {
        double position = probability * (sorted.Length - 1);
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
