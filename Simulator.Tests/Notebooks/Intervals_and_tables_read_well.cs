using Experiments.Analysis;
using Experiments.Notebooks;
using Simulator.Ledgers;

namespace Simulator.Tests.Notebooks;

public sealed class Intervals_and_tables_read_well(SmallResults small) : IClassFixture<SmallResults>
{
    private readonly Results _results = small.Results;

    [Fact]
    public void Means_and_differences_are_those_of_the_analysis()
    {
        RunRow[] weekly = [.. _results.Of("weekly").Where(run => run.Point == 1)];
        RunRow[] warm = [.. _results.Of("warm").Where(run => run.Point == 1)];

        Assert.Equal(Estimate.Of(MeanInterval.Of([.. weekly.Select(run => run[Metric.Sales]!.Value)])!.Value), weekly.Mean(Metric.Sales));
        Assert.Equal(
            Estimate.Of(MeanInterval.Of([.. weekly.Zip(warm, (one, other) => one[Metric.Sales]!.Value - other[Metric.Sales]!.Value)])!.Value),
            weekly.Difference(warm, Metric.Sales));
        Assert.True(weekly.Difference(warm, Metric.NetValue)!.Value.Above < weekly.UnpairedDifference(warm, Metric.NetValue)!.Value.Above);
        Assert.Equal(30, weekly.Mean(Metric.Sales)!.Value.Count);
    }

    [Theory]
    [InlineData(18_047.3, "18,000")]
    [InlineData(-557.2, "−560")]
    [InlineData(1.428, "1.4")]
    [InlineData(0, "0")]
    [InlineData(double.NaN, "–")]
    public void A_size_has_two_digits_that_count(double value, string expected) => Assert.Equal(expected, Words.About(value));

    [Fact]
    public void Differences_judged_together_are_wider_as_in_the_report()
    {
        // Student's t with 2 degrees of freedom has a closed form: (2p − 1)·√(1/(2p(1 − p))).
        static double Quantile(double p) => ((2 * p) - 1) * Math.Sqrt(1 / (2 * p * (1 - p)));
        double[] differences = [1, 2, 6];
        double error = Math.Sqrt(differences.Sum(value => Math.Pow(value - 3, 2)) / 2 / 3);
        RunRow[] Runs(IEnumerable<double> sales) => [.. sales.Select((value, replicate) => new RunRow(new PointRow(0, "", VariedValues.None), "p", replicate, [.. MetricInfo.All.Select(info => info.Metric == Metric.Sales ? value : double.NaN)]))];

        Estimate alone = Runs(differences).Difference(Runs([0, 0, 0]), Metric.Sales)!.Value;
        Estimate together = Runs(differences).Difference(Runs([0, 0, 0]), Metric.Sales, comparisons: 3)!.Value;

        Assert.Equal(3 + (Quantile(1 - (0.05 / 2)) * error), alone.High!.Value, 1e-9);
        Assert.Equal(3 + (Quantile(1 - (0.05 / 6)) * error), together.High!.Value, 1e-9);
        Assert.Equal(3 - (Quantile(1 - (0.05 / 6)) * error), together.Low!.Value, 1e-9);
    }

    [Fact]
    public void Several_points_are_averaged_before_replicates_are_counted()
    {
        Estimate over = _results.Of("weekly").Mean(Metric.Sales)!.Value;

        double[] byReplicate = [.. _results.Of("weekly").GroupBy(run => run.Replicate).OrderBy(runs => runs.Key).Select(runs => runs.Average(run => run[Metric.Sales]!.Value))];
        Assert.Equal(30, over.Count);
        Assert.Equal(Estimate.Of(MeanInterval.Of(byReplicate)!.Value), over);
    }

    [Fact]
    public void Points_are_paired_by_replicate_where_policies_have_none_in_common()
    {
        RunRow[] rare = [.. _results.Of("weekly").Where(run => run.Number("every") == 7 && run.Text("message") == "book")];
        RunRow[] often = [.. _results.Of("weekly").Where(run => run.Number("every") == 3 && run.Text("message") == "book")];

        Assert.Equal(rare.Zip(often, (one, other) => one[Metric.Sales]!.Value - other[Metric.Sales]!.Value), rare.Differences(often, Metric.Sales));
    }

    [Fact]
    public void Nothing_gives_no_estimate()
    {
        Assert.Null(Intervals.Mean([]));
        Assert.Null(_results.Of("silent").Mean(Metric.IcebergRatio));
        Assert.Null(_results.Of("silent").Ratio(Metric.Harmed, Metric.Complaints));
        Assert.Null(Intervals.Share(0, 0));
    }

