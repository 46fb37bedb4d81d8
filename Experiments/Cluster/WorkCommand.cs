using System.CommandLine;
using Experiments.Analysis;
using Experiments.Running;
using Experiments.Store;

namespace Experiments.Cluster;

/// <summary>The verb <c>work</c>: what the tasks of an array do, and whoever wants to help by hand.</summary>
internal static class WorkCommand
{
    /// <summary>Shards of a round that nobody has cut: the same for all who work on it, whatever their machine. Chosen.</summary>
    private const int UncutShards = 256;

    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string> folder = ClusterCommands.Folder();
        Option<int> threads = RunArguments.Threads();
        Option<bool> takeOver = new("--take-over") { Description = "Take shards too that others have taken and not finished: when those processes are gone" };
        var command = new Command("work", "Take shards of a submitted experiment until none is left; any number of these may work at a time, on any machine that sees the folder") { folder, threads, takeOver };
        command.SetAction(parsed => ClusterCommands.Guarded(
            parsed.InvocationConfiguration.Error,
            () => Work(parsed.GetRequiredValue(folder), parsed.GetValue(threads), parsed.GetValue(takeOver), parsed.InvocationConfiguration.Error)));
        return command;
    }

    private static int Work(string path, int threads, bool takesOver, TextWriter error)
    {
        if (Manifest.IsIn(ClusterFolder.Beside(path).Result))
        {
            error.WriteLine("Complete already: nothing was run.");
            return ExitCode.Done;
        }

        var folder = ClusterFolder.Open(path);
        using var interruption = new Interruption();
        Round round = folder.LastRound() ?? throw new RefusedException($"Nothing was planned in {folder.FullPath} yet: submit the experiment, or begin with run --shard 1/n.");
        round = round.Shards > 0 ? round : round.InEqualShards((int)Math.Min(round.Units, UncutShards));
        TaskReport report = new ShardWorker(folder, ClusterCommands.PlanOf(folder), round, threads, interruption.Token) { TakesOver = takesOver }.Work();
        error.WriteLine($"{Wording.Count(report.Units, "replicate", "replicates")} in {Wording.Count(report.Shards, "shard", "shards")}, {report.Seconds:N1} s on {report.Host}.");
        switch (report.State)
        {
            case TaskState.Failed:
                error.WriteLine($"Stopped: {report.Message} Shards that are in place are kept; the others are left to be done again.");
                return ExitCode.SomeRunsFailed;

            // All is put away, and the round after this one does the rest: nothing that a scheduler should send a mail about.
            case TaskState.Stopped:
                error.WriteLine("Asked to end: what was done is kept, the rest is left to others.");
                return ThisTask.IsOfArray ? ExitCode.Done : ExitCode.Interrupted;
            default:
                TellOfClaims(folder, round, error);
                return ExitCode.Done;
        }
    }

    // In an array a further round takes care of these. By hand somebody has to know that they will not come.
    private static void TellOfClaims(ClusterFolder folder, Round round, TextWriter error)
    {
        int claimed = ThisTask.IsOfArray ? 0 : Enumerable.Range(0, round.Shards).Select(shard => Path.Combine(folder.ShardsOf(round.Number), ShardFile.NameOf(shard)))
            .Count(path => !File.Exists(path) && ShardClaim.IsTaken(path));
        if (claimed > 0)
        {
            error.WriteLine($"{Wording.Count(claimed, "shard", "shards")} that others have taken {(claimed == 1 ? "is" : "are")} still to come. Should these processes be gone, 'work --take-over' does their work.");
        }
    }
}
