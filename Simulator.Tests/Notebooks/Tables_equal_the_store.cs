using Experiments.Analysis;
using Experiments.Config;
using Experiments.Notebooks;
using Experiments.Reports;
using Simulator.Ledgers;

namespace Simulator.Tests.Notebooks;

public sealed class Tables_equal_the_store(SmallResults small) : IClassFixture<SmallResults>
{
    private readonly Results _results = small.Results;

    [Fact]
    public void Every_outcome_of_every_run_is_the_stores()
    {
        Assert.Equal(6 * 3 * 30, _results.Runs.Count);
        foreach (MetricInfo info in MetricInfo.All)
        {
            double[] stored = small.Query($"SELECT {info.Name} FROM runs r JOIN policies p ON p.name = r.policy ORDER BY point, p.position, replicate");
            Assert.Equal(stored, _results.Runs.Select(run => run[info.Metric] ?? double.NaN));
            Assert.Equal(stored, _results.Runs.Select(run => run[info.Name] ?? double.NaN));
        }
    }

    [Fact]
    public void Horizons_segments_and_days_are_the_stores()
    {
        Assert.Equal(
            small.Query("SELECT net_value FROM horizons h JOIN policies p ON p.name = h.policy ORDER BY point, p.position, replicate, horizon"),
            _results.Horizons.OrderBy(row => row.Point).ThenBy(row => Place(row.Policy)).ThenBy(row => row.Replicate).ThenBy(row => row.Days).Select(row => row[Metric.NetValue]!.Value));
        Assert.Equal([5, 14], _results.Horizons.Select(row => row.Days).Distinct().Order());
        Assert.Equal(
            small.Query("SELECT trust_debt FROM segments s JOIN policies p ON p.name = s.policy ORDER BY point, p.position, replicate, segment"),
            _results.Segments.OrderBy(row => row.Point).ThenBy(row => Place(row.Policy)).ThenBy(row => row.Replicate).ThenBy(row => row.Segment, StringComparer.Ordinal).Select(row => row[Metric.TrustDebt] ?? double.NaN));
        IReadOnlyList<DayRow> days = _results.Days(Metric.NetValue, Metric.IcebergRatio);
        foreach ((string column, Func<DayRow, double?> value) in new (string, Func<DayRow, double?>)[] { ("mean", day => day.Mean), ("sd", day => day.Sd), ("p05", day => day.P05), ("p25", day => day.P25), ("p50", day => day.P50), ("p75", day => day.P75), ("p95", day => day.P95) })
        {
            Assert.Equal(
                small.Query($"SELECT {column} FROM days d JOIN policies p ON p.name = d.policy WHERE metric IN ('net_value', 'iceberg_ratio') ORDER BY point, p.position, metric DESC, day"),
                days.Select(day => value(day) ?? double.NaN));
        }
    }

    [Fact]
    public void A_value_that_cannot_be_computed_is_null()
    {
        Assert.All(_results.Of("silent"), run => Assert.Null(run[Metric.IcebergRatio]));
        Assert.All(_results.Segments, row => Assert.Null(row[Metric.NetValue]));
    }

    [Fact]
    public void Varied_values_are_read_by_the_end_of_their_path()
    {
        Assert.Equal(["policies.weekly.sends[0].every", "policies.weekly.sends[0].message"], _results.Varied);
        Assert.Equal([3, 5, 7], _results.Runs.Select(run => run.Number("every")).Distinct().Order());
        Assert.Equal("every", _results.LabelOf("sends[0].every"));
        Assert.Equal(["book", "chat"], _results.Points.Select(point => point.Text("policies.weekly.sends[0].message")).Distinct().Order());
    }

