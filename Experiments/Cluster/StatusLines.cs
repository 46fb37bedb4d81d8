using Experiments.Analysis;

namespace Experiments.Cluster;

/// <summary>The status of a submitted experiment in lines, for people.</summary>
/// <param name="folder">Where the work is.</param>
/// <param name="status">How far it is.</param>
internal sealed class StatusLines(ClusterFolder folder, ClusterStatus status)
{
    /// <summary>Seconds by which a clock may be off before it is worth a word. Chosen, not measured.</summary>
    private const double ClockTolerance = 30;

    /// <summary>All lines.</summary>
    internal IEnumerable<string> All() => status switch
    {
        { IsComplete: true } => [$"Complete: {folder.Result}"],
        { Round: null } => ["Nothing was planned yet."],
        _ => [Progress(status.Round), .. InSlurm(), .. Left(), .. Failures(), .. Clocks(), .. WhatNext()],
    };

    /// <summary>What went wrong in this round.</summary>
    internal IEnumerable<string> Failures()
    {
        foreach (TaskReport task in status.Tasks)
        {
            if (task.State == TaskState.Failed)
            {
                yield return $"Task {task.Task} on {task.Host} failed: {task.Message}";
            }
            else if (IsDead(task))
            {
                string how = status.Queue?.FirstOrDefault(job => job.Id == task.Task) is { } job ? $"ended as {job.State}" : "ended without a word, as one does that is killed";
                yield return $"Task {task.Task} on {task.Host} {how}; its output: {LogOf(task.Task)}";
            }
        }

        foreach (SlurmTask job in status.Queue?.Where(job => job.Failed && status.Tasks.All(task => task.Task != job.Id)) ?? [])
        {
            string log = LogOf(job.Id);
            yield return File.Exists(log)
                ? $"{(job.Id == status.Jobs?.Merge ? "Merge" : "Task")} {job.Id} ended as {job.State}{On(job)}; its output: {log}"
                : $"Task {job.Id} ended as {job.State}{On(job)} and left no output: does that node see {folder.FullPath}? It must be on a file system that all nodes share.";
        }
    }

    private string Progress(Round round)
    {
        string which = round.Number > 1 ? $"Round {round.Number}: " : "";
        if (round.Shards == 0)
        {
            return $"{which}{Wording.Count(folder.ShardFiles(round.Number).Count, "part is", "parts are")} there, run by hand; merge tells what is missing.";
        }

        int inHand = status.Jobs is null ? status.ShardsTaken : Math.Min(status.ShardsTaken, status.RunsAtATime);
        int givenUp = status.ShardsTaken - inHand;
        return $"{which}{status.ShardsDone:N0} of {Wording.Count(round.Shards, "shard", "shards")} done ({status.UnitsDone:N0} of {round.Units:N0} replicates, "
            + $"{Wording.Percent((double)status.UnitsDone / Math.Max(1, round.Units))}), {inHand:N0} in hand{(givenUp > 0 ? $", {givenUp:N0} given up" : "")}.";
    }

    private IEnumerable<string> InSlurm()
    {
        if (status.SlurmObjection is { } objection)
        {
            return [objection];
        }

        if (status.Jobs is null)
        {
            return [];
        }

        SlurmTask[] tasks = [.. status.ArrayTasks];
        SlurmTask[] running = [.. tasks.Where(job => job.Runs)];
        SlurmTask[] waiting = [.. tasks.Where(job => job.Waits)];
        int cancelled = tasks.Count(job => job.IsCancelled);
        SlurmTask? merge = status.Queue?.FirstOrDefault(job => job.Id == status.Jobs.Merge);
        return
        [
            $"Slurm: {Wording.Count(running.Length, "task runs", "tasks run")}{InBrackets(running.Select(job => job.Node))}, {Wording.Count(waiting.Length, "waits", "wait")}{InBrackets(waiting.Select(job => job.Reason).Where(reason => reason != "None"))}, "
            + $"{tasks.Count(job => job.Failed)} failed{(cancelled > 0 ? $", {cancelled} cancelled" : "")}; job {status.Jobs.Merge} {StateOf(merge)}.",
        ];
    }

    private IEnumerable<string> Left() =>
        status.Left is { } left && status.UnitsLeft > 0 ? [$"About {Wording.Duration(left)} left in this round at the pace so far."] : [];

    private IEnumerable<string> Clocks() => status.Tasks.Where(task => Math.Abs(task.ClockAhead) > ClockTolerance).Select(task =>
        $"The clock of {task.Host} is {Wording.Duration(TimeSpan.FromSeconds(Math.Abs(task.ClockAhead)))} {(task.ClockAhead > 0 ? "ahead of" : "behind")} that of the file system: times of files mislead, results do not depend on it.");

    private IEnumerable<string> WhatNext() => status is { Jobs: not null, Queue: not null, HasJobs: false }
        ? ["No job of it is left in Slurm: the same submit goes on, and merge takes in what is there."]
        : [];

    // Whoever helps by hand is no task of Slurm's. By its own words it works, but Slurm neither runs it nor has it wait for another try.
    private bool IsDead(TaskReport task) =>
        status is { Jobs.Array: { } array, Queue: { } queue } && task.State == TaskState.Working && task.Task.StartsWith(array + "_", StringComparison.Ordinal) && !queue.Any(job => job.Id == task.Task && (job.Runs || job.Waits || job.IsCancelled));

    private string LogOf(string job) => Path.Combine(folder.Logs, job == status.Jobs?.Merge ? $"merge-{job}.log" : job.Replace('_', '-') + ".log");

    private static string On(SlurmTask job) => job.Node.Length > 0 ? $" on {job.Node}" : "";

    private static string InBrackets(IEnumerable<string> words) =>
        string.Join(", ", words.Where(word => word.Length > 0).Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } list ? $" ({list})" : "";

    private static string StateOf(SlurmTask? merge) => merge switch
    {
        null => "is over",
        { Runs: true } => "merges",
        { Waits: true } => "merges afterwards",
        { IsCancelled: true } => "was cancelled",
        _ => $"ended as {merge.State}",
    };
}
