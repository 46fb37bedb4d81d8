using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Charts;
using Experiments.Charts.Sweeps;
using Experiments.Charts.Sweeps.Inquiries;
using Experiments.Designs;
using Experiments.Discovery;
using Simulator.Ledgers;
using Simulator.Tests.Analysis.Inquiries;

namespace Simulator.Tests.Discovery;

public sealed class DiscoveryInquiryTests
{
    [Fact]
    public void The_finding_says_ranges_in_the_words_of_the_file_and_keeps_assumption_and_finding_apart()
    {
        SweepResults results = Results(400, (loss, seconds, _) => loss > 0.5 && seconds < 10 ? -3 : 2);
        string text = DiscoveryFinding.Of(results).First()!.Text;
        Assert.Contains("trust lost at full annoyance is above 50%", text, StringComparison.Ordinal);
        Assert.Matches("the work of a message is below (9.9|10) seconds", text);
        Assert.Matches("“mass” loses against “patient” \\(net value\\) in (9[3-9]|100)% \\(95% interval ", text);
        Assert.Contains("they are no probabilities", text, StringComparison.Ordinal);
        Assert.Contains("judged on the other", text, StringComparison.Ordinal);
        Interval beyond = WilsonInterval.Of(DiscoveryInquiry.Of(results)[0].Result!.Boxes[0].Beyond.Count.Cases, DiscoveryInquiry.Of(results)[0].Result!.Boxes[0].Beyond.Count.Points)!.Value;
        Assert.Contains($"in {Wording.Glance(beyond, percent: true)} of the beliefs where", DiscoveryFinding.Of(results).First()!.Title, StringComparison.Ordinal);
        DiscoveryInquiry inquiry = Assert.Single(DiscoveryInquiry.Of(results));
        Assert.Equal([0, 1], inquiry.Result!.Boxes[0].Box.Dimensions.Order());
        Assert.Same(inquiry, DiscoveryInquiry.Of(results)[0]);
    }

    [Fact]
    public void An_outcome_that_is_better_low_loses_where_there_is_more_of_it()
    {
        SweepResults results = Results(300, (loss, _, _) => loss > 0.5 ? 1 : -1, outcome: Metric.Complaints);
        FoundBox box = DiscoveryInquiry.Of(results)[0].Result!.Boxes[0];
        Assert.Equal((0, Side.Low), (box.Box.Restrictions[0].Dimension, box.Box.Restrictions[0].Side));
    }

