namespace Experiments.Analysis;

/// <summary>One outcome of one policy day by day: statistics over replicates, in columns of equal length.</summary>
/// <param name="Day">Day index, ascending; days without a value are absent.</param>
/// <param name="Mean">Mean over replicates.</param>
/// <param name="Deviation">Standard deviation over replicates; NaN with one replicate.</param>
/// <param name="Low">5th percentile of runs.</param>
/// <param name="High">95th percentile of runs.</param>
internal sealed record DaySeries(int[] Day, double[] Mean, double[] Deviation, double[] Low, double[] High)
{
    /// <summary>The mean at the end of a day; null when the day is absent.</summary>
    internal double? MeanAt(int day)
    {
        int index = Array.BinarySearch(Day, day);
        return index < 0 ? null : Mean[index];
    }

    /// <summary>Interval of the mean at the end of a day, from the standard deviation over the given number of replicates.</summary>
    internal Interval? IntervalAt(int day, int replicates)
    {
        int index = Array.BinarySearch(Day, day);
        return index < 0 ? null : MeanInterval.Of(Mean[index], double.IsNaN(Deviation[index]) ? null : Deviation[index], replicates);
    }

    /// <summary>The day on which the mean is highest.</summary>
    internal int HighestDay() => Day[Array.IndexOf(Mean, Mean.Max())];
}
