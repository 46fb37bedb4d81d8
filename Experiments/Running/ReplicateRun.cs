using Experiments.Store;
using Simulator.Engine;
using Simulator.Ledgers;

namespace Experiments.Running;

/// <summary>One piece of work: policies of a point in one replicate, beside one silent twin.</summary>
internal static class ReplicateRun
{
    /// <summary>Runs all policies of a point.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    internal static FinishedReplicate Complete(Point point, ulong seed, int replicate, KeptDays kept, CancellationToken cancellation, Admission? admission = null) =>
        Complete(point, [.. Enumerable.Range(0, point.Policies.Count)], seed, replicate, kept, cancellation, admission);

    /// <summary>Runs some policies of a point; a failure becomes part of the result.</summary>
    /// <param name="point">The point.</param>
    /// <param name="positions">Positions of the policies.</param>
    /// <param name="seed">Seed of all draws.</param>
    /// <param name="replicate">Number of the replicate.</param>
    /// <param name="kept">What of its days each run brings.</param>
    /// <param name="cancellation">Stops between two days, or between parts of a big audience.</param>
    /// <param name="admission">Gives the run its threads and memory; null asks the machine for them.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    internal static FinishedReplicate Complete(
        Point point, IReadOnlyList<int> positions, ulong seed, int replicate, KeptDays kept, CancellationToken cancellation, Admission? admission = null)
    {
        try
        {
            using Admission.Place place = Enter(point, positions, replicate, admission, cancellation);
            IReadOnlyList<Outcome> outcomes = Simulation.Compare(
                point.WorldOf(replicate), [.. positions.Select(position => point.Policies[position])], seed, replicate, place.Threads, cancellation);
            return new FinishedReplicate(
                point.Index, point.Varied, replicate, [.. positions.Zip(outcomes, (position, outcome) => Finished(point, position, outcome, kept))]);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Policies share their luck but not their fate: alone, each of the others gives what it would have given together.
            return new FinishedReplicate(
                point.Index, point.Varied, replicate, [.. positions.Select(position => Alone(point, position, seed, replicate, kept, cancellation, admission))]);
        }
    }

    /// <summary>A replicate that cannot be run, because the point's values contradict each other.</summary>
    internal static FinishedReplicate Impossible(StoredPoint point, IReadOnlyList<int> positions, int replicate, Exception cause) => new(
        point.Index, point.Set, replicate, [.. positions.Select(position => Failed(position, point.Policies[position], cause))]);

    private static FinishedRun Alone(Point point, int position, ulong seed, int replicate, KeptDays kept, CancellationToken cancellation, Admission? admission)
    {
        try
        {
            using Admission.Place place = Enter(point, [position], replicate, admission, cancellation);
            return Finished(point, position, Simulation.Run(point.WorldOf(replicate), point.Policies[position], seed, replicate, place.Threads, cancellation), kept);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return Failed(position, point.Policies[position].Name, error);
        }
    }

    private static Admission.Place Enter(Point point, IReadOnlyList<int> positions, int replicate, Admission? admission, CancellationToken cancellation)
    {
        Scenario world = point.WorldOf(replicate);
        long need = positions.Max(position => Footprint.BytesOf(world, point.Policies[position]));
        return (admission ?? Admission.OfMachine).Enter(Footprint.PartsOf(world), need, cancellation);
    }

    private static FinishedRun Failed(int position, string policy, Exception cause) =>
        new(position, policy, null, null, new RunFailure(cause.Message, cause.ToString()));

    private static FinishedRun Finished(Point point, int position, Outcome outcome, KeptDays kept) =>
        new(position, point.Policies[position].Name, Values(MetricInfo.All, metric => outcome[metric]), kept.All ? SeriesLayout.Of(outcome) : null, null)
        {
            Horizons = SeriesLayout.After(outcome, kept.Horizons),
            Segments = [.. outcome.Segments.Select(segment => (segment.Name, Values(StoreSchema.SegmentMetrics, metric => segment[metric])))],
        };

    private static double[] Values(IReadOnlyList<MetricInfo> metrics, Func<Metric, double?> value) =>
        [.. metrics.Select(info => value(info.Metric) ?? double.NaN)];
}
