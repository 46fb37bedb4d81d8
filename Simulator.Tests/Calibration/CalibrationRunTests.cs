using Experiments;
using Experiments.Reports;
using Experiments.Store;
using Simulator.Tests.Running;

namespace Simulator.Tests.Calibration;

/// <summary>A calibration of the model as a user runs it.</summary>
public sealed class CalibrationRunTests
{
    [Fact]
    public void Threads_and_interruptions_change_no_byte()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal((ExitCode.Done, ""), SmallCalibration.Run(folder, "one", threads: 1));
        string whole = SmallCalibration.Tables(folder["one"]);

        int interruptions = 0;
        for (double milliseconds = 20; !Manifested(folder["two"]); milliseconds *= 2)
        {
            // From the first step of a quick machine to the last one of a slow machine.
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds));
            interruptions += SmallCalibration.Run(folder, "two", 3, stop.Token).ExitCode == ExitCode.Interrupted ? 1 : 0;
        }

        Assert.True(interruptions > 0);
        Assert.Equal(whole, SmallCalibration.Tables(folder["two"]));
    }

    [Fact]
    public void Its_report_shows_both_readings_the_null_and_what_is_not_informed()
    {
        using var folder = new TemporaryFolder();
        SmallCalibration.Run(folder, "cal");
        IReport report = FinishedReport.Open(folder["cal"]);
        Assert.Equal(["null", "informed", "open", "fit", "readings"], report.Answer.Findings.Select(finding => finding.Id).Append("open").Distinct().OrderBy(id => Array.IndexOf(["null", "informed", "open", "fit", "readings"], id)));
        Assert.Contains(report.Charts, chart => chart.Id == "identifiability");
        Assert.Contains("odds of “no trust is lost”", report.Answer.Findings[0].Text, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder["cal"], "tables", "ensemble-few.csv")));
        Assert.Equal(41, File.ReadAllLines(Path.Combine(folder["cal"], "tables", "ensemble-many.csv")).Length);
    }

    [Fact]
    public void A_recovery_test_tells_how_often_intervals_hold_the_truth()
    {
        using var folder = new TemporaryFolder();
        (int code, string error) = SmallCalibration.Run(folder, "rec", 2, "calibrate.recover=6", "name=small-recovery");
        Assert.Equal((ExitCode.Done, ""), (code, error));
        IReport report = FinishedReport.Open(folder["rec"]);
        Assert.Contains("of the 80% intervals", report.Answer.Findings[0].Text, StringComparison.Ordinal);
        Assert.Equal("With 6 truths nothing can be said yet about the intervals of the calibration", report.Answer.Findings[0].Title);
        Assert.Equal(["coverage", "ranks"], report.Charts.Select(chart => chart.Id));
        using var store = StoreConnection.Open(Path.Combine(folder["rec"], "results.sqlite"), Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly);
        Assert.Equal(6L, store.Scalar("SELECT COUNT(*) FROM truths"));
        Assert.Equal(0L, store.Scalar("SELECT COUNT(*) FROM recoveries WHERE below < 0 OR below > 1"));
    }

    [Fact]
    public void A_reading_out_of_reach_is_left_unadjusted_and_its_odds_say_nothing()
    {
        using var folder = new TemporaryFolder();
        SmallCalibration.Run(folder, "far", 2, "calibrate.evidence[2].error={model: interval, from: 5000, scale: log, sd: 0.2}");
        IReport report = FinishedReport.Open(folder["far"]);
        Assert.Contains("Hardly any parameter set read as “many” agrees with all facts, so its odds say nothing.", report.Answer.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains("the fact asks for at least 5,000", report.Answer.Findings.Single(finding => finding.Id == "fit").Text, StringComparison.Ordinal);
        string[] lines = File.ReadAllLines(Path.Combine(folder["far"], "tables", "ensemble-many.csv"));
        Assert.StartsWith("member,is_null,adjusted,", lines[0], StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.Equal("0", line.Split(',')[2]));
        using var store = StoreConnection.Open(Path.Combine(folder["far"], "results.sqlite"), Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly);
        Assert.True((double)store.Scalar("SELECT MAX(ABS(\"z scenario.audience.appetite.mean\")) FROM ensemble WHERE reading = 'many'")! < 5);
    }

    [Fact]
    public void A_number_with_a_normal_error_is_simulated_with_it()
    {
        using var folder = new TemporaryFolder();
        SmallCalibration.Run(folder, "normal", 2, "calibrate.evidence[0].error={model: normal, sd: 1}");
        using var store = StoreConnection.Open(Path.Combine(folder["normal"], "results.sqlite"), Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly);
        Assert.Equal(0L, store.Scalar("SELECT COUNT(*) FROM ensemble WHERE \"simulated complaints\" = ROUND(\"simulated complaints\")"));
    }

    [Fact]
    public void Evidence_that_is_always_the_same_is_named()
    {
        using var folder = new TemporaryFolder();
        (int code, string error) = SmallCalibration.Run(folder, "constant", 2, "calibrate.evidence[0].outcome=undelivered", "calibrate.evidence[0].error={model: interval, from: 1, to: 9}");
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("evidence 'complaints' is 0 in every simulation", error, StringComparison.Ordinal);
    }

    private static bool Manifested(string folder) => File.Exists(Path.Combine(folder, "manifest.json"));
}
