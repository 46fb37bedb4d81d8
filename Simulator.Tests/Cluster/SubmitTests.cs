using System.Diagnostics;
using Experiments;
using Experiments.Cluster;
using Experiments.Config;
using Experiments.Running;
using Simulator.Tests.Running;

namespace Simulator.Tests.Cluster;

/// <summary>Experiments submitted to a real Slurm, from the command line as a user would.</summary>
[Collection(SlurmCluster.Name)]
public sealed class SubmitTests(SlurmOnLoopback slurm)
{
    /// <summary>2,000 runs of some milliseconds each.</summary>
    private const string Yaml = """
        name: two-thousand
        replicates: 500
        seed: 3
        horizons: [30]
        scenario: {horizon: 120, audience: {size: 6000}}
        messages:
          book: {promotion: 0.9, personalization: 0.1, value: 0.1, copies: 3, offer: true}
        policies:
          - {name: weekly, sends: [{message: book, every: 7, times: 17}]}
        vary:
          policies.weekly.sends[0].every: [4, 7]
        """;

    [Fact]
    public async Task Two_thousand_runs_on_two_nodes_one_of_which_is_lost_are_byte_for_byte_those_of_one_machine()
    {
        await slurm.Ready();
        using var folder = new TemporaryFolder();
        ClusterFolder cluster = await Write(folder);

        using Process submit = Start("submit", folder["e.yaml"], "--out", folder["cluster"], "--tasks", "4", "--csv", "--wait");
        Task<string> output = submit.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = submit.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await slurm.Until("some shards are done and both nodes work", () => Task.FromResult(AreDone(cluster, 4) && WorkOnBothNodes(cluster)));
        (_, string status, _) = await Rounds.Command("status", folder["cluster"]);
        await slurm.Lose("node2", noticed: true);
        await submit.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((ExitCode.Done, ""), (submit.ExitCode, submit.ExitCode == ExitCode.Done ? "" : await error));
        Assert.Contains(folder["cluster"], await output, StringComparison.Ordinal);
        Assert.Contains("tasks run (node1, node2)", status, StringComparison.Ordinal);
        RunHere(folder);
        Assert.Equal(folder.Csv("local"), folder.Csv("cluster"));
        Assert.Equal(2001, File.ReadLines(Path.Combine(folder["cluster"], "runs.csv")).Count());
    }

    [Fact]
    public async Task Tasks_that_are_told_of_their_time_limit_put_away_what_they_have_and_a_second_round_does_the_rest()
    {
        await slurm.Ready();
        using var folder = new TemporaryFolder();
        ClusterFolder cluster = await Write(folder);
        (int code, _, string error) = await Run("submit", folder["e.yaml"], "--out", folder["cluster"], "--tasks", "2", "--csv");
        Assert.True(code == ExitCode.Done, error);
        await slurm.Until("some shards are done", () => Task.FromResult(AreDone(cluster, 2)));

        await slurm.Run($"scancel --batch --signal TERM {cluster.Submission()!.Jobs[0].Array}");
        await slurm.Until("the results are there", () => Task.FromResult(Manifest.IsIn(folder["cluster"])));

        Assert.Equal(2, cluster.LastRound()!.Number);
        Assert.InRange(cluster.LastRound()!.Units, 1, 999);
        RunHere(folder);
        Assert.Equal(folder.Csv("local"), folder.Csv("cluster"));
    }

    [Fact]
    public async Task What_was_cancelled_goes_on_when_it_is_submitted_again_and_a_second_submit_beside_the_first_does_nothing()
    {
        await slurm.Ready();
        using var folder = new TemporaryFolder();
        ClusterFolder cluster = await Write(folder);
        await Run("submit", folder["e.yaml"], "--out", folder["cluster"], "--tasks", "2");
        await slurm.Until("a shard is done", () => Task.FromResult(AreDone(cluster, 1)));

        (_, _, string twice) = await Run("submit", folder["e.yaml"], "--out", folder["cluster"], "--tasks", "2");
        (_, string cancelled, _) = await Rounds.Command("cancel", folder["cluster"]);
        await slurm.Until("nothing is left in the queue", async () => await slurm.Run("squeue --noheader") == "");
        (int cancelledIsNoFailure, string status, _) = await Rounds.Command("status", folder["cluster"]);
        (int code, _, string error) = await Run("submit", folder["e.yaml"], "--out", folder["cluster"], "--tasks", "2", "--csv", "--wait");

        Assert.Contains("It is submitted already.", twice, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, cancelledIsNoFailure);
        Assert.Contains("2 cancelled", status, StringComparison.Ordinal);
        Assert.Contains("are done and kept; the same submit goes on", cancelled, StringComparison.Ordinal);
        Assert.True(code == ExitCode.Done, error);
        Assert.True(cluster.LastRound()!.Units < 1000);
        RunHere(folder);
        Assert.Equal(folder.Csv("local"), folder.Csv("cluster"));
    }

