using System.CommandLine;
using Experiments.Running;
using Experiments.Store;

namespace Experiments.Cluster;

/// <summary>The verbs of working on many machines: <c>submit</c>, <c>status</c> and <c>cancel</c> for people, <c>work</c> and <c>merge</c> for the jobs they submit, and for other schedulers.</summary>
internal static class ClusterCommands
{
    /// <summary>Makes the commands.</summary>
    internal static IEnumerable<Command> Create() => [SubmitCommand.Create(), Status(), Cancel(), Work(), MergeCommand.Create()];

    /// <summary>The result folder of a submitted experiment.</summary>
    internal static Argument<string> Folder() => new("folder") { Description = "The result folder, or the folder with .cluster beside it" };

    /// <summary>Runs the action of a verb; what it refuses is told in a sentence.</summary>
    internal static int Guarded(TextWriter error, Func<int> action)
    {
        try
        {
            return action();
        }
        catch (RefusedException refusal)
        {
            error.WriteLine(refusal.Message);
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("Interrupted; what was done is kept.");
            return ExitCode.Interrupted;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            error.WriteLine($"Stopped: {problem.Message} What was done is kept; the same command goes on once the cause is removed.");
            return ExitCode.SomeRunsFailed;
        }
    }

    private static Command Status()
    {
        Argument<string> folder = Folder();
        var command = new Command("status", "How far a submitted experiment is: done, running, failed, remaining time") { folder };
        command.SetAction(parsed => Guarded(parsed.InvocationConfiguration.Error, () =>
        {
            var cluster = ClusterFolder.Open(parsed.GetRequiredValue(folder));
            ClusterStatus status = ClusterStatus.Of(cluster);
            foreach (string line in status.Lines(cluster))
            {
                parsed.InvocationConfiguration.Output.WriteLine(line);
            }

            return status.IsComplete || status.Failures(cluster).FirstOrDefault() is null ? ExitCode.Done : ExitCode.SomeRunsFailed;
        }));
        return command;
    }

    private static Command Cancel()
    {
        Argument<string> folder = Folder();
        var command = new Command("cancel", "Cancel the jobs of a submitted experiment; what is done is kept") { folder };
        command.SetAction(parsed => Guarded(parsed.InvocationConfiguration.Error, () =>
        {
            var cluster = ClusterFolder.Open(parsed.GetRequiredValue(folder));
            string[] jobs = [.. (cluster.Submission()?.Jobs ?? []).SelectMany(round => new[] { round.Merge, round.Array }).OfType<string>()];
            if (jobs.Length == 0)
            {
                throw new RefusedException($"No job was submitted for {cluster.Result}; there is nothing to cancel.");
            }

            // The merges first: one that sees its array end would submit what is missing.
            Slurm.Cancel(jobs);
            ClusterStatus status = ClusterStatus.Of(cluster);
            parsed.InvocationConfiguration.Output.WriteLine($"Cancelled. {status.ShardsDone:N0} of {status.Round?.Shards ?? 0:N0} shards are done and kept; the same submit goes on.");
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Work()
    {
        Argument<string> folder = Folder();
        Option<int> threads = RunArguments.Threads();
        var command = new Command("work", "Take shards of a submitted experiment until none is left; any number of these may work at a time, on any machine that sees the folder") { folder, threads };
        command.SetAction(parsed => Guarded(parsed.InvocationConfiguration.Error, () => Work(ClusterFolder.Open(parsed.GetRequiredValue(folder)), parsed.GetValue(threads), parsed.InvocationConfiguration.Error)));
        return command;
    }

    private static int Work(ClusterFolder folder, int threads, TextWriter error)
    {
        using var interruption = new Interruption();
        Round round = folder.LastRound() ?? throw new RefusedException($"Nothing was planned in {folder.FullPath} yet: submit the experiment, or begin with run --shard 1/n.");
        round = round.Shards > 0 ? round : round.InEqualShards((int)Math.Min(round.Units, 16L * threads));
        TaskReport report = new ShardWorker(folder, PlanOf(folder), round, threads, interruption.Token).Work();
        error.WriteLine($"{report.Units:N0} replicates in {report.Shards:N0} shards, {report.Seconds:N1} s on {report.Host}.");
        if (report.Message is { } message)
        {
            error.WriteLine($"Stopped: {message} Shards that are in place are kept; the others are left to be done again.");
        }

        return report.State switch
        {
            TaskState.Failed => ExitCode.SomeRunsFailed,
            TaskState.Stopped => ExitCode.Interrupted,
            _ => ExitCode.Done,
        };
    }

    /// <summary>The experiment of a folder; one that another program planned is refused before anything is run.</summary>
    /// <exception cref="RefusedException">It cannot be read, or its runs would not belong to those that are there.</exception>
    internal static ExperimentPlan PlanOf(ClusterFolder folder)
    {
        ExperimentPlan plan = folder.Plan();
        if (folder.Submission() is { } submission)
        {
            if (submission.Hash != plan.Hash)
            {
                throw new RefusedException($"{folder.Experiment}, or a file it names, was changed since it was submitted. Submit it into another folder with --out.");
            }

            if (submission.ToolVersion != Tool.Version || (submission.Commit is { } commit && Tool.Commit is { } own && commit != own))
            {
                throw new RefusedException(
                    $"{folder.FullPath} was planned by version {submission.ToolVersion} ({submission.Commit ?? "commit unknown"}), this is {Tool.Version} ({Tool.Commit ?? "commit unknown"}): their runs must not be mixed. Use that program, or submit into another folder with --out.");
            }
        }

        return plan;
    }
}
