using Simulator.Ledgers;

namespace Experiments.Analysis.Sweeps;

/// <summary>Courses over days of the most important outcome.</summary>
/// <param name="Metric">The outcome.</param>
/// <param name="Means">Mean over replicates at the end of each day, above the silent twin's where the outcome is compared with silence; by cell.</param>
/// <param name="Fans">Percentiles over replicates of a few cells, of the outcome itself.</param>
internal sealed record SweepCourses(
    Metric Metric, IReadOnlyDictionary<(int Point, string Policy), double[]> Means, IReadOnlyList<DayFan> Fans)
{
    /// <summary>No courses.</summary>
    internal static SweepCourses None { get; } = new(Metric.NetValue, new Dictionary<(int, string), double[]>(), []);
}
