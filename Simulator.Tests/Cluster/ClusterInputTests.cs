using Experiments;
using Experiments.Cluster;
using Experiments.Running;
using Experiments.Running.Stopping;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Tests.Running;

namespace Simulator.Tests.Cluster;

public sealed class ClusterInputTests
{
    [Fact]
    public void Shards_of_another_experiment_another_version_and_damaged_ones_are_left_out_with_the_reason()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Rounds.Local(folder);
        ExperimentPlan other = SmallSweep.Plan(folder, SmallSweep.Yaml(SmallSweep.Fixed), "seed=4");
        ClusterFolder theirs = Rounds.Begin(other, folder["other"]);
        Rounds.Run(theirs, other, 4, 0);
        ClusterFolder cluster = Rounds.Begin(plan, folder["cluster"]);
        Rounds.Run(cluster, plan, 4);
        File.Copy(theirs.ShardFiles(1)[0], Path.Combine(cluster.ShardsOf(1), "of-another.sqlite"));
        File.WriteAllText(Path.Combine(cluster.ShardsOf(1), "text.sqlite"), new string('x', 5000));
        string old = Path.Combine(cluster.ShardsOf(1), "old.sqlite");
        File.Copy(cluster.ShardFiles(1)[0], old);
        using (SqliteConnection store = StoreConnection.Open(old, SqliteOpenMode.ReadWrite))
        {
            store.Execute("UPDATE meta SET value = '0.0.1' WHERE key = 'tool_version'");
        }

        using var merge = new Merge(cluster, plan, 1);
        Assert.Null(merge.Take(CancellationToken.None));

        Assert.Equal(3, merge.Refused.Count);
        Assert.Contains(merge.Refused, reason => reason.Contains("of-another.sqlite holds another experiment. It was set aside as of-another.sqlite.refused.", StringComparison.Ordinal));
        Assert.Contains(merge.Refused, reason => reason.Contains("old.sqlite was written by version 0.0.1", StringComparison.Ordinal));
        Assert.Contains(merge.Refused, reason => reason.Contains("text.sqlite is damaged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_merge_before_all_parts_are_there_says_how_much_is_missing_and_parts_go_on_meaning_the_same()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Rounds.Local(folder);
        await Rounds.Command("run", folder["sweep.yaml"], "--out", folder["cluster"], "--shard", "1/3");

        (int code, _, string error) = await Rounds.Command("merge", folder["cluster"]);
        (_, string status, _) = await Rounds.Command("status", folder["cluster"]);
        (int here, string answer, _) = await Rounds.Command("merge", folder["cluster"], "--here", "--csv");

        Assert.Equal((ExitCode.SomeRunsFailed, ExitCode.Done), (code, here));
        Assert.StartsWith("1 part is there, run by hand; merge tells what is missing.", status, StringComparison.Ordinal);
        Assert.Contains("120 of 180 replicates are still missing", error, StringComparison.Ordinal);
        Assert.Contains(folder["cluster"], answer, StringComparison.Ordinal);
        Assert.Equal(SmallSweep.Csv(folder, "local"), SmallSweep.Csv(folder, "cluster"));
    }

    [Fact]
    public async Task A_merge_that_starts_again_after_the_next_round_was_submitted_leaves_that_alone()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Rounds.Local(folder);
        ClusterFolder cluster = Rounds.Begin(plan, folder["cluster"]);
        Assert.False(cluster.TryWrite(cluster.LastRound()!));
        Rounds.Run(cluster, plan, 3, 0);
        Round second = Rounds.Merge(cluster, plan)!;
        File.Delete(Path.Combine(cluster.FullPath, "round-002.json"));
        Assert.True(cluster.TryWrite(second.InEqualShards(4)));
        cluster.Write(Submitted(plan, new RoundJobs(1, "11", "12"), new RoundJobs(2, "13", "14")));

        (int code, _, string error) = await Rounds.Command("merge", folder["cluster"], "--go-on", "--round", "1");

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("Round 2 is submitted already: array job 13.", error, StringComparison.Ordinal);
        Assert.Equal(2, cluster.LastRound()!.Number);
    }

    [Fact]
    public async Task A_merge_by_hand_beside_jobs_that_were_submitted_plans_nothing_of_its_own()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Rounds.Local(folder, SmallSweep.Until);
        ClusterFolder cluster = Rounds.Begin(plan, folder["cluster"]);
        Rounds.Run(cluster, plan, 3);
        cluster.Write(Submitted(plan, new RoundJobs(1, "11", "12")));

        (int code, _, string error) = await Rounds.Command("merge", folder["cluster"]);

