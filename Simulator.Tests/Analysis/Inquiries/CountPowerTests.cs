using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Analysis.Sweeps.Inquiries;
using MathNet.Numerics.Distributions;
using Simulator.Ledgers;

namespace Simulator.Tests.Analysis.Inquiries;

public sealed class CountPowerTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(1.5)]
    [InlineData(2.5)]
    public void A_normal_count_pushed_down_is_seen_as_often_as_the_formula_says(double shift)
    {
        // Power Φ(d − 1.645).
        double truth = Normal.CDF(0, 1, shift - 1.6449);
        Interval power = CountPower.Of(new ReplicateSample(SyntheticSweep.Normals(21, 1000, 1000 - (10 * shift), 10)), new ReplicateSample(SyntheticSweep.Normals(20, 1000, 1000, 10)), 1)!.Value;
        Assert.Equal(0, power.SideOf(truth));
        Assert.InRange(power.Mean, truth - 0.07, truth + 0.07);
    }

    [Fact]
    public void False_alarms_of_a_harmless_world_are_one_in_twenty_and_no_more()
    {
        // Independent and matched alike; 20 replicates are just enough.
        foreach (int count in new[] { 20, 40, 399 })
        {
            var harmless = new ReplicateSample(SyntheticSweep.Normals(22, count, 1000, 10));
            Assert.Equal(Math.Floor(0.05 * count) / count, CountPower.Of(harmless, harmless, 1)!.Value.Mean, 12);
        }

        int alarms = Enumerable.Range(0, 200).Sum(trial => (int)Math.Round(60 * CountPower.Of(
            new ReplicateSample(SyntheticSweep.Normals((uint)(500 + trial), 60, 0, 1)), new ReplicateSample(SyntheticSweep.Normals((uint)(900 + trial), 60, 0, 1)), 1)!.Value.Mean));

        // 5% of 12,000 are 600. Runs that share a limit vary together: four standard errors of the mean over trials are about 110.
        Assert.InRange(alarms, 490, 710);
    }

    [Fact]
    public void Its_interval_holds_the_uncertainty_of_the_limit_too()
    {
        double truth = Normal.CDF(0, 1, 1.5 - 1.6449);
        int covered = Enumerable.Range(0, 200).Count(trial => CountPower.Of(
            new ReplicateSample(SyntheticSweep.Normals((uint)(2000 + trial), 100, -1.5, 1)),
            new ReplicateSample(SyntheticSweep.Normals((uint)(3000 + trial), 100, 0, 1)),
            1)!.Value.SideOf(truth) == 0);
        Assert.InRange(covered, 175, 200);
    }

    [Fact]
    public void Fewer_than_twenty_replicates_have_no_limit() =>
        Assert.Null(CountPower.Of(new ReplicateSample(new double[19]), new ReplicateSample(new double[19]), 1));

    [Fact]
    public void The_finding_names_the_loss_its_power_and_the_smallest_level_that_shows()
    {
        // The count falls by 0, 1 and 5 standard deviations after a year, by nothing after a week; a tenth of the trust is missing per level.
        double[]? Runs(int point, string policy, Metric metric, int? days) => metric switch
        {
            Metric.Followers => SyntheticSweep.Normals(31, 200, 1000 - (days == 7 ? 0 : new[] { 0, 10, 50 }[point]), 10),
            Metric.TrustCapital => [.. Enumerable.Repeat(policy == "silent" ? 1000.0 : 1000 - (100 * point), 200)],
            _ => null,
        };
        SweepResults results = SyntheticSweep.Of("loss", [0, 0.2, 0.8], Runs, PowerInquiry.Needs, [7, 365]);

        PowerInquiry inquiry = PowerInquiry.Of(results)!;
        var finding = PowerFinding.Of(results).First()!;

        Assert.Null(inquiry.Smallest(SyntheticSweep.Blast, 7));
        Assert.Equal("0.8", inquiry.Smallest(SyntheticSweep.Blast, 365)!.Point.Name);
        Assert.Equal(0.2, inquiry.Of(SyntheticSweep.Blast, 365)[^1].Missing!.Value.Mean, 9);
        Assert.Equal(1, Math.Round(inquiry.Of(SyntheticSweep.Blast, 365)[1].Shortfall!.Value.Mean, 1));
        Assert.StartsWith("No dip proves little: after a week the count shows a loss of 20% of the trust capital in 5.0% of runs", finding.Title, StringComparison.Ordinal);
        Assert.EndsWith("after a year, a loss of 20% of the trust capital in 100%", finding.Title, StringComparison.Ordinal);
        Assert.Contains("shown in 80% of runs: 0.8 after a year (20% of the trust capital); none after a week", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_horizons_the_first_week_and_the_end_are_left()
    {
        double[]? Runs(int point, string policy, Metric metric, int? days) =>
            metric is Metric.Followers or Metric.FollowersDay7 ? SyntheticSweep.Normals(32, 100, 1000 - (30 * point), 10) : null;
        PowerInquiry inquiry = PowerInquiry.Of(SyntheticSweep.Of("loss", [0, 1], Runs, PowerInquiry.Needs, []))!;
        Assert.Equal([7, 365], inquiry.Days);
        Assert.All(inquiry.Cells, cell => Assert.Null(cell.Missing));
    }
}