    [Fact]
    public async Task Slurms_own_words_tell_of_a_partition_that_does_not_exist_and_nothing_is_left_behind()
    {
        await slurm.Ready();
        using var folder = new TemporaryFolder();
        ClusterFolder cluster = await Write(folder);

        (int code, _, string error) = await Run("submit", folder["e.yaml"], "--out", folder["cluster"], "--partition", "nowhere");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("invalid partition specified: nowhere", error, StringComparison.Ordinal);
        Assert.Null(cluster.LastRound());
    }

    [Fact]
    public async Task A_controller_that_does_not_answer_and_a_machine_without_slurm_are_told_in_a_sentence()
    {
        await slurm.Ready();
        using var folder = new TemporaryFolder();
        await Write(folder);
        string configuration = await File.ReadAllTextAsync(slurm.Environment["SLURM_CONF"], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            folder["slurm.conf"],
            string.Join('\n', configuration.Split('\n').Select(line => line.StartsWith("SlurmctldPort", StringComparison.OrdinalIgnoreCase) ? "SlurmctldPort=1" : line)) + "\nMessageTimeout=2\n",
            TestContext.Current.CancellationToken);

        (int silent, _, string unreachable) = await Run(start => start.Environment["SLURM_CONF"] = folder["slurm.conf"], "submit", folder["e.yaml"], "--out", folder["cluster"]);
        (int missing, _, string notFound) = await Run(start => start.Environment["PATH"] = folder.Path, "submit", folder["e.yaml"], "--out", folder["cluster"]);

        Assert.Equal((ExitCode.BadInput, ExitCode.BadInput), (silent, missing));
        Assert.Contains("Unable to contact slurm controller", unreachable, StringComparison.Ordinal);
        Assert.Contains("was not found. Submit on a login node", notFound, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_that_leave_no_output_are_suspected_of_not_seeing_the_folder()
    {
        await slurm.Ready();
        using var folder = new TemporaryFolder();
        await Write(folder);

        (int code, _, string error) = await Run("submit", folder["e.yaml"], "--out", folder["cluster"], "--tasks", "1", "--sbatch", "--output=/nowhere/at-all.log", "--wait");

        Assert.Equal(ExitCode.SomeRunsFailed, code);
        Assert.Contains("and left no output: does that node see", error, StringComparison.Ordinal);
        Assert.Contains("the same submit goes on", error, StringComparison.Ordinal);
    }

    private static async Task<ClusterFolder> Write(TemporaryFolder folder)
    {
        await File.WriteAllTextAsync(folder["e.yaml"], Yaml, TestContext.Current.CancellationToken);
        return ClusterFolder.Beside(folder["cluster"]);
    }

    private static void RunHere(TemporaryFolder folder)
    {
        ExperimentReading reading = ExperimentFile.Read(folder["e.yaml"], []);
        Assert.Equal(ExitCode.Done, SmallExperiment.Run(ExperimentPlan.Of(reading, reading.Experiment!), folder["local"]).ExitCode);
    }

    private static bool AreDone(ClusterFolder folder, int shards) => Directory.Exists(folder.FullPath) && folder.ShardFiles(1).Count >= shards;

    private static bool WorkOnBothNodes(ClusterFolder folder) =>
        Directory.EnumerateFiles(folder.Tasks, "*.json").Select(path => ClusterFolder.Read<TaskReport>(path)?.Host).Distinct().Count() == 2;

    private static Task<(int ExitCode, string Out, string Error)> Run(params string[] words) => Run(_ => { }, words);

    private static async Task<(int ExitCode, string Out, string Error)> Run(Action<ProcessStartInfo> change, params string[] words)
    {
        using Process process = Start(change, words);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }

    private static Process Start(params string[] words) => Start(_ => { }, words);

    // A process of its own: the jobs start the program by the words by which it was started itself.
    private static Process Start(Action<ProcessStartInfo> change, params string[] words)
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        var start = new ProcessStartInfo(host, [Path.Combine(AppContext.BaseDirectory, "Experiments.dll"), .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        change(start);
        return Process.Start(start)!;
    }
}
