namespace Experiments.Analysis.Sweeps;

/// <summary>
/// One outcome of one cell, replicate by replicate. Replicates of all cells meet the same people with the same luck, so that any
/// two samples are compared pair by pair.
/// </summary>
internal sealed class ReplicateSample
{
    private readonly double[] _values;

    /// <summary>Takes values by replicate.</summary>
    /// <param name="values">Index is the replicate; NaN where a run failed or has no such outcome. Kept, not copied.</param>
    internal ReplicateSample(double[] values)
    {
        _values = values;
        (Count, Mean, Deviation) = Moments(values);
    }

    /// <summary>Replicates that have the outcome.</summary>
    internal int Count { get; }

    /// <summary>Their mean; NaN without any.</summary>
    internal double Mean { get; }

    /// <summary>Their standard deviation; null with fewer than two.</summary>
    internal double? Deviation { get; }

    /// <summary>Values by replicate; NaN where there is none.</summary>
    internal IReadOnlyList<double> Values => _values;

    /// <summary>The value of a replicate; NaN where there is none.</summary>
    internal double this[int replicate] => replicate < _values.Length ? _values[replicate] : double.NaN;

    /// <summary>Interval of the mean; null without values.</summary>
    internal Interval? Interval => Count == 0 ? null : MeanInterval.Of(Mean, Deviation, Count);

    /// <summary>The values that are there, ascending.</summary>
    internal double[] Sorted() => [.. _values.Where(double.IsFinite).Order()];

    /// <summary>This minus another, replicate by replicate.</summary>
    internal ReplicateSample Minus(ReplicateSample other)
    {
        var differences = new double[Math.Min(_values.Length, other._values.Length)];
        for (int replicate = 0; replicate < differences.Length; replicate++)
        {
            differences[replicate] = _values[replicate] - other._values[replicate];
        }

        return new ReplicateSample(differences);
    }

    /// <summary>The mean over samples, replicate by replicate, of those replicates that all samples have.</summary>
    internal static ReplicateSample Average(IReadOnlyCollection<ReplicateSample> samples)
    {
        var mean = new double[samples.Min(sample => sample._values.Length)];
        foreach (ReplicateSample sample in samples)
        {
            for (int replicate = 0; replicate < mean.Length; replicate++)
            {
                mean[replicate] += sample._values[replicate] / samples.Count;
            }
        }

        return new ReplicateSample(mean);
    }

    /// <summary>
    /// Whether the mean of the differences from another sample is zero as far as these runs tell, when it is one of several such
    /// comparisons: Bonferroni's correction keeps the risk of any false verdict at 5%.
    /// </summary>
    /// <param name="other">The other sample.</param>
    /// <param name="comparisons">How many comparisons are made together, at least 1.</param>
    internal bool IsLevelWith(ReplicateSample other, int comparisons)
    {
        ReplicateSample difference = Minus(other);
        if (difference.Count < 2 || difference.Deviation is not { } deviation)
        {
            return true;
        }

        double confidence = 1 - ((1 - Analysis.Interval.Confidence) / Math.Max(1, comparisons));
        double half = MeanInterval.Quantile(difference.Count - 1, confidence) * deviation / Math.Sqrt(difference.Count);
        return Math.Abs(difference.Mean) <= half;
    }

    private static (int Count, double Mean, double? Deviation) Moments(double[] values)
    {
        (int count, double sum) = (0, 0);
        foreach (double value in values)
        {
            if (double.IsFinite(value))
            {
                count++;
                sum += value;
            }
        }

        double mean = count == 0 ? double.NaN : sum / count;
        double squares = 0;
        foreach (double value in values)
        {
            squares += double.IsFinite(value) ? (value - mean) * (value - mean) : 0;
        }

        return (count, mean, count > 1 ? Math.Sqrt(squares / (count - 1)) : null);
    }
}
