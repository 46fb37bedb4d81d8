using Experiments.Store;
using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Policies;

namespace Experiments.Running;

/// <summary>One piece of work: all policies of a point in one replicate, beside one silent twin.</summary>
internal static class ReplicateRun
{
    /// <summary>Runs the policies; a failure becomes part of the result.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    internal static FinishedReplicate Complete(Point point, ulong seed, int replicate, CancellationToken cancellation)
    {
        try
        {
            IReadOnlyList<Outcome> outcomes = Simulation.Compare(point.Scenario, point.Policies, seed, replicate, cancellation);
            return new FinishedReplicate(point.Index, replicate, [.. point.Policies.Zip(outcomes, Finished)]);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Policies share their luck but not their fate: alone, each of the others gives what it would have given together.
            return new FinishedReplicate(point.Index, replicate, [.. point.Policies.Select(policy => Alone(point, policy, seed, replicate, cancellation))]);
        }
    }

    private static FinishedRun Alone(Point point, Schedule policy, ulong seed, int replicate, CancellationToken cancellation)
    {
        try
        {
            return Finished(policy, Simulation.Run(point.Scenario, policy, seed, replicate, cancellation));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new FinishedRun(policy.Name, null, null, new RunFailure(error.Message, error.ToString()));
        }
    }

    private static FinishedRun Finished(Schedule policy, Outcome outcome) =>
        new(policy.Name, [.. MetricInfo.All.Select(info => outcome[info.Metric] ?? double.NaN)], SeriesLayout.Of(outcome), null);
}