        Assert.Equal(ExitCode.SomeRunsFailed, code);
        Assert.Contains("replicates are still missing.", error, StringComparison.Ordinal);
        Assert.Equal(1, cluster.LastRound()!.Number);
    }

    [Fact]
    public async Task A_round_that_brought_nothing_is_not_followed_by_another()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Rounds.Local(folder);
        ClusterFolder cluster = Rounds.Begin(plan, folder["cluster"]);
        cluster.Write(Submitted(plan, new RoundJobs(1, "11", "12")));

        (int code, _, string error) = await Rounds.Command("merge", folder["cluster"], "--go-on", "--round", "1");

        Assert.Equal(ExitCode.SomeRunsFailed, code);
        Assert.Contains("Round 1 brought nothing, so no further one was submitted: 180 replicates are missing.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--tasks", "x")]
    [InlineData("--tasks", "0")]
    [InlineData("--nodes", "1.5")]
    [InlineData("--nodes", "")]
    public async Task A_number_that_is_none_is_told_in_a_sentence(string option, string word)
    {
        using var folder = new TemporaryFolder();
        SmallSweep.Plan(folder, SmallSweep.Yaml(SmallSweep.Fixed));

        (int code, _, string error) = await Rounds.Command("submit", folder["sweep.yaml"], option, word);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains($"{option} must be a whole number, at least 1.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_complete_experiment_all_verbs_say_so()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Rounds.Local(folder);
        Rounds.Complete(plan, folder["cluster"], 2);

        (int work, _, string worked) = await Rounds.Command("work", folder["cluster"]);
        (int cancel, string cancelled, _) = await Rounds.Command("cancel", folder["cluster"]);
        (int status, string told, _) = await Rounds.Command("status", folder["cluster"]);
        Directory.Delete(folder["cluster.cluster"], recursive: true);
        (_, string still, _) = await Rounds.Command("status", folder["cluster"]);

        Assert.Equal((ExitCode.Done, ExitCode.Done, ExitCode.Done), (work, cancel, status));
        Assert.StartsWith("Complete already", worked, StringComparison.Ordinal);
        Assert.StartsWith("Complete already, there is nothing to cancel", cancelled, StringComparison.Ordinal);
        Assert.StartsWith("Complete: ", told, StringComparison.Ordinal);
        Assert.Equal(told, still);
    }

    [Fact]
    public async Task An_experiment_that_was_changed_after_it_was_planned_is_refused()
    {
        using var folder = new TemporaryFolder();
        Rounds.Begin(SmallSweep.Plan(folder, SmallSweep.Yaml(SmallSweep.Fixed)), folder["cluster"]);

        (int code, _, string error) = await Rounds.Command("run", folder["sweep.yaml"], "--seed", "9", "--out", folder["cluster"], "--shard", "1/3");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("holds another experiment", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("1")]
    [InlineData("1/")]
    [InlineData("-1/3")]
    [InlineData("one/three")]
    public async Task A_part_that_is_none_is_refused_before_anything_is_run(string part)
    {
        using var folder = new TemporaryFolder();
        SmallSweep.Plan(folder, SmallSweep.Yaml(SmallSweep.Fixed));

        (int code, _, string error) = await Rounds.Command("run", folder["sweep.yaml"], "--out", folder["cluster"], "--shard", part);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("for example 3/200", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["cluster.cluster"]));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("cancel")]
    [InlineData("work")]
    [InlineData("merge")]
    public async Task A_folder_where_nothing_was_submitted_is_told_so(string verb)
    {
        using var folder = new TemporaryFolder();

        (int code, _, string error) = await Rounds.Command(verb, folder["nothing"]);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("Nothing was submitted into", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_folder_that_is_half_done_is_not_overwritten()
    {
        using var folder = new TemporaryFolder();
        SmallSweep.Plan(folder, SmallSweep.Yaml(SmallSweep.Fixed));
        Directory.CreateDirectory(folder["half"]);
        File.WriteAllText(Path.Combine(folder["half"], "results.sqlite"), "");

        (int code, _, string error) = await Rounds.Command("submit", folder["sweep.yaml"], "--out", folder["half"]);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("Finish it with run, or submit into another folder", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_ends_a_task_with_a_sentence_and_space_lets_the_work_go_on()
    {
        using var folder = new TemporaryFolder();
        string disk = folder["disk"];
        using var space = new SmallDisk(disk, "1m");
        ExperimentPlan plan = Rounds.Local(folder);
        ClusterFolder cluster = Rounds.Begin(plan, Path.Combine(disk, "cluster"));
        Round round = cluster.LastRound()!.InEqualShards(12);

        TaskReport full = new ShardWorker(cluster, plan, round, 2, CancellationToken.None).Work();
        Assert.Equal(TaskState.Failed, full.State);
        Assert.Contains("No space left on device", full.Message!, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(cluster.ShardsOf(1), "*.partial"));

        space.Resize("64m");
        TaskReport again = new ShardWorker(cluster, plan, round, 2, CancellationToken.None).Work();
        Assert.Equal(TaskState.Done, again.State);
        Assert.Null(Rounds.Merge(cluster, plan));
        Assert.Equal(SmallSweep.Csv(folder, "local"), SmallSweep.Csv(folder, Path.Combine("disk", "cluster")));
    }

    [Fact]
    public void A_clock_that_is_off_and_a_task_that_failed_are_told()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Rounds.Local(folder);
        ClusterFolder cluster = Rounds.Begin(plan, folder["cluster"]);
        var report = new TaskReport { Task = "7_1", Host = "node1", Round = 1, RunsAtATime = 1, State = TaskState.Failed, Message = "No space left on device.", ClockAhead = -300 };
        ClusterFolder.WriteJson(Path.Combine(cluster.Tasks, "7_1.json"), report);

        string status = string.Join('\n', new StatusLines(cluster, ClusterStatus.Of(cluster)).All());

        Assert.Contains("Task 7_1 on node1 failed: No space left on device.", status, StringComparison.Ordinal);
        Assert.Contains("The clock of node1 is 5 min behind that of the file system", status, StringComparison.Ordinal);
    }

    [Fact]
    public void Shards_cover_every_unit_once()
    {
        var round = new Round
        {
            Number = 1,
            Blocks = [new Block(0, 0, 100, [0, 1]), new Block(1, 20, 80, [0]), new Block(2, 0, 40, [0, 1])],
        };
        Round cut = ShardSizes.Of(1).Cut(round, 5);

        Assert.Equal(200, cut.Units);
        Assert.Equal(80, cut.Shards);
        Assert.Equal(200, cut.Ends[^1]);
        (int, int)[] units = [.. Enumerable.Range(0, cut.Shards).SelectMany(shard => cut.BlocksIn(cut.UnitsOf(shard).First, cut.UnitsOf(shard).End)).SelectMany(block => Enumerable.Range(block.First, block.End - block.First).Select(replicate => (block.Point, replicate)))];
        Assert.Equal(200, units.Distinct().Count());
        Assert.Equal(200, units.Length);
        Assert.Equal(60, units.Count(unit => unit.Item1 == 1));
    }

    [Theory]
    [InlineData(8, null, 1, 8, 1, 1)]
    [InlineData(8, 2, 1, 2, 4, 4)]
    [InlineData(8, 20, 1, 8, 1, 1)]
    [InlineData(5000, null, 1, 1000, 5, 5)]
    [InlineData(16, null, 96, 2, 8, 1)]
    [InlineData(4, null, 2, 2, 2, 1)]
    public void Processors_are_divided_among_jobs_and_those_on_one_run_stay_together(int tasks, int? nodes, int parts, int jobs, int threads, int runs)
    {
        var request = new SlurmRequest { Tasks = tasks, Nodes = nodes, RunParts = parts, NodeProcessors = 8 };

        Assert.Equal((jobs, threads, runs), (request.Elements, request.Threads, request.RunsAtATime));
    }

    [Fact]
    public void A_merge_that_is_asked_to_end_goes_on_to_nothing()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Rounds.Local(folder);
        ClusterFolder cluster = Rounds.Begin(plan, folder["cluster"]);
        using var merge = new Merge(cluster, plan, 1);

        Assert.Throws<OperationCanceledException>(() => merge.Take(new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Shards_take_equally_long_where_points_do_not()
    {
        var round = new Round { Number = 1, Blocks = [new Block(0, 0, 100, [0]), new Block(1, 0, 100, [0]), new Block(2, 0, 100, [0])] };
        Round cut = ShardSizes.Of([(0, 1), (2, 9)]).Cut(round, 5);

        double[] seconds = [.. Enumerable.Range(0, cut.Shards).Select(shard => Enumerable.Range((int)cut.UnitsOf(shard).First, (int)(cut.UnitsOf(shard).End - cut.UnitsOf(shard).First)).Sum(unit => unit < 100 ? 1.0 : unit < 200 ? 5 : 9))];

        Assert.InRange(cut.Shards, 75, 85);
        Assert.Equal(1500, seconds.Sum());
        Assert.All(seconds.SkipLast(1), time => Assert.InRange(time, 1500.0 / cut.Shards - 9, 1500.0 / cut.Shards + 9));
    }

    [Theory]
    [InlineData("30", 1800)]
    [InlineData("1:30", 90)]
    [InlineData("2:00:05", 7205)]
    [InlineData("1-0", 86_400)]
    [InlineData("1-12", 129_600)]
    [InlineData("1-02:30", 95_400)]
    [InlineData("1-02:30:10", 95_410)]
    public void Lengths_of_time_are_read_as_slurm_writes_them(string text, long seconds) => Assert.Equal(seconds, SlurmTime.Seconds(text));

    [Theory]
    [InlineData("infinite")]
    [InlineData("")]
    [InlineData("1-2-3")]
    [InlineData("1:2:3:4")]
    public void What_is_no_length_of_time_is_none(string text) => Assert.Null(SlurmTime.Seconds(text));

    private static Submission Submitted(ExperimentPlan plan, params RoundJobs[] jobs) => new()
    {
        Hash = plan.Hash,
        ToolVersion = Tool.Version,
        Commit = Tool.Commit,
        Program = ["program"],
        Submitted = DateTimeOffset.UnixEpoch,
        SecondsPerUnit = 1,
        Request = new SlurmRequest(),
        Jobs = jobs,
    };
}
