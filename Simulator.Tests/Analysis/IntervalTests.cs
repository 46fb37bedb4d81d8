using Experiments.Analysis;
using Simulator.Ledgers;

namespace Simulator.Tests.Analysis;

public sealed class IntervalTests
{
    [Fact]
    public void The_t_interval_of_five_values_is_the_textbook_one()
    {
        // Mean 3, s = √2.5, t(4; 0.975) = 2.776445: half width 2.776445·√0.5.
        Interval interval = MeanInterval.Of([1, 2, 3, 4, 5])!.Value;

        Assert.Equal(3, interval.Mean, 12);
        Assert.Equal(3 - 1.963243, interval.Low!.Value, 5);
        Assert.Equal(3 + 1.963243, interval.High!.Value, 5);
    }

    [Fact]
    public void One_replicate_has_a_mean_but_no_interval()
    {
        Interval interval = MeanInterval.Of([7.0])!.Value;

        Assert.Equal(7, interval.Mean);
        Assert.False(interval.HasBounds);
        Assert.Equal(0, interval.SideOf(0));
    }

    [Fact]
    public void A_ratio_of_means_has_its_delta_method_interval()
    {
        // Means 20/2 = 10; residuals 18 − 10, 20 − 20, 22 − 30; s = 8, standard error 8/(2·√3), t(2; 0.975) = 4.302653.
        Interval ratio = RatioInterval.Of([(18.0, 1.0), (20.0, 2.0), (22.0, 3.0)])!.Value;

        Assert.Equal(10, ratio.Mean, 12);
        Assert.Equal(10 - (4.302653 * 8 / (2 * Math.Sqrt(3))), ratio.Low!.Value, 5);
        Assert.Equal(10 + (4.302653 * 8 / (2 * Math.Sqrt(3))), ratio.High!.Value, 5);
    }

    [Fact]
    public void A_ratio_of_means_keeps_runs_with_nothing_below()
    {
        Assert.Equal(6, RatioInterval.Of([(4.0, 0.0), (8.0, 2.0)])!.Value.Mean, 12);
        Assert.Null(RatioInterval.Of([(4.0, 0.0)]));
        Assert.Null(RatioInterval.Of([]));
        Assert.False(RatioInterval.Of([(4.0, 2.0)])!.Value.HasBounds);
    }

    [Fact]
    public void No_value_has_no_mean() => Assert.Null(MeanInterval.Of([]));

    [Theory]
    [InlineData(0, 10, 0, 0.27753)]
    [InlineData(10, 10, 0.72247, 1)]
    [InlineData(8, 10, 0.49016, 0.94332)]
    [InlineData(54, 65, 0.72184, 0.90279)]
    public void The_Wilson_interval_has_its_published_values(int successes, int trials, double low, double high)
    {
        Interval interval = WilsonInterval.Of(successes, trials)!.Value;

        Assert.Equal(low, interval.Low!.Value, 3);
        Assert.Equal(high, interval.High!.Value, 3);
        Assert.Equal((double)successes / trials, interval.Mean, 12);
    }

    [Fact]
    public void None_of_n_and_n_of_n_reach_the_ends_exactly()
    {
        Assert.Equal(0, WilsonInterval.Of(0, 5)!.Value.Low);
        Assert.Equal(1, WilsonInterval.Of(5, 5)!.Value.High);
    }

    [Fact]
    public void Pairing_removes_the_luck_that_two_policies_share()
    {
        PolicyResults one = Shared("one", 3);
        PolicyResults other = Shared("other", 0);

        Interval paired = PairedDifference.Of(one, other, Metric.NetValue)!.Value;

        Assert.Equal(3, paired.Mean, 9);
        Assert.True(paired.Above < 1e-9);
        Assert.True(one.Mean(Metric.NetValue)!.Value.Above > 10);
    }

    [Fact]
    public void Only_replicates_that_both_have_are_paired()
    {
        PolicyResults one = Synthetic.Policy("one", 5, (Metric.Sales, 10));
        PolicyResults other = Synthetic.Policy("other", 3, (Metric.Sales, 10));

        Assert.Equal(3, PairedDifference.Of(one, other, Metric.Sales)!.Value.Count);
        Assert.Null(PairedDifference.Of(one, other, Metric.NetValue));
    }

    [Fact]
    public void A_band_of_runs_does_not_shrink_with_more_runs()
    {
        double[] few = [.. Enumerable.Range(0, 101).Select(value => (double)value)];
        double[] many = [.. Enumerable.Range(0, 10_001).Select(value => value / 100.0)];

        Assert.Equal(new RunBand(5, 50, 95), RunBand.Of(few));
        Assert.Equal(5, RunBand.Of(many)!.Value.Low, 9);
        Assert.True(MeanInterval.Of(many)!.Value.Above < MeanInterval.Of(few)!.Value.Above / 5);
    }

    private static PolicyResults Shared(string name, double shift)
    {
        double[] luck = [-40, 20, 5, -10, 60];
        return new PolicyResults(
            name,
            luck.Select((value, replicate) => (value, replicate)).ToDictionary(run => run.replicate, run =>
            {
                var values = new double?[MetricInfo.All.Count];
                values[(int)Metric.NetValue] = run.value + shift;
                return values;
            }),
            new Dictionary<Metric, DaySeries>());
    }
}