    [Fact]
    public void A_constant_verdict_has_no_box_and_says_so()
    {
        Assert.Contains("never loses against “patient”: not at one of 200 sampled beliefs", Refusal(Results(200, (_, _, _) => 1)), StringComparison.Ordinal);
        Assert.Contains("loses against “patient” at all 200 sampled beliefs", Refusal(Results(200, (_, _, _) => -1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_losses_failed_points_and_constant_factors_are_named_with_what_to_change()
    {
        Assert.Contains("at only 7 points of 200", Refusal(Results(200, (_, _, point) => point < 7 ? -1 : 1)), StringComparison.Ordinal);
        Assert.Contains("exchange 'policy' and 'against'", Refusal(Results(200, (_, _, point) => point < 7 ? 1 : -1)), StringComparison.Ordinal);
        Assert.Contains("narrow the ranges that make them fail", Refusal(Results(200, (_, _, _) => double.NaN)), StringComparison.Ordinal);
        Assert.Contains("vary more", Refusal(Results(200, (_, _, point) => point % 2 == 0 ? 1 : -1, isConstant: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void Points_that_failed_are_left_out_and_counted()
    {
        SweepResults results = Results(400, (loss, _, point) => point % 10 == 0 ? double.NaN : loss > 0.5 ? -1 : 1);
        DiscoveryInquiry inquiry = DiscoveryInquiry.Of(results)[0];
        Assert.Equal((360, 40), (inquiry.Used.Count, inquiry.Unknown));
        Assert.NotEmpty(inquiry.Result!.Boxes);
    }

    [Fact]
    public void Verdicts_without_a_pattern_have_no_box_and_charts_say_why()
    {
        SweepResults results = Results(300, (_, _, point) => MadePoints.Uniform(77, 5, point) < 0.4 ? -1 : 1);
        Assert.Contains("no box of ranges holds more of these cases than chance would", DiscoveryFinding.Of(results).First()!.Text, StringComparison.Ordinal);
        Assert.All(Charts(results).Where(chart => chart.Id != BoxTreeChart.Id), chart => Assert.IsType<OmittedChart>(chart));
    }

    [Fact]
    public void Its_charts_carry_what_they_draw()
    {
        SweepResults results = Results(400, (loss, seconds, _) => loss > 0.5 && seconds < 10 ? -3 : 2);
        Chart[] charts = [.. Charts(results).Cast<Chart>()];
        Assert.Equal([BoxChart.Id, BoxMapChart.Id, BoxTradeOffChart.Id, BoxTreeChart.Id], charts.Select(chart => chart.Id));
        Assert.Equal(400, charts[1].Data.Rows.Count);
        Assert.InRange(charts[1].Data.Rows.Count(row => row[^1] == "1"), 80, 135);
        Assert.All(charts, chart => Assert.NotEmpty(chart.AltText));
        Assert.All(charts, chart => Assert.NotEmpty(chart.Narrow.Data));
    }

    private static IEnumerable<ChartEntry> Charts(SweepResults results)
    {
        var context = SweepChartContext.Of(results, new Answer([.. DiscoveryFinding.Of(results).OfType<Finding>()]));
        return new[] { BoxChart.Draw, BoxMapChart.Draw, BoxTradeOffChart.Draw, (Func<SweepChartContext, IEnumerable<ChartEntry>>)BoxTreeChart.Draw }.SelectMany(draw => draw(context));
    }

    private static string Refusal(SweepResults results) => DiscoveryFinding.Of(results).First()!.Text;

    // Two policies over two ranges; the difference of the first from the second is given.
    private static SweepResults Results(int count, Func<double, double, int, double> difference, Metric outcome = Metric.NetValue, bool isConstant = false)
    {
        Factor[] factors =
        [
            new() { Path = "scenario.trust.loss", Label = "trust lost at full annoyance", Say = "{%} of trust lost", Range = new FactorRange(0, 1, false, false) },
            new() { Path = "policies.patient.delivery.secondsPerDm", Label = "the work of a message", Unit = "seconds", Range = new FactorRange(2, 50, true, false) },
        ];
        var points = new List<SweepPoint>();
        var groups = new Dictionary<RunGroup, IReadOnlyDictionary<Metric, ReplicateSample>>();
        for (int point = 0; point < count; point++)
        {
            SweepValue[] values = [.. factors.Select((factor, dimension) => factor.At(isConstant ? 0.5 : MadePoints.Uniform(55, dimension, point))).Select(level => new SweepValue(level.Text, level.Number))];
            double gap = difference(values[0].Number!.Value, values[1].Number!.Value, point);
            points.Add(new SweepPoint(point, "", values));
            groups[new RunGroup(point, "mass", null)] = new Dictionary<Metric, ReplicateSample> { [outcome] = SyntheticSweep.Sample(gap + 1, gap + 2) };
            groups[new RunGroup(point, "patient", null)] = new Dictionary<Metric, ReplicateSample> { [outcome] = SyntheticSweep.Sample(1.1, 1.9) };
        }

        var facts = new ExperimentFacts("made-up", "When?", 1, 2, null, 365, 1000, "0123456789abcdef")
        {
            Sweep = new Sweep(new Design { Kind = Design.Sobol, Points = count }, factors),
            Outcomes = [MetricInfo.Of(outcome).Name],
            Analyses = ["discovery"],
            Discovery = new DiscoverySettings { Resamples = 20 },
        };
        SweepCell[] cells = [new(points[0], "mass", new Dictionary<Metric, ReplicateSample>())];
        return new SweepResults(facts, [AnswerOutcome.Of(outcome, true)], points, ["mass", "patient"], cells, []) { Runs = new RunTable(groups) };
    }
}