    [Fact]
    public void A_question_in_linq_gives_the_numbers_of_the_report()
    {
        var above = _results.Of("weekly")
            .GroupBy(run => run.Point)
            .Select(cell => (Point: cell.Key, Above: cell.Difference(_results.Of("silent").Where(run => run.Point == cell.Key), Metric.NetValue)!.Value))
            .ToDictionary(cell => cell.Point, cell => cell.Above);

        var report = (SweepReport)FinishedReport.Open(Path.Combine(small.Path, small.Name));
        Assert.All(report.Results.Of("weekly"), cell =>
        {
            Interval expected = cell.Of(report.Results.Main).Interval!.Value;
            Assert.Equal(expected.Mean, above[cell.Point.Index].Mean, 1e-9);
            Assert.Equal(expected.Low!.Value, above[cell.Point.Index].Low!.Value, 1e-9);
            Assert.Equal(expected.High!.Value, above[cell.Point.Index].High!.Value, 1e-9);
        });
    }

    [Fact]
    public void A_comparison_in_code_gives_the_runs_and_days_of_the_folder()
    {
        var setup = Setup.Read(SmallResults.Yaml);
        int point = _results.Points.Single(point => point.Number("every") == 7 && point.Text("message") == "book").Point;

        var comparison = Comparison.Run(setup.Scenario, setup.Policies, replicates: 30, seed: 3);

        RunRow[] stored = [.. _results.Runs.Where(run => run.Point == point)];
        Assert.Equal(_results.Policies, comparison.Policies);
        Assert.Equal(stored.Select(run => (run.Policy, run.Replicate)), comparison.Runs.Select(run => (run.Policy, run.Replicate)));
        Assert.All(MetricInfo.All, info => Assert.Equal(stored.Select(run => run[info.Metric]), comparison.Runs.Select(run => run[info.Metric])));
        Assert.Equal(
            _results.Days(Metric.TrustDebt).Where(day => day.Point == point).Select(day => (day.Policy, day.Day, day.Mean, day.Sd, day.P05, day.P95)),
            comparison.Days(Metric.TrustDebt).Select(day => (day.Policy, day.Day, day.Mean, day.Sd, day.P05, day.P95)));
    }

    [Fact]
    public void An_experiment_that_ran_is_opened_and_not_run_again()
    {
        string store = Path.Combine(small.Path, small.Name, "results.sqlite");
        DateTime before = File.GetLastWriteTimeUtc(store);

        Results again = small.Run();

        Assert.Equal(before, File.GetLastWriteTimeUtc(store));
        Assert.Equal(_results.Hash, again.Hash);
        Assert.Equal(ExperimentFile.ReadText(SmallResults.Yaml, "text", []).Hash, again.Hash);
    }

    [Fact]
    public void Findings_and_charts_are_those_of_the_report()
    {
        IReport report = FinishedReport.Open(Path.Combine(small.Path, small.Name));
        Assert.Equal(report.Answer.Findings.Select(finding => (finding.Id, finding.Title, finding.Text)), _results.Findings.Select(finding => (finding.Id, finding.Title, finding.Text)));
        Assert.Equal(report.Charts.OfType<Experiments.Charts.Chart>().Select(chart => chart.Id), _results.ChartNames);
        Assert.All(report.Charts.OfType<Experiments.Charts.Chart>(), chart =>
        {
            Assert.Equal((chart.Title, chart.Caption, chart.AltText), (_results.Chart(chart.Id).Title, _results.Chart(chart.Id).Caption, _results.Chart(chart.Id).AltText));
            using var table = new StringWriter();
            chart.Data.Write(table);
            Assert.Equal(table.ToString(), _results.Chart(chart.Id).ToCsv());
        });
    }

    [Fact]
    public void The_newest_results_are_found_from_a_folder_below()
    {
        string notebooks = Directory.CreateDirectory(Path.Combine(small.Above, "notebooks", "mine")).FullName;
        string expected = Path.Combine(small.Path, small.Name);

        Assert.Equal(expected, NotebookFolders.Latest("sweep", notebooks));
        Assert.Equal(expected, NotebookFolders.Find($"results/{small.Name}", notebooks));
    }

    private int Place(string policy) => _results.Policies.ToList().IndexOf(policy);
}
