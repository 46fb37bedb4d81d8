using Experiments.Running;
using Experiments.Store;

namespace Experiments.Cluster;

/// <summary>How far a submitted experiment is: from the files that are there, and from Slurm where it can be asked.</summary>
internal sealed record ClusterStatus
{
    /// <summary>Whether the result folder is complete.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The round that is being worked on; null before the first.</summary>
    public required Round? Round { get; init; }

    /// <summary>Shards of this round that are in place.</summary>
    public required int ShardsDone { get; init; }

    /// <summary>Units in these shards.</summary>
    public required long UnitsDone { get; init; }

    /// <summary>Shards of this round that a task has taken and not finished.</summary>
    public required int ShardsTaken { get; init; }

    /// <summary>What the tasks of this round say of themselves.</summary>
    public required IReadOnlyList<TaskReport> Tasks { get; init; }

    /// <summary>The latest jobs; null where nothing was submitted.</summary>
    public required RoundJobs? Jobs { get; init; }

    /// <summary>The latest jobs as Slurm lists them; null where it cannot be asked.</summary>
    public required IReadOnlyList<SlurmTask>? Queue { get; init; }

    /// <summary>Why Slurm cannot be asked; null where it can.</summary>
    public string? SlurmObjection { get; init; }

    /// <summary>Whether there is a job that runs or waits.</summary>
    internal bool HasJobs => Queue?.Any(job => job.Runs || job.Waits) ?? false;

    /// <summary>Tasks of the array as Slurm lists them, without the job that merges.</summary>
    internal IEnumerable<SlurmTask> ArrayTasks => Queue?.Where(job => job.Id != Jobs?.Merge) ?? [];

    /// <summary>Tasks at work.</summary>
    internal int Running => Jobs is not null && Queue is not null ? ArrayTasks.Count(job => job.Runs) : Tasks.Count(task => task.State == TaskState.Working);

    /// <summary>Runs at work.</summary>
    internal int RunsAtATime => Running * Math.Max(1, Tasks.Select(task => task.RunsAtATime).DefaultIfEmpty(1).Max());

    /// <summary>Units still to be done in this round.</summary>
    internal long UnitsLeft => (Round?.Units ?? 0) - UnitsDone;

    /// <summary>Time until this round is done at the pace so far; null before anything is known of it.</summary>
    internal TimeSpan? Left
    {
        get
        {
            long units = Tasks.Sum(task => task.Units);
            return units > 0 && Running > 0 ? TimeSpan.FromSeconds(Tasks.Sum(task => task.UnitSeconds) / units * UnitsLeft / RunsAtATime) : null;
        }
    }

    /// <summary>Looks.</summary>
    /// <param name="folder">Where the work is.</param>
    /// <param name="before">What was found the last time, if this is not the first.</param>
    internal static ClusterStatus Of(ClusterFolder folder, ClusterStatus? before = null)
    {
        Round? round = folder.LastRound(before?.Round);
        RoundJobs? jobs = folder.Submission() is { Jobs.Count: > 0 } submission ? submission.Jobs[^1] : null;
        int done = 0;
        int taken = 0;
        long units = 0;
        HashSet<string> there = round is { Shards: > 0 } && Directory.Exists(folder.ShardsOf(round.Number)) ? [.. Directory.EnumerateFiles(folder.ShardsOf(round.Number)).Select(path => Path.GetFileName(path)!)] : [];
        for (int shard = 0; shard < round?.Shards; shard++)
        {
            if (there.Contains(ShardFile.NameOf(shard)))
            {
                (long first, long end) = round.UnitsOf(shard);
                units += end - first;
                done++;
            }
            else if (there.Contains(ShardClaim.NameOf(shard)))
            {
                taken++;
            }
        }

        IReadOnlyList<SlurmTask>? queue = null;
        string? objection = null;
        try
        {
            queue = jobs is null ? [] : Slurm.Queue([.. new[] { jobs.Array, jobs.Merge }.OfType<string>()]);
        }
        catch (RefusedException reason)
        {
            objection = reason.Message;
        }

        return new ClusterStatus
        {
            IsComplete = Manifest.IsIn(folder.Result),
            Round = round,
            ShardsDone = done,
            UnitsDone = units,
            ShardsTaken = taken,
            Tasks = [.. Directory.EnumerateFiles(folder.Tasks, "*.json").Select(ClusterFolder.Read<TaskReport>).OfType<TaskReport>().Where(task => task.Round == round?.Number)],
            Jobs = jobs,
            Queue = queue,
            SlurmObjection = objection,
        };
    }
}
