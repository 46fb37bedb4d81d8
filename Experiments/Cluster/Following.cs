using Experiments.Running;

namespace Experiments.Cluster;

/// <summary>Stays with a submitted experiment until its results are there, or until nothing works on it any more.</summary>
/// <param name="folder">Where the work is.</param>
/// <param name="plan">The experiment.</param>
/// <param name="terminal">Where progress goes.</param>
internal sealed class Following(ClusterFolder folder, ExperimentPlan plan, Terminal terminal)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Times that nothing may be found at work before it counts as over: between two rounds there is such a moment.</summary>
    private const int LooksBeforeGivingUp = 5;

    /// <summary>Follows.</summary>
    /// <param name="stop">Ends the following, not the jobs.</param>
    internal int Follow(CancellationToken stop)
    {
        (long units, bool isFixed) = plan.Method is { } method ? (method.MostEvaluations, false) : (Replicates(plan), plan.Replicates.Number is not null);
        ClusterStatus? last = null;
        bool isThere = ProgressDisplay.Around(terminal, units, isFixed, "replicates", progress =>
        {
            int idle = 0;
            while (!stop.IsCancellationRequested)
            {
                last = ClusterStatus.Of(folder, last);
                progress(last.IsComplete ? units : Math.Min(units, (last.Round?.UnitsBefore ?? 0) + last.UnitsDone));
                idle = last.IsComplete || last.HasJobs || last.Queue is null ? 0 : idle + 1;
                if (last.IsComplete || idle >= LooksBeforeGivingUp)
                {
                    return last.IsComplete;
                }

                stop.WaitHandle.WaitOne(Pause);
            }

            return false;
        });
        if (isThere)
        {
            return MergeCommand.Show(folder, plan, terminal);
        }

        if (stop.IsCancellationRequested)
        {
            terminal.Error.WriteLine($"The jobs go on without being watched; 'status {folder.Result}' tells how far they are, 'cancel {folder.Result}' ends them.");
            return ExitCode.Interrupted;
        }

        foreach (string line in last!.Lines(folder))
        {
            terminal.Error.WriteLine(line);
        }

        return ExitCode.SomeRunsFailed;
    }

    private static long Replicates(ExperimentPlan plan) => (long)plan.Points.Count * plan.Replicates.Last;
}
