using System.Net;
using Experiments;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps.Sensitivity;
using Experiments.Charts;
using Experiments.Config;
using Experiments.Deck.Slides;
using Experiments.Reports;
using Experiments.Running;
using Experiments.Sensitivity;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Tests.Running;
using Spectre.Console;

namespace Simulator.Tests.Sensitivity;

public sealed class SensitivityReportTests
{
    private static ExperimentPlan Run(TemporaryFolder folder, string yaml)
    {
        ExperimentPlan plan = SmallSweep.Plan(folder, yaml);
        Assert.Equal(ExitCode.Done, SmallExperiment.Run(plan, folder["results"]).ExitCode);
        return plan;
    }

    private static SensitivityReport Report(TemporaryFolder folder, ExperimentPlan plan) => Assert.IsType<SensitivityReport>(ReportWriter.Write(folder["results"], plan.Facts()));

    [Fact]
    public void Shares_of_variance_find_what_drives_net_value_and_nothing_in_what_cannot_matter()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Run(folder, SmallSensitivity.Yaml(SmallSensitivity.Indices));
        SensitivityReport report = Report(folder, plan);
        SensitivityOutcome money = report.Results.Outcomes[0];

        // Appetite sells; the poll comes after all that counts here, so that not one run differs.
        Assert.Equal(0, money.Sobol!.Order[0]);
        Assert.Equal(0, money.Sobol.Total[2].Mean);
        Assert.NotNull(money.Sobol.Luck);
        Assert.NotNull(money.Sobol.Second);
        Finding drivers = report.Answer.Findings.Single(finding => finding.Id == "drivers-net-value");
        Assert.StartsWith("Appetite", drivers.Title, StringComparison.Ordinal);
        Assert.Contains("is luck", drivers.Text, StringComparison.Ordinal);
        Assert.Contains("more is better", drivers.Text, StringComparison.Ordinal);
        Assert.InRange(report.Answer.Findings.Count, 3, 5);

