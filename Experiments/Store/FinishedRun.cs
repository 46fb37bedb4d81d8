namespace Experiments.Store;

/// <summary>One run as the store takes it: outcomes and daily series, or the failure.</summary>
/// <param name="Position">Position of the policy at the point.</param>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Outcomes">One value an outcome in the order of result files, NaN where missing; null for a failed run.</param>
/// <param name="Series">Daily series as laid out in <see cref="SeriesLayout"/>; null for a failed run, or where days are not kept.</param>
/// <param name="Failure">Why the run failed; null for a good one.</param>
internal sealed record FinishedRun(int Position, string Policy, double[]? Outcomes, byte[]? Series, RunFailure? Failure)
{
    /// <summary>All daily metrics after a number of days, in the order of <see cref="SeriesLayout.Metrics"/>; empty where none were asked for.</summary>
    public IReadOnlyList<(int Horizon, double[] Values)> Horizons { get; init; } = [];

    /// <summary>Outcomes by audience segment, each in the order of <see cref="StoreSchema.SegmentMetrics"/>; empty without segments.</summary>
    public IReadOnlyList<(string Segment, double[] Outcomes)> Segments { get; init; } = [];
}
