using Experiments;
using Experiments.Running;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Simulator.Tests.Running;

public sealed class NoDaysTests
{
    private static readonly string[] NotDays = ["runs.csv", "horizons.csv", "segments.csv"];

    [Theory, InlineData(SmallSweep.Fixed), InlineData(SmallSweep.Rank)]
    public void Without_days_every_other_table_is_the_same(string replicates)
    {
        using var folder = new TemporaryFolder();
        SmallExperiment.Run(SmallSweep.Plan(folder, SmallSweep.Yaml(replicates)), folder["with"]);
        ExperimentPlan plan = SmallSweep.Plan(folder, SmallSweep.Yaml(replicates), "daily=false");

        Assert.Equal(ExitCode.Done, SmallExperiment.Run(plan, folder["without"]).ExitCode);

        Assert.Equal(Texts(folder["with"]), Texts(folder["without"]));
        using SqliteConnection store = StoreConnection.Open(Path.Combine(folder["without"], ResultStore.FileName), SqliteOpenMode.ReadOnly);
        Assert.Equal(0L, store.Scalar("SELECT COUNT(*) FROM days"));
        Assert.Equal(18L, store.Scalar("SELECT COUNT(*) FROM cells"));
        Assert.DoesNotContain(Directory.GetFiles(folder["without"]), file => file.Contains(ResultStore.ScratchName, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_days_an_interrupted_experiment_runs_again_only_what_is_missing()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSweep.Plan(folder, SmallSweep.Yaml(SmallSweep.Fixed), "daily=false");
        SmallExperiment.Run(plan, folder["whole"]);
        Directory.CreateDirectory(folder["part"]);
        StoreLayout layout = plan.Layout();
        using (var store = ResultStore.Open(folder["part"], layout, threads: 1))
        {
            for (int replicate = 0; replicate < 7; replicate++)
            {
                store.Add(ReplicateRun.Complete(plan.Points[2], plan.Seed, replicate, plan.Kept(), TestContext.Current.CancellationToken));
            }

            store.Commit();
        }

        using (var store = ResultStore.Open(folder["part"], layout, threads: 1))
        {
            Assert.Equal(21, store.Done.Runs);
            Assert.True(store.Done.IsDone(2, policy: 1, replicate: 6) && !store.Done.IsDone(2, policy: 1, replicate: 7) && !store.Done.IsFinished(2));
        }

        Assert.Equal(ExitCode.Done, SmallExperiment.Run(plan, folder["part"]).ExitCode);
        Assert.Equal(Texts(folder["whole"]), Texts(folder["part"]));
    }

    private static string[] Texts(string folder) => [.. NotDays.Select(name => File.ReadAllText(Path.Combine(folder, name)))];
}
