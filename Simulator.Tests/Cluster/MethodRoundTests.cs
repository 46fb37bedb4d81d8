using Experiments.Cluster;
using Experiments.Config;
using Experiments.Running;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Tests.Calibration;
using Simulator.Tests.Optimisation;
using Simulator.Tests.Running;

namespace Simulator.Tests.Cluster;

public sealed class MethodRoundTests
{
    [Fact]
    public void A_calibration_goes_round_by_round_to_the_posterior_that_one_machine_finds()
    {
        using var folder = new TemporaryFolder();
        SmallCalibration.Run(folder, "local");
        ExperimentPlan plan = Plan(folder["small.yaml"]);

        int rounds = Rounds.Complete(plan, folder["cluster"], 3);

        Assert.InRange(rounds, 6, 40);
        Assert.Equal(Rows(folder["local"]), Rows(folder["cluster"]));
    }

    [Fact]
    public void A_policy_search_goes_round_by_round_to_the_front_that_one_machine_finds()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSearch.Plan(folder, SmallSearch.Yaml());
        SmallExperiment.Run(plan, folder["local"]);

        int rounds = Rounds.Complete(plan, folder["cluster"], 3);

        Assert.InRange(rounds, 4, 20);
        Assert.Equal(Rows(folder["local"]), Rows(folder["cluster"]));
    }

    [Fact]
    public void What_a_lost_shard_held_of_a_question_is_asked_again_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSearch.Plan(folder, SmallSearch.Yaml());
        ClusterFolder cluster = Rounds.Begin(plan, folder["cluster"]);
        Round first = cluster.LastRound()!;

        Rounds.Run(cluster, plan, 4, 0, 2, 3);
        Round second = Rounds.Merge(cluster, plan)!;

        Assert.Equal((first.After, first.Key), (second.After, second.Key));
        Assert.Equal(first.Units - (3 * (first.Units / 4)), second.Units);
        Rounds.Run(cluster, plan, 1);
        Assert.NotEqual(first.Key, Rounds.Merge(cluster, plan)!.Key);
    }

    private static ExperimentPlan Plan(string file)
    {
        ExperimentReading reading = ExperimentFile.Read(file, []);
        return ExperimentPlan.Of(reading, reading.Experiment!);
    }

    /// <summary>All rows of the method's own tables, and how often it asked, with all digits.</summary>
    private static string[] Rows(string folder)
    {
        using SqliteConnection store = StoreConnection.Open(Path.Combine(folder, ResultStore.FileName), SqliteOpenMode.ReadOnly);
        return
        [
            .. store.Tables().Except(StoreSchema.TableNames).SelectMany(table => store.RowTexts(table).Select(row => table + row)),
            $"{StoreMeta.Read(store).Evaluations} evaluations",
        ];
    }
}
