using System.Runtime.InteropServices;
using Simulator.Ledgers;

namespace Experiments.Store;

/// <summary>
/// Layout of a run's daily series: day after day, and within a day every daily metric, as 64-bit floating point.
/// Day by day, because a chunk of days is then one contiguous piece of the blob for all metrics at once.
/// </summary>
internal static class SeriesLayout
{
    /// <summary>The metrics that exist per day, in the order of result files.</summary>
    internal static IReadOnlyList<MetricInfo> Metrics { get; } = [.. MetricInfo.All.Where(info => info.IsDaily)];

    /// <summary>Bytes of a run's series.</summary>
    internal static int Bytes(int days) => days * Metrics.Count * sizeof(double);

    /// <summary>All metrics at the end of one day of a run; empty when the run was shorter.</summary>
    internal static ReadOnlySpan<double> Day(byte[] series, int day)
    {
        ReadOnlySpan<double> cells = MemoryMarshal.Cast<byte, double>(series);
        return (day + 1) * Metrics.Count <= cells.Length ? cells.Slice(day * Metrics.Count, Metrics.Count) : [];
    }

    /// <summary>Lays out all daily series of a run.</summary>
    internal static byte[] Of(Outcome outcome)
    {
        int days = outcome.Ledger.Days;
        byte[] bytes = new byte[Bytes(days)];
        Span<double> cells = MemoryMarshal.Cast<byte, double>(bytes.AsSpan());
        double[] series = new double[days];
        for (int metric = 0; metric < Metrics.Count; metric++)
        {
            outcome.Daily(Metrics[metric].Metric, series);
            for (int day = 0; day < days; day++)
            {
                cells[(day * Metrics.Count) + metric] = series[day];
            }
        }

        return bytes;
    }
}
