using Experiments.Store;

namespace Simulator.Tests.Store;

public sealed class SampleSummaryTests
{
    [Fact]
    public void Known_answers_of_type_7_quantiles()
    {
        // R: quantile(c(3, 1, 4, 1, 5, 9, 2, 6), c(.05, .25, .5, .75, .95)); mean; sd
        SampleSummary summary = SampleSummary.Of([3, 1, 4, 1, 5, 9, 2, 6]);

        Assert.Equal(3.875, summary.Mean);
        Assert.Equal(2.748376143938713, summary.Sd!.Value, 12);
        Assert.Equal([1, 1.75, 3.5, 5.25, 7.95], new[] { summary.P05, summary.P25, summary.P50, summary.P75, summary.P95 }.Select(value => Math.Round(value!.Value, 12)));
    }

    [Fact]
    public void Missing_values_are_left_out() =>
        Assert.Equal(SampleSummary.Of([1, 2, 4]), SampleSummary.Of([double.NaN, 1, 2, double.PositiveInfinity, 4, double.NaN]));

    [Fact]
    public void Nothing_can_be_said_when_all_are_missing() => Assert.Equal(default, SampleSummary.Of([double.NaN, double.NaN]));

    [Fact]
    public void One_value_has_no_spread() => Assert.Equal(new SampleSummary(7, null, 7, 7, 7, 7, 7), SampleSummary.Of([double.NaN, 7]));

    [Fact]
    public void Equal_values_have_exactly_no_spread() => Assert.Equal(new SampleSummary(0.1, 0, 0.1, 0.1, 0.1, 0.1, 0.1), SampleSummary.Of([0.1, 0.1, 0.1]));
}
