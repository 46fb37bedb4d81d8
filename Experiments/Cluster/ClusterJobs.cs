using System.Globalization;
using Experiments.Store;

namespace Experiments.Cluster;

/// <summary>Submits the jobs of a round: an array whose tasks take shards, and one that merges when they have ended, however they did.</summary>
/// <param name="folder">Where the work is.</param>
/// <param name="name">Name of the experiment.</param>
internal sealed class ClusterJobs(ClusterFolder folder, string name)
{
    /// <summary>Bytes of a task from which memory is asked for: below, what clusters give by themselves is enough.</summary>
    private const long AskFrom = 1L << 30;

    /// <summary>Most and least seconds before the time limit at which tasks are asked to end, so that runs in hand are put away. Chosen, not measured.</summary>
    private const int MostNotice = 60, LeastNotice = 5;

    /// <summary>Share of the time limit that this takes at most: a job of a minute would else be asked to end when it begins.</summary>
    private const double NoticeShare = 0.1;

    /// <summary>Submits a round and notes its jobs.</summary>
    /// <param name="submission">How; given back with the jobs added.</param>
    /// <param name="round">The round, cut into shards.</param>
    /// <param name="stop">Takes it all back.</param>
    /// <exception cref="RefusedException">Slurm does not take it; the round is taken back.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the round is taken back.</exception>
    internal Submission Submit(Submission submission, Round round, CancellationToken stop)
    {
        if (!folder.TryWrite(round))
        {
            throw new RefusedException($"Round {round.Number} is being submitted by another process at this moment; 'status' tells how far it is.");
        }

        try
        {
            return SubmitAgain(submission, round, stop);
        }
        catch
        {
            folder.TakeBack(round);
            throw;
        }
    }

    /// <summary>Submits a round that was written before and has no jobs: whoever wrote it was ended at that moment.</summary>
    /// <param name="submission">How; given back with the jobs added.</param>
    /// <param name="round">The round, cut into shards.</param>
    /// <param name="stop">Withdraws what was submitted.</param>
    internal Submission SubmitAgain(Submission submission, Round round, CancellationToken stop)
    {
        var jobs = new List<string>();
        try
        {
            SlurmRequest request = submission.Request;
            int elements = (int)Math.Min(request.Elements, Math.Max(1, (round.Shards + request.RunsAtATime - 1) / request.RunsAtATime));
            string[] asArray = [.. Common(submission, "shards", "%A-%a.log", request.Threads, request.TaskBytes), $"--array=1-{Number(elements)}"];
            jobs.Add(Slurm.Submit(asArray, Script("work", submission, "Takes shards until none is left.", "work", folder.FullPath, "--threads", Number(request.Threads))));
            stop.ThrowIfCancellationRequested();
            string[] afterwards = [.. Common(submission, "merge", "merge-%j.log", request.Threads, 0), $"--dependency=afterany:{jobs[0]}"];
            jobs.Add(Slurm.Submit(
                afterwards,
                Script("merge", submission, "Merges, submits what is still missing, and reports.", "merge", folder.FullPath, "--go-on", "--round", Number(round.Number), "--threads", Number(request.Threads))));
            submission = submission with { Jobs = [.. submission.Jobs, new RoundJobs(round.Number, jobs[0], jobs[1])] };
            folder.Write(submission);
            return submission;
        }
        catch
        {
            Withdraw(jobs);
            throw;
        }
    }

    private static void Withdraw(List<string> jobs)
    {
        try
        {
            if (jobs.Count > 0)
            {
                Slurm.Cancel(jobs);
            }
        }
        catch (RefusedException)
        {
            // What made the submission fail is told; that this failed too would hide it.
        }
    }

    private IEnumerable<string> Common(Submission submission, string what, string log, int processors, long bytes)
    {
        SlurmRequest request = submission.Request;
        yield return $"--job-name={name}-{what}";

        // To Slurm a percent sign in a name begins a pattern.
        yield return $"--output={Path.Combine(folder.Logs.Replace("%", "%%", StringComparison.Ordinal), log)}";
        yield return "--open-mode=append";
        yield return "--requeue";
        yield return "--ntasks=1";
        yield return $"--cpus-per-task={Number(processors)}";
        yield return $"--signal=B:TERM@{Number(Notice(request))}";
        if (bytes > AskFrom && !request.More.Any(word => word == "--mem" || word.StartsWith("--mem=", StringComparison.Ordinal) || word.StartsWith("--mem-per-", StringComparison.Ordinal)))
        {
            yield return $"--mem={Number(bytes >> 20)}M";
        }

        if (request.Time is { } time)
        {
            yield return $"--time={time}";
        }

        if (request.Partition is { } partition)
        {
            yield return $"--partition={partition}";
        }

        foreach (string option in request.More)
        {
            yield return option;
        }
    }

    // 'exec': the program takes the shell's place, and with it the signals that Slurm sends.
    private string Script(string file, Submission submission, string does, params string[] arguments)
    {
        string path = Path.Combine(folder.FullPath, file + ".sh");
        ClusterFolder.Write(path, $"""
            #!/bin/bash
            # {does} Written by the program; may be submitted by hand.
            exec {string.Join(' ', submission.Program.Concat(arguments).Select(ProgramCommand.Quoted))}

            """);
        return path;
    }

    private static int Notice(SlurmRequest request) => SlurmTime.Seconds(request.Time ?? Slurm.TimeLimit(request.Partition)) is { } limit
        ? (int)Math.Clamp(NoticeShare * limit, LeastNotice, MostNotice)
        : MostNotice;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
