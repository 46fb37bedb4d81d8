using Experiments.Analysis;
using Experiments.Running;
using Experiments.Store;

namespace Experiments.Cluster;

/// <summary>How far a submitted experiment is: from the files that are there, and from Slurm where it can be asked.</summary>
internal sealed record ClusterStatus
{
    /// <summary>Seconds by which a clock may be off before it is worth a word. Chosen, not measured.</summary>
    private const double ClockTolerance = 30;

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

    /// <summary>Tasks at work.</summary>
    internal int Running => Queue?.Count(IsTaskThat(job => job.Runs)) ?? Tasks.Count(task => task.State == TaskState.Working);

    /// <summary>Units still to be done in this round.</summary>
    internal long UnitsLeft => (Round?.Units ?? 0) - UnitsDone;

    /// <summary>Time until this round is done at the pace so far; null before anything is known of it.</summary>
    internal TimeSpan? Left
    {
        get
        {
            long units = Tasks.Sum(task => task.Units);
            int threads = Running * Math.Max(1, Tasks.Select(task => task.Threads).DefaultIfEmpty(1).Max());
            return units > 0 && threads > 0 ? TimeSpan.FromSeconds(Tasks.Sum(task => task.UnitSeconds) / units * UnitsLeft / threads) : null;
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
        for (int shard = 0; shard < round?.Shards; shard++)
        {
            string path = Path.Combine(folder.ShardsOf(round.Number), ShardFile.NameOf(shard));
            if (File.Exists(path))
            {
                (long first, long end) = round.UnitsOf(shard);
                units += end - first;
                done++;
            }
            else if (ShardClaim.IsTaken(path))
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

    /// <summary>The status in lines, for people.</summary>
    /// <param name="folder">Where the work is.</param>
    internal IEnumerable<string> Lines(ClusterFolder folder)
    {
        if (IsComplete)
        {
            yield return $"Complete: {folder.Result}";
            yield break;
        }

        if (Round is null)
        {
            yield return "Nothing was planned yet.";
            yield break;
        }

        string round = Round.Number > 1 ? $"Round {Round.Number}: " : "";
        yield return Round.Shards == 0
            ? $"{round}{Wording.Count(folder.ShardFiles(Round.Number).Count, "part is", "parts are")} there, run by hand; merge tells what is missing."
            : $"{round}{ShardsDone:N0} of {Wording.Count(Round.Shards, "shard", "shards")} done ({UnitsDone:N0} of {Round.Units:N0} replicates, {Wording.Percent((double)UnitsDone / Math.Max(1, Round.Units))}), {ShardsTaken:N0} in hand.";
        if (SlurmObjection is not null)
        {
            yield return SlurmObjection;
        }
        else if (Queue is not null && Jobs is not null)
        {
            yield return InSlurm(Queue);
        }

        if (Left is { } left && UnitsLeft > 0)
        {
            yield return $"About {Wording.Duration(left)} left in this round at the pace so far.";
        }

        foreach (string line in Failures(folder).Concat(Clocks()))
        {
            yield return line;
        }

        if (Queue is not null && Jobs is not null && !HasJobs)
        {
            yield return "No job of it is left in Slurm: the same submit goes on, and merge takes in what is there.";
        }
    }

    /// <summary>What went wrong in this round, in lines.</summary>
    internal IEnumerable<string> Failures(ClusterFolder folder)
    {
        foreach (TaskReport task in Tasks.Where(task => task.State == TaskState.Failed))
        {
            yield return $"Task {task.Task} on {task.Host} failed: {task.Message}";
        }

        foreach (SlurmTask job in Queue?.Where(job => job.Failed) ?? [])
        {
            TaskReport? report = Tasks.FirstOrDefault(task => task.Task == job.Id);
            if (report?.State == TaskState.Failed)
            {
                continue;
            }

            string log = Path.Combine(folder.Logs, job.Id == Jobs?.Merge ? $"merge-{job.Id}.log" : job.Id.Replace('_', '-') + ".log");
            yield return File.Exists(log)
                ? $"{(job.Id == Jobs?.Merge ? "Merge" : "Task")} {job.Id} ended as {job.State}{(job.Node.Length > 0 ? $" on {job.Node}" : "")}; its output: {log}"
                : $"Task {job.Id} ended as {job.State}{(job.Node.Length > 0 ? $" on {job.Node}" : "")} and left no output: does that node see {folder.FullPath}? It must be on a file system that all nodes share.";
        }
    }

    private IEnumerable<string> Clocks() => Tasks.Where(task => Math.Abs(task.ClockAhead) > ClockTolerance).Select(task =>
        $"The clock of {task.Host} is {Wording.Duration(TimeSpan.FromSeconds(Math.Abs(task.ClockAhead)))} {(task.ClockAhead > 0 ? "ahead of" : "behind")} that of the file system: times of files mislead, results do not depend on it.");

    private Func<SlurmTask, bool> IsTaskThat(Func<SlurmTask, bool> does) => job => job.Id != Jobs?.Merge && does(job);

    private string InSlurm(IReadOnlyList<SlurmTask> queue)
    {
        int running = queue.Count(IsTaskThat(job => job.Runs));
        int waiting = queue.Count(IsTaskThat(job => job.Waits));
        int failed = queue.Count(IsTaskThat(job => job.Failed));
        int cancelled = queue.Count(IsTaskThat(job => job.IsCancelled));
        string nodes = string.Join(", ", queue.Where(IsTaskThat(job => job.Runs)).Select(job => job.Node).Where(node => node.Length > 0).Distinct().Order(StringComparer.Ordinal));
        string why = string.Join(", ", queue.Where(IsTaskThat(job => job.Waits)).Select(job => job.Reason).Where(reason => reason is not ("" or "None")).Distinct().Order(StringComparer.Ordinal));
        SlurmTask? merge = queue.FirstOrDefault(job => job.Id == Jobs?.Merge);
        return $"Slurm: {Wording.Count(running, "task runs", "tasks run")}{(nodes.Length > 0 ? $" ({nodes})" : "")}, {Wording.Count(waiting, "waits", "wait")}{(why.Length > 0 ? $" ({why})" : "")}, {failed} failed{(cancelled > 0 ? $", {cancelled} cancelled" : "")}; "
            + $"job {Jobs?.Merge} {(merge is null ? "is over" : merge.Runs ? "merges" : merge.Waits ? "merges afterwards" : merge.IsCancelled ? "was cancelled" : $"ended as {merge.State}")}.";
    }
}
