using Experiments;
using Experiments.Running;
using Experiments.Running.Verifying;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Simulator.Tests.Running.Verifying;

public sealed class VerifyTests
{
    [Theory, InlineData(null), InlineData(7)]
    public void A_folder_left_alone_is_equal_bit_for_bit(int? sample)
    {
        using var folder = new TemporaryFolder();
        SmallExperiment.Run(SmallSweep.Plan(folder, SmallSweep.Yaml(SmallSweep.Until)), folder["results"]);

        (int code, string output, _) = Verify(folder["results"], sample);

        Assert.Equal(ExitCode.Done, code);
        long runs = Manifest.Read(folder["results"]).Runs;
        Assert.Contains($"Runs: {sample ?? runs:N0} of {runs:N0} were run again; {sample ?? runs:N0} are equal", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE runs SET sales = sales + 1 WHERE point = 1 AND policy = 'weekly' AND replicate = 3", "sales")]
    [InlineData("UPDATE runs SET net_value = net_value * (1 + 1e-15) WHERE point = 1 AND policy = 'weekly' AND replicate = 3", "net_value")]
    [InlineData("UPDATE horizons SET trust_capital = 0 WHERE point = 1 AND policy = 'weekly' AND replicate = 3 AND horizon = 14", "trust_capital after 14 days")]
    [InlineData("UPDATE segments SET openness = NULL WHERE point = 1 AND policy = 'weekly' AND replicate = 3 AND segment = 'fans'", "openness of segment fans")]
    [InlineData("DELETE FROM runs WHERE point = 1 AND policy = 'weekly' AND replicate = 3", "net_value")]
    public void A_value_changed_by_hand_is_found_and_named(string change, string outcome)
    {
        using var folder = new TemporaryFolder();
        SmallExperiment.Run(SmallSweep.Plan(folder, SmallSweep.Yaml("4")), folder["results"]);
        using (SqliteConnection store = StoreConnection.Open(Path.Combine(folder["results"], ResultStore.FileName), SqliteOpenMode.ReadWrite))
        {
            store.Execute(change);
        }

        (int code, string output, _) = Verify(folder["results"], null);

        Assert.Equal(ExitCode.SomeRunsFailed, code);
        Assert.Contains("results.sqlite is not as it was written", output, StringComparison.Ordinal);
        Assert.Contains("71 are equal", output, StringComparison.Ordinal);
        Assert.Matches($@"\| 1 +\| +weekly +\| +3 +\| +{outcome} ", output);
    }

    [Fact]
    public void A_sample_is_the_same_each_time_and_every_run_is_in_some_sample()
    {
        using var folder = new TemporaryFolder();
        SmallExperiment.Run(SmallSweep.Plan(folder, SmallSweep.Yaml("5")), folder["results"]);
        using SqliteConnection store = StoreConnection.Open(Path.Combine(folder["results"], ResultStore.FileName), SqliteOpenMode.ReadOnly);
        var runs = new RunsToCheck(store);

        (int, int, string)[] sample = [.. runs.Sample(30).Select(run => (run.Point, run.Replicate, Assert.Single(run.Cells).Policy))];

        Assert.Equal(30, sample.Distinct().Count());
        Assert.Equal(sample, runs.Sample(30).Select(run => (run.Point, run.Replicate, run.Cells[0].Policy)));
        Assert.Equal(90, runs.All());
        Assert.Equal(90, runs.Sample(90).Distinct().Count());
        Assert.Equal(90, runs.Everything().Sum(run => run.Cells.Count));
    }

    [Fact]
    public void A_changed_experiment_file_is_named_and_nothing_is_run_with_it()
    {
        using var folder = new TemporaryFolder();
        SmallExperiment.Run(SmallSweep.Plan(folder, SmallSweep.Yaml("2")), folder["results"]);
        string file = Path.Combine(folder["results"], ResultFolder.ExperimentName);
        File.WriteAllText(file, File.ReadAllText(file).Replace("seed: 3", "seed: 4", StringComparison.Ordinal));

        (int code, string output, _) = Verify(folder["results"], null);

        Assert.Equal(ExitCode.SomeRunsFailed, code);
        Assert.Contains("experiment.yaml is not as it was written", output, StringComparison.Ordinal);
        Assert.Contains("is not the experiment that the results were made from", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_none_or_of_another_version_is_refused_with_the_reason()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(ExitCode.BadInput, Verify(folder.Path, 1).ExitCode);
        Assert.Contains("is not a result folder", Verify(folder.Path, 1).Error, StringComparison.Ordinal);

        SmallExperiment.Run(SmallSweep.Plan(folder, SmallSweep.Yaml("2")), folder["results"]);
        File.Move(Path.Combine(folder["results"], Manifest.FileName), folder["manifest"]);
        Assert.Contains("is not finished", Verify(folder["results"], 1).Error, StringComparison.Ordinal);

        File.Move(folder["manifest"], Path.Combine(folder["results"], Manifest.FileName));
        using (SqliteConnection store = StoreConnection.Open(Path.Combine(folder["results"], ResultStore.FileName), SqliteOpenMode.ReadWrite))
        {
            store.Execute("UPDATE meta SET value = '1' WHERE key = 'schema_version'");
        }

        (int code, _, string error) = Verify(folder["results"], 1);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("was written with result tables of version 1; this program writes version 2", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interruption_is_told_by_the_exit_code()
    {
        using var folder = new TemporaryFolder();
        SmallExperiment.Run(SmallSweep.Plan(folder, SmallSweep.Yaml("2")), folder["results"]);

        Assert.Equal(ExitCode.Interrupted, Verify(folder["results"], null, new CancellationToken(true)).ExitCode);
    }

    private static (int ExitCode, string Out, string Error) Verify(string folder, int? sample, CancellationToken interruption = default)
    {
        (var output, var error) = (new StringWriter(), new StringWriter());
        int code = VerifyCommand.Verify(folder, sample, 2, new Terminal(output, error, false, true), interruption);
        return (code, output.ToString(), error.ToString());
    }
}