        // The answer first: what it comes to over rows A and B, and what decides it.
        Assert.Equal(("worlds-net-value", 64), (report.Answer.Findings[0].Id, money.Worlds.Count));
        Assert.Contains("sending nothing", report.Answer.Findings[0].Title, StringComparison.Ordinal);
        Assert.Contains("What decides it most is appetite, more is better", report.Answer.Findings[0].Text, StringComparison.Ordinal);
        Assert.Equal((1, 0), (money.DirectionOf(0), money.DirectionOf(2)));
        Assert.Contains("appetite, trust lost and pull of the poll are varied here", File.ReadAllText(report.Page), StringComparison.Ordinal);
        Assert.DoesNotContain("has not been run in this experiment", File.ReadAllText(report.Page), StringComparison.Ordinal);
        Assert.InRange(report.Results.Outcomes[2].Censored!.Value, 0, 1);
        Assert.Equal(0L, Scalar(folder, "SELECT COUNT(*) FROM days"));
        Assert.Contains(report.Charts.OfType<Chart>(), chart => chart.Id == "drivers-net-value");
        Assert.Equal(Interactions.Sure(money.Sobol).Length > 0, report.Charts.OfType<Chart>().Any(chart => chart.Id == "interactions-net-value"));
        Assert.True(File.Exists(report.Page));
        Assert.Equal(
            1 + (12 * report.Results.Outcomes.Count(outcome => outcome.Pawn is not null)),
            File.ReadAllLines(Path.Combine(folder["results"], "tables", "indices.csv")).Length);
    }

    [Fact]
    public void Elementary_effects_find_the_same()
    {
        using var folder = new TemporaryFolder();
        SensitivityReport report = Report(folder, Run(folder, SmallSensitivity.Yaml(SmallSensitivity.Morris)));
        IReadOnlyList<Experiments.Sensitivity.MorrisEstimate?> effects = report.Results.Outcomes[0].Morris;

        Assert.True(effects[0]!.Size.Mean > effects[1]!.Size.Mean);
        Assert.Equal(0, effects[2]!.Size.Mean);
        Assert.NotNull(effects[0]!.Luck);
        Assert.Equal("worlds-net-value", report.Answer.Findings[0].Id);
        Assert.Contains("What moves it most is appetite", report.Answer.Findings[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("Appetite moves net value most", report.Answer.Findings[1].Title, StringComparison.Ordinal);
        Assert.Contains(report.Charts.OfType<Chart>(), chart => chart.Id == "screening-net-value" && chart.Data.Rows.Count == 3);
    }

    [Fact]
    public void The_console_the_page_and_the_slides_tell_of_a_design_and_not_of_a_method()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Run(folder, SmallSensitivity.Yaml(SmallSensitivity.Morris));
        SensitivityReport report = Report(folder, plan);
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 10_000;
        report.Show(console);
        string page = WebUtility.HtmlDecode(File.ReadAllText(report.Page));
        var source = new DeckSource(folder["results"], report, plan.Experiment!, DateTimeOffset.UnixEpoch);
        string[] asked = [.. QuestionSlides.Asked(source).Points];

        Assert.StartsWith("32 rows of a morris design over 3 factors, 2 replicates each.", text.ToString(), StringComparison.Ordinal);
        Assert.All(report.Answer.Findings, finding => Assert.Contains($"{finding.Title}. {finding.Text}", text.ToString(), StringComparison.Ordinal));
        Assert.Contains("3 factors · 8 trajectories · 32 rows · 2 replicates · 21 days · 200 followers at the start · seed 3", page, StringComparison.Ordinal);
        Assert.Contains("What moves it</h2>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("What drives it</h2>", page, StringComparison.Ordinal);
        Assert.Contains("“weekly” was compared with sending nothing.", asked);
        Assert.Contains("Each was run for 21 days on an audience that begins with 200 followers, 2 times with different luck.", asked);
        Assert.Contains(ParameterSlides.Of([source]), slide => slide.Remark == "8 trajectories change one factor after the other.");
    }

    [Fact]
    public void A_constant_outcome_and_a_study_whose_runs_all_failed_are_named_with_what_to_change()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Run(folder, SmallSensitivity.Yaml(SmallSensitivity.Indices, outcomes: "[net_value, undelivered]"));
        SensitivityReport constant = Report(folder, plan);
        Assert.Contains("is the same at every row", constant.Answer.Findings[^1].Text, StringComparison.Ordinal);
        Assert.Contains("Widen the ranges", constant.Answer.Findings[^1].Text, StringComparison.Ordinal);

        Change(folder, "DELETE FROM runs WHERE policy = 'weekly' AND point % 8 = 1 AND point > 176");
        SensitivityReport some = Report(folder, plan);
        Assert.Equal(10, some.Results.Outcomes[0].Incomplete);
        Assert.All(some.Results.Outcomes[0].Sobol!.Total, total => Assert.Equal(22, total.Count));
        Assert.Contains("10 base points lack a run", some.Answer.Findings[1].Text, StringComparison.Ordinal);

        Change(folder, "DELETE FROM runs WHERE policy = 'weekly'");
        Assert.Contains("No row has a value of net value", Report(folder, plan).Answer.Findings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_never_comes_is_told_as_such()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Run(folder, SmallSensitivity.Yaml(SmallSensitivity.Indices, outcomes: "[break_even_day]"));
        Change(folder, "UPDATE runs SET break_even_day = CASE WHEN point % 8 IN (0, 3) THEN 5 END");
        Assert.StartsWith("In 75% of the runs it never stays behind silence; whether and when it does hangs most on", Report(folder, plan).Answer.Findings[0].Title, StringComparison.Ordinal);

        Change(folder, "UPDATE runs SET break_even_day = NULL");
        Finding never = Assert.Single(Report(folder, plan).Answer.Findings);
        Assert.Equal("It never stays behind silence", never.Title);
        Assert.Contains("lengthen the horizon", never.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sweep_that_fills_the_space_is_told_by_its_distributions_too()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Run(folder, SmallSensitivity.Yaml("{kind: latinHypercube, points: 80}"));
        IReport report = ReportWriter.Write(folder["results"], plan.Facts());

        Assert.Contains(report.Answer.Findings, finding => finding.Id == "distribution-net-value" && finding.Title.StartsWith("Appetite", StringComparison.Ordinal));
        Assert.Contains(report.Charts.OfType<Chart>(), chart => chart.Id == "distributions-net-value");
    }

    [Fact]
    public void Notebooks_get_the_indices_of_the_report_as_typed_rows()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["sweep.yaml"], SmallSensitivity.Yaml(SmallSensitivity.Indices, outcomes: "[net_value]"));
        var results = Experiments.Notebooks.Results.Run(ExperimentFile.Read(folder["sweep.yaml"], []), folder.Path, TestContext.Current.CancellationToken);
        string[] table = File.ReadAllLines(Path.Combine(results.Folder, "tables", "indices.csv"));

        Assert.Equal(table.Length - 1, results.Indices.Count);
        Experiments.Notebooks.IndexRow first = results.Indices.Where(row => row.Kind == "total").MaxBy(row => row.Value.Mean)!;
        Assert.Equal(("appetite", "scenario.audience.appetite.mean", Simulator.Ledgers.Metric.NetValue), (first.Label, first.Path, first.Outcome));
        Assert.Contains(table, line => line.StartsWith("weekly,net_value,second,scenario.audience.appetite.mean,scenario.trust.loss,", StringComparison.Ordinal));
        Assert.EndsWith("%)", first.Value.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Results_do_not_depend_on_threads_and_the_report_is_the_same_twice()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSweep.Plan(folder, SmallSensitivity.Yaml(SmallSensitivity.Morris));
        SmallExperiment.Run(plan, folder["one"], threads: 1);
        SmallExperiment.Run(plan, folder["four"], threads: 4);
        Assert.Equal(File.ReadAllText(Path.Combine(folder["one"], "runs.csv")), File.ReadAllText(Path.Combine(folder["four"], "runs.csv")));
        Assert.Equal(
            ReportWriter.Compose(folder["one"], plan.Facts()).Answer.Findings.Select(finding => finding.Text),
            ReportWriter.Compose(folder["four"], plan.Facts()).Answer.Findings.Select(finding => finding.Text));
    }

    private static object? Scalar(TemporaryFolder folder, string sql)
    {
        using SqliteConnection store = StoreConnection.Open(Path.Combine(folder["results"], ResultStore.FileName), SqliteOpenMode.ReadOnly);
        return store.Scalar(sql);
    }

    private static void Change(TemporaryFolder folder, string sql)
    {
        using SqliteConnection store = StoreConnection.Open(Path.Combine(folder["results"], ResultStore.FileName), SqliteOpenMode.ReadWrite);
        store.Execute(sql);
    }
}
