using Experiments;
using Experiments.Running;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Simulator.Tests.Running;

public sealed class RunnerTests
{
    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        using var folder = new TemporaryFolder();
        foreach (int threads in (int[])[1, 2, 5])
        {
            Assert.Equal(ExitCode.Done, SmallExperiment.Run(SmallExperiment.Plan(), folder[$"{threads}"], threads).ExitCode);
        }

        Assert.Equal(folder.Csv("1"), folder.Csv("2"));
        Assert.Equal(folder.Csv("1"), folder.Csv("5"));
        Assert.Equal(1 + (12 * 5), File.ReadAllLines(Path.Combine(folder["1"], "runs.csv")).Length);
        Assert.Equal(1 + (5 * SmallExperiment.Days * SeriesLayout.Metrics.Count), File.ReadAllLines(Path.Combine(folder["1"], "days.csv")).Length);
    }

    [Theory, InlineData(1), InlineData(20), InlineData(37)]
    public void An_interrupted_experiment_goes_on_to_the_same_results(int runsUntilInterruption)
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallExperiment.Plan(80);
        SmallExperiment.Run(plan, folder["undisturbed"]);
        Interrupt(plan, folder["interrupted"], runsUntilInterruption);

        (int code, _, _) = SmallExperiment.Run(plan, folder["interrupted"], threads: 3);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(folder.Csv("undisturbed"), folder.Csv("interrupted"));
    }

    [Fact]
    public void Rows_whose_daily_series_are_lost_are_run_again()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallExperiment.Plan(80);
        SmallExperiment.Run(plan, folder["undisturbed"]);
        Interrupt(plan, folder["interrupted"], 20);
        foreach (string path in Directory.GetFiles(folder["interrupted"], ResultStore.ScratchName + "*"))
        {
            File.Delete(path);
        }

        SmallExperiment.Run(plan, folder["interrupted"]);

        Assert.Equal(folder.Csv("undisturbed"), folder.Csv("interrupted"));
    }

    [Fact]
    public void A_damaged_scratch_file_costs_time_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallExperiment.Plan(80);
        SmallExperiment.Run(plan, folder["undisturbed"]);
        Interrupt(plan, folder["interrupted"], 20);
        File.WriteAllText(Path.Combine(folder["interrupted"], ResultStore.ScratchName), new string('x', 5000));

        SmallExperiment.Run(plan, folder["interrupted"]);

        Assert.Equal(folder.Csv("undisturbed"), folder.Csv("interrupted"));
    }

    [Fact]
    public void An_interruption_before_the_first_run_says_that_the_same_command_goes_on()
    {
        using var folder = new TemporaryFolder();

        (int code, string output, string error) = SmallExperiment.RunUntil(new CancellationToken(true), SmallExperiment.Plan(), folder["results"], threads: 2);

        Assert.Equal(ExitCode.Interrupted, code);
        Assert.Empty(output);
        Assert.Contains("the same command goes on", error, StringComparison.Ordinal);
        Assert.False(Manifest.IsIn(folder["results"]));
    }

    [Fact]
    public void A_failed_run_is_recorded_and_the_others_finish_as_if_it_were_not_there()
    {
        using var folder = new TemporaryFolder();
        SmallExperiment.Run(SmallExperiment.Plan(), folder["without"]);

        (int code, _, string error) = SmallExperiment.Run(SmallExperiment.PlanWithABrokenPolicy(), folder["with"]);

        Assert.Equal(ExitCode.SomeRunsFailed, code);
        Assert.Contains("12 of 72 runs failed", error, StringComparison.Ordinal);
        Assert.Equal(folder.Csv("without"), folder.Csv("with"));
        using SqliteConnection store = StoreConnection.Open(Path.Combine(folder["with"], ResultStore.FileName), SqliteOpenMode.ReadOnly);
        Assert.Equal(12L, store.Scalar("SELECT COUNT(*) FROM failures WHERE point = 0 AND policy = 'broken' AND detail LIKE '%Compare%'"));
        Assert.Contains("signalNoise", (string)store.Scalar("SELECT message FROM failures")!, StringComparison.Ordinal);
        Assert.Equal(ExitCode.SomeRunsFailed, SmallExperiment.Run(SmallExperiment.PlanWithABrokenPolicy(), folder["with"]).ExitCode);
    }

    [Fact]
    public void An_experiment_in_which_every_run_fails_still_ends()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallExperiment.Plan(3);
        plan = plan with { Points = [plan.Points[0] with { Scenario = plan.Points[0].Scenario with { Reading = plan.Points[0].Scenario.Reading with { Floor = 2 } } }] };

        (int code, _, string error) = SmallExperiment.Run(plan, folder["results"]);

        Assert.Equal(ExitCode.SomeRunsFailed, code);
        Assert.Contains("9 of 9 runs failed", error, StringComparison.Ordinal);
    }

    /// <summary>Runs until some runs are stored, then stops as Ctrl-C does.</summary>
    // The runs are so short that they may all be done before the first is counted; then there was nothing to interrupt, and it starts anew.
    private static void Interrupt(ExperimentPlan plan, string path, int runs)
    {
        const int Attempts = 50;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            Directory.CreateDirectory(path);
            using var stop = new CancellationTokenSource();
            using (var store = ResultStore.Open(path, plan.Layout(), threads: 2))
            {
                void StopOnceEnoughAreDone(long done)
                {
                    if (done >= runs)
                    {
                        stop.Cancel();
                    }
                }

                if (!new Runner(plan, store, 2, StopOnceEnoughAreDone).Run(stop.Token))
                {
                    return;
                }
            }

            Directory.Delete(path, recursive: true);
        }

        Assert.Fail($"All runs were done before the interruption, {Attempts} times.");
    }
}
