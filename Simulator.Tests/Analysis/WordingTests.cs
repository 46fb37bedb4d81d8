using Experiments.Analysis;

namespace Simulator.Tests.Analysis;

public sealed class WordingTests
{
    [Theory]
    [InlineData(12345.678, "12,346")]
    [InlineData(60, "60")]
    [InlineData(12.34, "12.3")]
    [InlineData(-3.456, "−3.46")]
    [InlineData(0.01234, "0.012")]
    [InlineData(-0.0000001, "−0.00000010")]
    [InlineData(0, "0")]
    public void Numbers_have_as_many_digits_as_they_deserve(double value, string expected) => Assert.Equal(expected, Wording.Number(value));

    [Theory]
    [InlineData(0.8312, "83%")]
    [InlineData(0.042, "4.2%")]
    [InlineData(0.00081, "0.081%")]
    [InlineData(0.9954, "99.5%")]
    [InlineData(1, "100%")]
    public void Shares_are_percentages(double share, string expected) => Assert.Equal(expected, Wording.Percent(share));

    [Theory]
    [InlineData(4577.3, 61, "4,580 (95% interval 4,520 to 4,640)")]
    [InlineData(532.2, 6.4, "532 (95% interval 526 to 539)")]
    [InlineData(0.0123, 0.4, "0.01 (95% interval −0.39 to 0.41)")]
    public void Estimates_are_rounded_to_what_their_interval_carries(double mean, double half, string expected) =>
        Assert.Equal(expected, Wording.Estimate(new Interval(mean, mean - half, mean + half, 10)));

    [Theory]
    [InlineData(4571.3, 31, false, "4,570", "4,540 to 4,600")]
    [InlineData(0.02907, 0.0001, true, "2.9%", "2.90% to 2.92%")]
    [InlineData(0.8272, 0.0004, true, "83%", "82.7% to 82.8%")]
    [InlineData(0.8272, 0.2, true, "83%", "63% to 103%")]
    [InlineData(215.4, 7.6, false, "215", "208 to 223")]
    public void Figures_at_a_glance_have_few_digits(double mean, double half, bool percent, string expected, string bounds)
    {
        var interval = new Interval(mean, mean - half, mean + half, 10);

        Assert.Equal(expected, Wording.Glance(interval, percent));
        Assert.Equal(bounds, Wording.GlanceBounds(interval, percent));
    }

    [Fact]
    public void Lists_read_as_lists()
    {
        Assert.Equal("", Wording.Quoted([]));
        Assert.Equal("“a”", Wording.Quoted(["a"]));
        Assert.Equal("“a” and “b”", Wording.Quoted(["a", "b"]));
        Assert.Equal("“a”, “b” and “c”", Wording.Quoted(["a", "b", "c"]));
    }
}
