using Experiments;
using Experiments.Config;
using Experiments.Running;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Engine;
using Simulator.Tests.Calibration;
using Simulator.Tests.Running;

namespace Simulator.Tests.Ensembles;

/// <summary>Experiments whose replicates take their parameters from a calibration.</summary>
public sealed class EnsembleTests : IClassFixture<EnsembleTests.Calibrated>
{
    private const string Yaml = """
        name: uses
        replicates: 10
        scenario: {horizon: 8, audience: {size: 400}, ensemble: cal/few}
        messages:
          book: {promotion: 0.9, personalization: 0.1, value: 0.1, copies: 3, offer: true}
        policies:
          - {name: one blast, sends: [{message: book, over: 3}]}
          - {name: twice, sends: [{message: book, over: 3, every: 4, times: 2}]}
        """;

    private readonly TemporaryFolder _folder;

    /// <summary>Takes the calibration.</summary>
    public EnsembleTests(Calibrated calibrated) => _folder = calibrated.Folder;

    [Fact]
    public void Replicate_r_lives_in_member_r_with_all_its_policies()
    {
        ExperimentReading reading = Read(Yaml);
        Point point = reading.Points[0];
        using SqliteConnection store = StoreConnection.Open(Path.Combine(_folder["cal"], "results.sqlite"), SqliteOpenMode.ReadOnly);
        for (int replicate = 0; replicate < 45; replicate += 11)
        {
            Scenario world = point.WorldOf(replicate);
            int member = replicate % 40;
            Assert.Equal(Convert.ToDouble(store.Scalar("SELECT \"scenario.audience.appetite.mean\" FROM ensemble WHERE reading = 'few' AND member = $0", member)), world.Audience.Appetite.Mean);
            Assert.Equal(Convert.ToDouble(store.Scalar("SELECT \"scenario.trust.loss\" FROM ensemble WHERE reading = 'few' AND member = $0", member)), world.Trust.Loss);
            Assert.Equal(point.Scenario.Trust.Gain, world.Trust.Gain);
            Assert.Null(world.Ensemble);

            FinishedReplicate finished = ReplicateRun.Complete(point, 1, replicate, new KeptDays(false, []), CancellationToken.None);
            double sales = Simulation.Run(world, point.Policies[1], 1, replicate)[Simulator.Ledgers.Metric.Sales]!.Value;
            Assert.Equal(sales, finished.Runs[1].Outcomes![(int)Simulator.Ledgers.Metric.Sales]);
        }
    }

    [Fact]
    public void Members_of_the_null_hypothesis_lose_no_trust_and_others_do()
    {
        Point point = Read(Yaml).Points[0];
        double[] losses = [.. Enumerable.Range(0, 40).Select(replicate => point.WorldOf(replicate).Trust.Loss)];
        Assert.Contains(0.0, losses);
        Assert.Contains(losses, loss => loss > 0.05);
    }

    [Fact]
    public void What_is_varied_or_asked_in_a_what_if_holds_in_every_member()
    {
        ExperimentReading varied = Read(Yaml + "\nvary:\n  scenario.trust.loss: [0.1, 0.7]\n");
        Assert.All(Enumerable.Range(0, 8), replicate => Assert.Equal(0.7, varied.Points[1].WorldOf(replicate).Trust.Loss));
        Assert.True(Enumerable.Range(0, 8).Select(replicate => varied.Points[1].WorldOf(replicate).Audience.Appetite.Mean).Distinct().Count() > 4);

        // 0.5 is the value as written, but not that of the members.
        ExperimentReading asked = Read(Yaml + "\nwhatIf:\n  - {name: the default, set: {scenario.trust.loss: 0.5}}\n");
        Assert.Equal(0.5, asked.Points[1].WorldOf(3).Trust.Loss);
        File.WriteAllText(_folder["resolved.yaml"], asked.ResolvedYaml);
        ExperimentReading again = ExperimentFile.Read(_folder["resolved.yaml"], []);
        Assert.Empty(again.Problems);
        Assert.Equal(asked.Hash, again.Hash);
        Assert.Equal(0.5, again.Points[1].WorldOf(3).Trust.Loss);
    }

    [Fact]
    public void The_hash_covers_the_members_and_not_the_folder()
    {
        string hash = Read(Yaml).Hash;
        Copy(_folder["cal"], _folder["moved"]);
        Assert.Equal(hash, Read(Yaml.Replace("cal/few", "moved/few", StringComparison.Ordinal)).Hash);
        Assert.NotEqual(hash, Read(Yaml.Replace("cal/few", "cal/many", StringComparison.Ordinal)).Hash);
        Execute("moved", "UPDATE ensemble SET \"scenario.trust.loss\" = 0.123 WHERE member = 0");
        Assert.NotEqual(hash, Read(Yaml.Replace("cal/few", "moved/few", StringComparison.Ordinal)).Hash);
    }

