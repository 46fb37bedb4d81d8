using Experiments;
using Experiments.Running;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Engine;
using Simulator.Ledgers;

namespace Simulator.Tests.Running;

public sealed class SweepTests
{
    [Theory, InlineData(SmallSweep.Fixed), InlineData(SmallSweep.Until), InlineData(SmallSweep.Rank)]
    public void Results_of_a_sweep_do_not_depend_on_the_number_of_threads(string replicates)
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSweep.Plan(folder, SmallSweep.Yaml(replicates));

        Assert.Equal(ExitCode.Done, SmallExperiment.Run(plan, folder["one"], threads: 1).ExitCode);
        Assert.Equal(ExitCode.Done, SmallExperiment.Run(plan, folder["five"], threads: 5).ExitCode);

        Assert.Equal(SmallSweep.Csv(folder, "one"), SmallSweep.Csv(folder, "five"));
        Assert.Equal(Rows(folder["one"], "cells"), Rows(folder["five"], "cells"));
        Assert.Equal(Rows(folder["one"], "ranking"), Rows(folder["five"], "ranking"));
    }

    [Fact]
    public void Cells_say_how_many_replicates_each_point_got_until_it_was_precise()
    {
        using var folder = new TemporaryFolder();
        SmallExperiment.Run(SmallSweep.Plan(folder, SmallSweep.Yaml(SmallSweep.Until)), folder["results"]);
        using SqliteConnection store = Store(folder["results"]);

        long least = (long)store.Scalar("SELECT MIN(replicates) FROM cells")!;
        long most = (long)store.Scalar("SELECT MAX(replicates) FROM cells")!;
        Assert.True(least >= 10 && most <= 60 && least < most, $"{least} to {most}");
        Assert.Equal(0L, store.Scalar(
            "SELECT COUNT(*) FROM cells WHERE replicates <> (SELECT COUNT(*) FROM runs WHERE runs.point = cells.point AND runs.policy = cells.policy)"));
        var manifest = Manifest.Read(folder["results"]);
        Assert.Equal((least, most), (manifest.LeastReplicates, manifest.Replicates));
        Assert.Contains("until half of the 95% interval of the difference in net_value is at most 15", manifest.Replication, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lever_of_one_policy_leaves_the_addresses_of_the_others()
    {
        using var folder = new TemporaryFolder();
        SmallExperiment.Run(SmallSweep.Plan(folder, SmallSweep.Yaml("2")), folder["results"]);
        using SqliteConnection store = Store(folder["results"]);

        Assert.Equal(6L, store.Scalar("SELECT COUNT(DISTINCT hash) FROM cells WHERE policy = 'weekly'"));
        Assert.Equal(1L, store.Scalar("SELECT COUNT(DISTINCT hash) FROM cells WHERE policy = 'warm'"));
        Assert.Equal(1L, store.Scalar("SELECT COUNT(DISTINCT hash) FROM cells WHERE policy = 'silent'"));
    }

    [Fact]
    public void A_ranking_is_stored_with_its_order_and_its_probability()
    {
        using var folder = new TemporaryFolder();
        SmallExperiment.Run(SmallSweep.Plan(folder, SmallSweep.Yaml(SmallSweep.Rank)), folder["results"]);
        using SqliteConnection store = Store(folder["results"]);

        // Silence is the same at all six points, and so is the policy that is not varied.
        Assert.Equal(18L, store.Scalar("SELECT COUNT(*) FROM ranking"));
        Assert.Equal(6L, store.Scalar("SELECT COUNT(*) FROM ranking WHERE policy = 'silent' AND place = (SELECT place FROM ranking WHERE policy = 'silent' LIMIT 1)"));
        Assert.Equal(8L, store.Scalar("SELECT COUNT(DISTINCT place) FROM ranking"));
        var meta = StoreMeta.Read(store);
        Assert.Equal(Manifest.Read(folder["results"]).ProbabilityOfCorrectSelection, meta.ProbabilityOfCorrectSelection);
        double mistakes = (double)store.Scalar("SELECT SUM(mistake) FROM (SELECT place, MAX(mistake) AS mistake FROM ranking GROUP BY place)")!;
        Assert.InRange(meta.ProbabilityOfCorrectSelection!.Value, Math.Max(0, 1 - mistakes) - 0.05, 1);
    }

    [Fact]
    public void Horizons_and_segments_hold_what_the_model_says()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSweep.Plan(folder, SmallSweep.Yaml("3"));
        SmallExperiment.Run(plan, folder["results"]);
        using SqliteConnection store = Store(folder["results"]);
        Point point = plan.Points[4];
        Outcome outcome = Simulation.Compare(point.Scenario, point.Policies, plan.Seed, 2)[1];
        double[] trust = new double[21];
        outcome.Daily(Metric.TrustCapital, trust);

        Assert.Equal(trust[13], store.Scalar("SELECT trust_capital FROM horizons WHERE point = 4 AND policy = 'weekly' AND replicate = 2 AND horizon = 14"));
        Assert.Equal(6L * 3 * 3 * 2, store.Scalar("SELECT COUNT(*) FROM horizons"));
        Assert.Equal(
            outcome.Segments.Single(segment => segment.Name == "fans")[Metric.Read],
            store.Scalar("SELECT read FROM segments WHERE point = 4 AND policy = 'weekly' AND replicate = 2 AND segment = 'fans'"));
        Assert.Equal(0L, store.Scalar(
            "SELECT COUNT(*) FROM runs WHERE read <> (SELECT SUM(read) FROM segments WHERE segments.point = runs.point AND segments.policy = runs.policy AND segments.replicate = runs.replicate)"));
        Assert.StartsWith("point,policy,replicate,horizon,sent,", SmallSweep.Csv(folder, "results")[2], StringComparison.Ordinal);
        Assert.StartsWith("point,policy,replicate,segment,sent,", SmallSweep.Csv(folder, "results")[3], StringComparison.Ordinal);
    }

    [Theory, InlineData(SmallSweep.Fixed), InlineData(SmallSweep.Until)]
    public void A_point_whose_values_contradict_each_other_fails_with_the_cause_and_spoils_no_other(string replicates)
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSweep.Plan(folder, SmallSweep.Yaml(replicates));
        ExperimentPlan broken = plan with { Points = new WithABrokenPoint(plan.Points, 2) };
        SmallExperiment.Run(plan, folder["whole"]);

        (int code, _, string error) = SmallExperiment.Run(broken, folder["broken"]);

        Assert.Equal(ExitCode.SomeRunsFailed, code);
        Assert.Contains("runs failed", error, StringComparison.Ordinal);
        using SqliteConnection store = Store(folder["broken"]);
        Assert.Equal(3L, store.Scalar("SELECT COUNT(DISTINCT policy) FROM failures WHERE point = 2 AND message = 'These two exclude each other.'"));
        Assert.Equal(0L, store.Scalar("SELECT COUNT(*) FROM failures WHERE point <> 2"));
        static IEnumerable<string> Others(string csv) => csv.Split('\n').Where(line => !line.StartsWith("2,", StringComparison.Ordinal));
        Assert.Equal(Others(SmallSweep.Csv(folder, "whole")[0]), Others(SmallSweep.Csv(folder, "broken")[0]));
    }

    [Fact]
    public void A_dry_run_tells_points_runs_time_and_disk_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSweep.Plan(folder, SmallSweep.Yaml(SmallSweep.Until));
        string[] before = Directory.GetFileSystemEntries(folder.Path);
        var output = new StringWriter();

        new DryRun(plan, threads: 2).Write(output);

        Assert.Contains("Points: 6 (grid of 2 factors). Policies: silent, weekly, warm.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Runs: 180 to 1,080.", output.ToString(), StringComparison.Ordinal);
        Assert.Matches("Time: about .* on 2 threads", output.ToString());
        Assert.Matches("Disk: about .* MB", output.ToString());
        Assert.Equal(before, Directory.GetFileSystemEntries(folder.Path));
    }

    private static SqliteConnection Store(string folder) => StoreConnection.Open(Path.Combine(folder, ResultStore.FileName), SqliteOpenMode.ReadOnly);

    private static List<string> Rows(string folder, string table)
    {
        using SqliteConnection store = Store(folder);
        using SqliteCommand command = store.Query($"SELECT * FROM {table}");
        using SqliteDataReader row = command.ExecuteReader();
        var rows = new List<string>();
        while (row.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, row.FieldCount).Select(row.GetValue)));
        }

        return rows;
    }

    private sealed class WithABrokenPoint(IReadOnlyList<Point> points, int broken) : IReadOnlyList<Point>
    {
        public int Count => points.Count;

        public Point this[int index] => index == broken ? throw new InvalidDataException("These two exclude each other.") : points[index];

        public IEnumerator<Point> GetEnumerator() => points.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
