using System.CommandLine;
using Experiments.Running;
using Experiments.Store;

namespace Experiments.Cluster;

/// <summary>The verbs of working on many machines: <c>submit</c>, <c>status</c> and <c>cancel</c> for people, <c>work</c> and <c>merge</c> for the jobs they submit, and for other schedulers.</summary>
internal static class ClusterCommands
{
    /// <summary>Makes the commands.</summary>
    internal static IEnumerable<Command> Create() => [SubmitCommand.Create(), StatusCommand.Create(), CancelCommand.Create(), WorkCommand.Create(), MergeCommand.Create()];

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