    [Fact]
    public void The_same_cell_has_another_address_with_an_ensemble()
    {
        Point with = Read(Yaml).Points[0];
        Assert.NotEqual(RunAddress.Of(with, 1), RunAddress.Of(with with { Worlds = null }, 1));
    }

    [Fact]
    public void Two_readings_are_never_mixed_in_silence() => Refuses("cal/few", "cal", "holds 2 readings of the case; name one of them: cal/few, cal/many");

    [Fact]
    public void A_missing_folder_is_named() => Refuses("cal/few", "nowhere", "there is no result folder");

    [Fact]
    public void A_reading_that_is_not_there_is_named() => Refuses("cal/few", "cal/some", "has no reading 'some'; it has few, many");

    [Fact]
    public void An_ensemble_of_another_version_is_refused()
    {
        Copy(_folder["cal"], _folder["old"]);
        Execute("old", "UPDATE meta SET value = '0.0.1' WHERE key = 'tool_version'");
        Refuses("cal/few", "old/few", "was written by version 0.0.1");
    }

    [Fact]
    public void A_result_without_an_ensemble_is_refused()
    {
        Copy(_folder["cal"], _folder["none"]);
        Execute("none", "DROP TABLE ensemble");
        Refuses("cal/few", "none", "holds no calibration");
    }