    [Fact]
    public void An_estimate_in_a_sentence_gives_its_interval_in_its_unit()
    {
        Assert.Equal("518 (95% interval 512 to 524)", $"{new Estimate(518, 512, 524, 40)}");
        Assert.Equal("12.0% (95% interval 11.0% to 13.0%)", $"{new Estimate(0.12, 0.11, 0.13, 40, "%")}");
        Assert.Equal("−2.0 percentage points (95% interval −3.0 to −1.0)", $"{new Estimate(-0.02, -0.03, -0.01, 40, "percentage points")}");
        Assert.Equal("7", $"{new Estimate(7, null, null, 1)}");
        Assert.Equal("0%", $"{new Estimate(0, 0, 0, 40, "%")}");
        Assert.Equal("%", _results.Of("weekly").Mean(Metric.TrustDebt)!.Value.Unit);
        Assert.Equal("percentage points", _results.Of("weekly").Difference(_results.Of("warm"), Metric.TrustDebt)!.Value.Unit);
    }

    [Fact]
    public void A_table_names_its_columns_in_words_and_says_how_much_it_leaves_out()
    {
        var rows = new[]
        {
            new { PolicyName = "weekly", NetValue = (double?)1234.6, Gain = (Estimate?)new Estimate(3, 2, 4, 9), LTV = 1 },
            new { PolicyName = "a & b", NetValue = (double?)null, Gain = (Estimate?)null, LTV = 22 },
            new { PolicyName = "rest", NetValue = (double?)0.5, Gain = (Estimate?)null, LTV = 3 },
        };

        var table = Table.Of(rows, most: 2);

        Assert.Equal(
            """
            policy name  net value               gain  LTV
            weekly           1,235  3.0 (2.0 to 4.0)    1
            a & b                –                  –   22
            2 of 3 rows are shown.
            """.Split('\n').Select(Spaces),
            table.ToString().Split('\n').Select(Spaces));
        string html = (string)table.ToMimeBundle()["text/html"];
        Assert.Contains("a &amp; b", html, StringComparison.Ordinal);
        Assert.Contains("<small style=\"opacity: 0.7\">2.0 to 4.0</small>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_outcomes_show_where_they_stand()
    {
        Assert.StartsWith("point policy replicate every message sales net_value trust_debt complaints", Spaces(Table.Of(_results.Runs).ToString().Split('\n')[0]), StringComparison.Ordinal);
        Assert.StartsWith("point policy replicate every message days sales", Spaces(Table.Of(_results.Horizons).ToString().Split('\n')[0]), StringComparison.Ordinal);
        Assert.StartsWith("point policy replicate every message segment trust_debt complaints", Spaces(Table.Of(_results.Segments).ToString().Split('\n')[0]), StringComparison.Ordinal);
        Assert.Equal("There are no rows.", Table.Of(Array.Empty<string>()).ToString().Split('\n')[^1]);
    }

    [Fact]
    public void Results_describe_themselves_without_a_path()
    {
        string text = (string)_results.ToMimeBundle()["text/plain"];

        Assert.Contains("6 points (varied: every and message)", text, StringComparison.Ordinal);
        Assert.Contains($"n = 30 replicates · seed 3 · experiment {_results.Hash[..8]}", text, StringComparison.Ordinal);
        Assert.DoesNotContain(small.Above, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Polyglot_Notebooks_find_the_formatters_by_their_names()
    {
        Assert.All(new[] { typeof(Chart), typeof(Table), typeof(Prose), typeof(Results) }, type =>
        {
            object attribute = type.GetCustomAttributes(false).Single(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");
            var source = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
            var formatters = (IEnumerable<object>)source.GetMethod("CreateTypeFormatters")!.Invoke(Activator.CreateInstance(source), null)!;
            Assert.All(formatters, formatter => Assert.NotNull(formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)));
            object html = formatters.First(formatter => (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)! == "text/html");
            using var writer = new StringWriter();
            Assert.True((bool)html.GetType().GetMethod("Format")!.Invoke(html, [Table.Of([1, 2]), writer])!);
            Assert.Contains("<table", writer.ToString(), StringComparison.Ordinal);
            Assert.False((bool)html.GetType().GetMethod("Format")!.Invoke(html, [Prose.Say("text"), writer])!);
        });
    }

    private static string Spaces(string line) => System.Text.RegularExpressions.Regex.Replace(line.Trim(), " +", " ");
}
