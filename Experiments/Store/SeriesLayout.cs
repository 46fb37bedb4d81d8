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

    /// <summary>All metrics at the end of some days of a run, without its whole series; a run that was shorter has fewer.</summary>
    /// <param name="outcome">The run.</param>
    /// <param name="horizons">Numbers of days.</param>
    internal static IReadOnlyList<(int Horizon, double[] Values)> After(Outcome outcome, IReadOnlyList<int> horizons)
    {
        // Where the horizon itself is varied, a short run does not reach a late one.
        (int Horizon, double[] Values)[] days =
            [.. horizons.Where(horizon => horizon <= outcome.Ledger.Days).Select(horizon => (horizon, new double[Metrics.Count]))];
        double[] series = new double[days.Length == 0 ? 0 : outcome.Ledger.Days];
        for (int metric = 0; metric < Metrics.Count && days.Length > 0; metric++)
        {
            outcome.Daily(Metrics[metric].Metric, series);
            foreach ((int horizon, double[] values) in days)
            {
                values[metric] = series[horizon - 1];
            }
        }

        return days;
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
