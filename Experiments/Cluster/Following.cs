using System.Diagnostics;
using Experiments.Running;

namespace Experiments.Cluster;

/// <summary>Stays with a submitted experiment until its results are there, or until nothing works on it any more.</summary>
/// <param name="folder">Where the work is.</param>
/// <param name="plan">The experiment.</param>
/// <param name="csv">Whether CSV files are wanted too.</param>
/// <param name="terminal">Where progress goes.</param>
internal sealed class Following(ClusterFolder folder, ExperimentPlan plan, bool csv, Terminal terminal)
{
    /// <summary>Shortest and longest pause between two looks: a file server and a controller have other things to do for an experiment of days.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Share of the time so far that a pause takes.</summary>
    private const double PauseShare = 0.02;

    /// <summary>Looks that may find nothing at work before it counts as over: between two rounds there is such a moment.</summary>
    private const int LooksBeforeGivingUp = 5;

    /// <summary>Looks that may find Slurm silent and nothing new.</summary>
    private const int SilentLooks = 60;

    /// <summary>Follows.</summary>
    /// <param name="stop">Ends the following, not the jobs.</param>
    internal int Follow(CancellationToken stop)
    {
        (long units, bool isFixed) = plan.Method is { } method ? (method.MostEvaluations, false) : ((long)plan.Points.Count * plan.Replicates.Last, plan.Replicates.Number is not null);
        ClusterStatus? last = null;
        var watch = Stopwatch.StartNew();
        bool isThere = ProgressDisplay.Around(terminal, units, isFixed, "replicates", progress =>
        {
            int idle = 0;
            int silent = 0;
            long done = 0;
            while (!stop.IsCancellationRequested)
            {
                last = ClusterStatus.Of(folder, last);
                long now = last.IsComplete ? units : Math.Min(units, (last.Round?.UnitsBefore ?? 0) + last.UnitsDone);
                progress(now);
                idle = last.IsComplete || last.HasJobs || last.Queue is null ? 0 : idle + 1;
                silent = last.Queue is null && now == done ? silent + 1 : 0;
                done = now;
                if (last.IsComplete || idle >= LooksBeforeGivingUp || silent >= SilentLooks)
                {
                    return last.IsComplete;
                }

                stop.WaitHandle.WaitOne(TimeSpan.FromSeconds(Math.Clamp(PauseShare * watch.Elapsed.TotalSeconds, ShortestPause.TotalSeconds, LongestPause.TotalSeconds)));
            }

            return false;
        });
        if (isThere)
        {
            return MergeCommand.Show(folder, plan, csv, terminal);
        }

        if (stop.IsCancellationRequested)
        {
            string name = ProgramCommand.Quoted(folder.Result);
            terminal.Error.WriteLine($"The jobs go on without being watched; 'status {name}' tells how far they are, 'cancel {name}' ends them.");
            return ExitCode.Interrupted;
        }

        foreach (string line in new StatusLines(folder, last!).All())
        {
            terminal.Error.WriteLine(line);
        }

        return ExitCode.SomeRunsFailed;
    }
}
