using Experiments;
using Experiments.Cluster;
using Experiments.Running;
using Experiments.Store;
using Simulator.Tests.Running;

namespace Simulator.Tests.Cluster;

public sealed class ShardTests
{
    [Theory]
    [InlineData(SmallSweep.Fixed, 7, 1)]
    [InlineData(SmallSweep.Fixed, 1, 1)]
    [InlineData(SmallSweep.Fixed, 1000, 1)]
    [InlineData(SmallSweep.Until, 5, 2)]
    [InlineData(SmallSweep.Rank, 5, 2)]
    public void Shards_put_together_are_byte_for_byte_what_one_machine_makes(string replicates, int shards, int leastRounds)
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Rounds.Local(folder, replicates);

        int rounds = Rounds.Complete(plan, folder["cluster"], shards);

        Assert.InRange(rounds, leastRounds, 50);
        Assert.Equal(SmallSweep.Csv(folder, "local"), SmallSweep.Csv(folder, "cluster"));
        Assert.Equal(Tables(folder["local"]), Tables(folder["cluster"]));
        Assert.Equal(ExitCode.Done, SmallExperiment.Run(plan, folder["cluster"]).ExitCode);
    }

    [Fact]
    public void Runs_that_come_twice_count_once_however_they_were_cut()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Rounds.Local(folder);
        ClusterFolder cluster = Rounds.Begin(plan, folder["cluster"]);

        Rounds.Run(cluster, plan, 3);
        Rounds.Run(cluster, plan, 5);

        Assert.Equal(8, cluster.ShardFiles(1).Count);
        Assert.Null(Rounds.Merge(cluster, plan));
        Assert.Equal(SmallSweep.Csv(folder, "local"), SmallSweep.Csv(folder, "cluster"));
    }

    [Fact]
    public void What_a_lost_shard_held_is_the_next_round_and_nothing_else_is_run_again()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Rounds.Local(folder);
        ClusterFolder cluster = Rounds.Begin(plan, folder["cluster"]);
        long units = cluster.LastRound()!.Units;

        Rounds.Run(cluster, plan, 6, 0, 1, 3, 4, 5);
        Round missing = Rounds.Merge(cluster, plan)!;

        Assert.Equal(units / 6, missing.Units);
        Assert.Equal(2, missing.Number);
        Rounds.Run(cluster, plan, 2);
        Assert.Null(Rounds.Merge(cluster, plan));
        Assert.Equal(SmallSweep.Csv(folder, "local"), SmallSweep.Csv(folder, "cluster"));
    }

    [Fact]
    public async Task Two_merges_at_once_make_one_result_folder()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Rounds.Local(folder);
        ClusterFolder cluster = Rounds.Begin(plan, folder["cluster"]);
        Rounds.Run(cluster, plan, 4);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            using var merge = new Merge(cluster, plan, 1);
            Assert.Null(merge.Take(CancellationToken.None));
            merge.Finish(csv: true, here: false, new Terminal(TextWriter.Null, TextWriter.Null, false, false), CancellationToken.None);
        })));

        Assert.Equal(SmallSweep.Csv(folder, "local"), SmallSweep.Csv(folder, "cluster"));
        Assert.Empty(Manifest.Read(folder["cluster"]).Changed(folder["cluster"], thoroughly: true));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path, "*.partial"));
    }

    [Fact]
    public void A_task_that_is_asked_to_end_puts_away_what_it_has_and_others_do_the_rest()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Rounds.Local(folder, "400");
        ClusterFolder cluster = Rounds.Begin(plan, folder["cluster"]);
        Round round = cluster.LastRound()!.InEqualShards(20);
        using var stop = new CancellationTokenSource();
        using var watch = new FileSystemWatcher(cluster.ShardsOf(1), "*.sqlite") { EnableRaisingEvents = true };
        watch.Renamed += (_, _) => stop.Cancel();

        TaskReport report = new ShardWorker(cluster, plan, round, 2, stop.Token).Work();

        Assert.Equal(TaskState.Stopped, report.State);
        Assert.InRange(report.Units, 1, round.Units - 1);
        Round missing = Rounds.Merge(cluster, plan)!;
        Assert.Equal(round.Units - report.Units, missing.Units);
        Assert.Equal(TaskState.Done, new ShardWorker(cluster, plan, missing.InEqualShards(3), 2, CancellationToken.None).Work().State);
        Assert.Null(Rounds.Merge(cluster, plan));
        Assert.Equal(SmallSweep.Csv(folder, "local"), SmallSweep.Csv(folder, "cluster"));
    }

    [Fact]
    public async Task Parts_that_all_begin_at_once_agree_on_one_plan()
    {
        using var folder = new TemporaryFolder();
        Rounds.Local(folder);

        (int Code, string, string)[] parts = await Task.WhenAll(Enumerable.Range(1, 6).Select(part => Task.Run(() => Rounds.Command("run", folder["sweep.yaml"], "--out", folder["cluster"], "--threads", "1", "--shard", $"{part}/6"))));

        Assert.All(parts, part => Assert.Equal(ExitCode.Done, part.Code));
        Assert.Single(ClusterFolder.Beside(folder["cluster"]).Rounds());
        Assert.Equal(ExitCode.Done, (await Rounds.Command("merge", folder["cluster"], "--csv")).ExitCode);
        Assert.Equal(SmallSweep.Csv(folder, "local"), SmallSweep.Csv(folder, "cluster"));
    }

    [Fact]
    public async Task Processes_with_unlike_numbers_of_threads_share_one_round_and_what_a_dead_one_claimed_can_be_taken_over()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Rounds.Local(folder);
        ClusterFolder cluster = Rounds.Begin(plan, folder["cluster"]);
        ShardClaim.TryTake(Path.Combine(cluster.ShardsOf(1), ShardFile.NameOf(17)), "a process that died");

        (int Code, string, string Error)[] works = await Task.WhenAll(new[] { "1", "3" }.Select(threads => Task.Run(() => Rounds.Command("work", folder["cluster"], "--threads", threads))));
        (int early, _, string missing) = await Rounds.Command("merge", folder["cluster"]);
        (int again, _, _) = await Rounds.Command("work", folder["cluster"], "--take-over");
        (int code, _, _) = await Rounds.Command("merge", folder["cluster"], "--csv");

        Assert.Contains(works, work => work.Error.Contains("that others have taken", StringComparison.Ordinal));
        Assert.Equal((ExitCode.SomeRunsFailed, ExitCode.Done, ExitCode.Done), (early, again, code));
        Assert.Contains("of 180 replicates are still missing", missing, StringComparison.Ordinal);
        Assert.Equal(SmallSweep.Csv(folder, "local"), SmallSweep.Csv(folder, "cluster"));
    }

    [Fact]
    public async Task A_damaged_part_is_set_aside_and_can_be_run_again()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Rounds.Local(folder);
        ClusterFolder cluster = Rounds.Begin(plan, folder["cluster"]);
        Rounds.Run(cluster, plan, 3);
        string damaged = cluster.ShardFiles(1)[1];
        File.WriteAllBytes(damaged, File.ReadAllBytes(damaged)[..4000]);

        (int early, _, string error) = await Rounds.Command("merge", folder["cluster"]);
        Rounds.Run(cluster, plan, 3, 1);
        (int code, _, _) = await Rounds.Command("merge", folder["cluster"], "--csv");

        Assert.Contains("is damaged", error, StringComparison.Ordinal);
        Assert.Contains("It was set aside as 0002-of-0003.sqlite.refused.", error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.SomeRunsFailed, ExitCode.Done), (early, code));
        Assert.Equal(SmallSweep.Csv(folder, "local"), SmallSweep.Csv(folder, "cluster"));
    }

    [Fact]
    public async Task Merges_at_once_while_something_is_missing_lose_nothing()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Rounds.Local(folder);
        ClusterFolder cluster = Rounds.Begin(plan, folder["cluster"]);
        Rounds.Run(cluster, plan, 5, 0, 3);

        Round?[] missing = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            using var merge = new Merge(cluster, plan, 1);
            return merge.Take(CancellationToken.None);
        })));

        Assert.All(missing, round => Assert.Equal(cluster.LastRound()!.Units * 3 / 5, round!.Units));
        Rounds.Run(cluster, plan, 5);
        Assert.Null(Rounds.Merge(cluster, plan));
        Assert.Equal(SmallSweep.Csv(folder, "local"), SmallSweep.Csv(folder, "cluster"));
    }

    [Fact]
    public void A_shard_whose_task_died_is_left_alone_and_comes_with_the_next_round()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Rounds.Local(folder);
        ClusterFolder cluster = Rounds.Begin(plan, folder["cluster"]);
        Round round = cluster.LastRound()!.InEqualShards(6);
        Assert.True(ShardClaim.TryTake(Path.Combine(cluster.ShardsOf(1), ShardFile.NameOf(2)), "a task that died"));

        TaskReport report = new ShardWorker(cluster, plan, round, 2, CancellationToken.None).Work();

        Assert.Equal(5, report.Shards);
        Round missing = Rounds.Merge(cluster, plan)!;
        Assert.Equal(round.Units / 6, missing.Units);
        new ShardWorker(cluster, plan, missing.InEqualShards(1), 1, CancellationToken.None).Work();
        Assert.Null(Rounds.Merge(cluster, plan));
        Assert.Equal(SmallSweep.Csv(folder, "local"), SmallSweep.Csv(folder, "cluster"));
    }

    [Fact]
    public void A_task_that_was_requeued_goes_on_with_what_it_had_claimed()
    {
        using var folder = new TemporaryFolder();
        string shard = folder["00001.sqlite"];

        Assert.True(ShardClaim.TryTake(shard, "7_1"));
        Assert.False(ShardClaim.TryTake(shard, "7_2"));
        Assert.True(ShardClaim.TryTake(shard, "7_1"));
        ShardClaim.Drop(shard);
        Assert.True(ShardClaim.TryTake(shard, "7_2"));
    }

    [Fact]
    public void Runs_that_failed_are_recorded_as_on_one_machine()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSweep.Plan(folder, Growing);
        (int code, _, _) = SmallExperiment.Run(plan, folder["local"]);
        Assert.Equal(ExitCode.SomeRunsFailed, code);

        ClusterFolder cluster = Rounds.Begin(plan, folder["cluster"]);
        Rounds.Run(cluster, plan, 4);
        using var merge = new Merge(cluster, plan, 2);
        Assert.Null(merge.Take(CancellationToken.None));
        Assert.Equal(ExitCode.SomeRunsFailed, merge.Finish(csv: true, here: false, new Terminal(TextWriter.Null, TextWriter.Null, false, false), CancellationToken.None));

        Assert.Equal(Tables(folder["local"]), Tables(folder["cluster"]));
    }

    /// <summary>In half of its worlds the audience grows without bound, and runs are given up.</summary>
    private const string Growing = """
        name: growing
        replicates: 3
        scenario: {horizon: 21, audience: {size: 20, reach: {median: 1000000}}}
        messages:
          book: {promotion: 0.9, personalization: 0.1, value: 0.1, copies: 3, offer: true}
        policies:
          - {name: weekly, sends: [{message: book, every: 7, times: 3}]}
        vary:
          scenario.wordOfMouth.reputationEffect: [0, 10]
          scenario.reactions.praise: [0, 1]
        """;

    /// <summary>All rows of all tables of a result file but its times, with all digits.</summary>
    private static string[] Tables(string folder)
    {
        using var store = StoreConnection.Open(Path.Combine(folder, ResultStore.FileName), Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly);
        return [.. StoreSchema.TableNames.Where(table => table != "meta").SelectMany(table => store.RowTexts(table).Select(row => table + row.Split(" at ")[0]))];
    }
}
