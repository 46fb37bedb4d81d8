using System.CommandLine;
using Experiments.Analysis;
using Experiments.Running;
using Experiments.Store;

namespace Experiments.Cluster;

/// <summary>The verb <c>cancel</c>: takes the jobs of a submitted experiment back.</summary>
internal static class CancelCommand
{
    /// <summary>Jobs that end take a moment, and one may have submitted others meanwhile.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private const int Attempts = 10;

    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string> folder = ClusterCommands.Folder();
        var command = new Command("cancel", "Cancel the jobs of a submitted experiment; what is done is kept") { folder };
        command.SetAction(parsed => ClusterCommands.Guarded(parsed.InvocationConfiguration.Error, () => Cancel(parsed.GetRequiredValue(folder), parsed.InvocationConfiguration.Output)));
        return command;
    }

    private static int Cancel(string path, TextWriter output)
    {
        if (Manifest.IsIn(ClusterFolder.Beside(path).Result))
        {
            output.WriteLine($"Complete already, there is nothing to cancel: {ClusterFolder.Beside(path).Result}");
            return ExitCode.Done;
        }

        var folder = ClusterFolder.Open(path);

        if (JobsInQueue(folder) is { Count: 0 })
        {
            throw new RefusedException($"No job of {folder.Result} is left in Slurm; there is nothing to cancel.");
        }

        // Until none is left: a merge that was just submitting the next round may have come before.
        for (int attempt = 0; attempt < Attempts && JobsInQueue(folder) is { Count: > 0 } jobs; attempt++)
        {
            Slurm.Cancel(jobs);
            Thread.Sleep(Pause);
        }

        ClusterStatus status = ClusterStatus.Of(folder);
        output.WriteLine($"Cancelled. {status.ShardsDone:N0} of {Wording.Count(status.Round?.Shards ?? 0, "shard", "shards")} are done and kept; the same submit goes on.");
        return ExitCode.Done;
    }

    // The merges first: one that sees its array end would submit what is missing.
    private static IReadOnlyList<string> JobsInQueue(ClusterFolder folder)
    {
        string[] submitted = [.. (folder.Submission()?.Jobs ?? []).SelectMany(round => new[] { round.Merge, round.Array }).OfType<string>()];
        HashSet<string> inQueue = submitted.Length == 0 ? [] : [.. Slurm.Queue(submitted).Where(job => job.Runs || job.Waits).Select(job => job.Id.Split('_')[0])];
        return [.. submitted.Where(inQueue.Contains)];
    }
}