    [Fact]
    public void A_value_of_the_command_line_is_not_overridden_in_silence()
    {
        ExperimentReading reading = ExperimentFile.Read(Write(Yaml), ["scenario.trust.loss=0.1"]);
        Assert.Contains("the ensemble sets 'scenario.trust.loss' too", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ensemble_cannot_be_varied() =>
        Assert.Contains(ExperimentFile.Read(Write(Yaml + "\nvary:\n  scenario.ensemble: [cal/few, cal/many]\n"), []).Problems, problem => problem.Message.Contains("it cannot be varied", StringComparison.Ordinal));

    [Fact]
    public void A_calibration_takes_nothing_from_an_ensemble() =>
        Assert.Contains(ExperimentFile.Read(Write(SmallCalibration.Yaml), [$"scenario.ensemble={_folder["cal"]}/few"]).Problems, problem => problem.Message.Contains("it takes none from an ensemble", StringComparison.Ordinal));

    [Fact]
    public void More_replicates_than_members_are_told() =>
        Assert.Contains(ExperimentFile.Read(Write(Yaml), ["replicates=41"]).Warnings, warning => warning.Message.Contains("more than the 40 members", StringComparison.Ordinal));

    [Fact]
    public void What_replaces_the_members_values_is_told_by_path()
    {
        ExperimentReading varied = Read(Yaml + "\nvary:\n  scenario.trust.loss: [0.1, 0.7]\n  scenario.trust.gain: [0.1, 0.2]\n");
        Assert.Contains("own values of scenario.trust.loss, and with them", Assert.Single(varied.Warnings, warning => warning.Message.Contains("replaces the members' own values", StringComparison.Ordinal)).Message, StringComparison.Ordinal);

        ExperimentReading asked = Read(Yaml + "\nwhatIf:\n  - {name: the default, set: {scenario.trust.loss: 0.5, scenario.trust.gain: 0.2}}\n");
        Assert.Equal("whatIf[0].set.scenario.trust.loss", Assert.Single(asked.Warnings, warning => warning.Message.Contains("replaces the members' own values", StringComparison.Ordinal)).Path);
        Assert.DoesNotContain(Read(Yaml).Warnings, warning => warning.Message.Contains("replaces the members' own values", StringComparison.Ordinal));
    }

    [Fact]
    public void The_share_of_agreeing_runs_is_that_of_the_calibrations_own_report()
    {
        string file = _folder["cal.yaml"];
        File.WriteAllText(file, SmallCalibration.Yaml);
        var plan = ExperimentPlan.Of(ExperimentFile.Read(file, []), ExperimentFile.Read(file, []).Experiment!);
        using SqliteConnection store = StoreConnection.Open(Path.Combine(_folder["cal"], "results.sqlite"), SqliteOpenMode.ReadOnly);
        var results = Experiments.Calibration.CalibrationResults.Read(store, plan.Facts(), plan.Experiment!.Calibrate!);
        foreach (var reading in results.Readings)
        {
            Assert.Equal(reading.AllAgree, new Experiments.Ensembles.EnsembleReader().Read($"{_folder["cal"]}/{reading.Name}").Ensemble!.Agreeing);
        }
    }

    [Fact]
    public void An_ensemble_that_does_not_meet_the_facts_is_not_called_agreeing()
    {
        Copy(_folder["cal"], _folder["far"]);
        File.Copy(Path.Combine(_folder["cal"], "experiment.yaml"), Path.Combine(_folder["far"], "experiment.yaml"), overwrite: true);
        Execute("far", "UPDATE ensemble SET \"discrepancy complaints\" = 9");
        ExperimentReading reading = Read(Yaml.Replace("cal/few", "far/few", StringComparison.Ordinal));
        Assert.Contains(reading.Warnings, warning => warning.Message.Contains("only 0% of the runs of this ensemble agree", StringComparison.Ordinal));
        var plan = ExperimentPlan.Of(reading, reading.Experiment!);
        Assert.Equal(ExitCode.Done, SmallExperiment.Run(plan, _folder["used-far"]).ExitCode);

        string text = Experiments.Reports.ReportWriter.Compose(_folder["used-far"], plan).Answer.Findings.Single(finding => finding.Id == "ensemble").Text;

        Assert.Contains("although they hardly agree with the case (reading “few”; 0% of single runs meet all its facts at once)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_with_levers_alone_averages_over_the_ensemble()
    {
        string file = _folder["search.yaml"];
        File.WriteAllText(file, """
            name: search
            replicates: 4
            scenario: {horizon: 20, audience: {size: 150}, ensemble: cal/few}
            messages:
              book: {promotion: 0.9, personalization: 0.1, value: 0.1, copies: 3, offer: true}
            policies:
              - {name: plan, sends: [{message: book, every: 7, times: 2}]}
            vary:
              policies.plan.sends[0].every: [3, 7, 14]
              policies.plan.sends[0].to.signalAtLeast: {from: 0, to: 0.6}
            optimise: {population: 8, generations: 1, reevaluate: {top: 6, replicates: 20}}
            """);
        ExperimentReading reading = ExperimentFile.Read(file, []);
        Assert.Empty(reading.Problems);
        var plan = ExperimentPlan.Of(reading, reading.Experiment!);
        Optimisation.SmallSearch.Work(plan, _folder["searched"], threads: 2);

        string text = string.Join(' ', plan.Method!.Compose(_folder["searched"], plan.Facts()).Answer.Findings.Select(finding => finding.Text));

        Assert.Contains("on average over the parameter sets that", text, StringComparison.Ordinal);
        Assert.DoesNotContain("other uncertain belief", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_with_an_ensemble_is_never_run_itself() =>
        Assert.Contains("stands for many", Assert.Throws<ArgumentException>(() => Simulation.Run(new Scenario { Ensemble = "cal" }, global::Simulator.Policies.Schedule.Silent)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_report_says_under_how_many_members_a_policy_leads()
    {
        ExperimentReading reading = Read(Yaml);
        var plan = ExperimentPlan.Of(reading, reading.Experiment!);
        Assert.Equal(ExitCode.Done, SmallExperiment.Run(plan, _folder["used"]).ExitCode);
        string text = Experiments.Reports.ReportWriter.Compose(_folder["used"], plan).Answer.Findings.Single(finding => finding.Id == "ensemble").Text;
        Assert.Contains("one of 40 sets that agree with the case (reading “few”; ", text, StringComparison.Ordinal);
        Assert.Contains("ahead of", text, StringComparison.Ordinal);
    }

    private void Refuses(string part, string instead, string expected) =>
        Assert.Contains(expected, Assert.Single(ExperimentFile.Read(Write(Yaml.Replace(part, instead, StringComparison.Ordinal)), []).Problems).Message, StringComparison.Ordinal);

    private ExperimentReading Read(string yaml)
    {
        ExperimentReading reading = ExperimentFile.Read(Write(yaml), []);
        Assert.Empty(reading.Problems);
        return reading;
    }

    private string Write(string yaml)
    {
        File.WriteAllText(_folder["uses.yaml"], yaml);
        return _folder["uses.yaml"];
    }

    private void Execute(string folder, string sql)
    {
        using SqliteConnection store = StoreConnection.Open(Path.Combine(_folder[folder], "results.sqlite"), SqliteOpenMode.ReadWrite);
        store.Execute(sql);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        File.Copy(Path.Combine(from, "results.sqlite"), Path.Combine(to, "results.sqlite"), overwrite: true);
    }

    /// <summary>A calibration that all tests share.</summary>
    public sealed class Calibrated : IDisposable
    {
        /// <summary>Calibrates.</summary>
        public Calibrated() => Assert.Equal(ExitCode.Done, SmallCalibration.Run(Folder, "cal").ExitCode);

        /// <summary>The folder that holds it.</summary>
        internal TemporaryFolder Folder { get; } = new();

        /// <inheritdoc/>
        public void Dispose() => Folder.Dispose();
    }
}
