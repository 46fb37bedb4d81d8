using Experiments.Calibration;
using Experiments.Designs;

namespace Simulator.Tests.Calibration;

/// <summary>What a recovery test can see, and what chance alone shows.</summary>
public sealed class CoverageTestTests
{
    private static readonly Prior Any = new("any", "any", null, new FactorRange(0, 1, false, false));

    [Fact]
    public void Holm_stops_at_the_first_probability_that_is_too_large() =>
        Assert.Equal([true, false, false, true], Holm.Rejected([0.01, 0.04, 0.03, 0.005]));

    [Theory]
    [InlineData(40, 0.5, 0.3)]
    [InlineData(17, 0.5, 0.4411764705882353)]
    public void The_smallest_visible_error_is_the_edge_of_the_binomial_test_over_all_tests(int truths, double level, double expected) =>
        Assert.Equal(expected, Recovered([.. Enumerable.Repeat(0.5, truths)]).SmallestVisible(level, Holm.FalseAlarm / 81)!.Value, 1e-12);

    [Fact]
    public void Ranks_that_lean_to_one_side_are_a_bias_and_even_ones_are_not()
    {
        double[] even = [.. Enumerable.Range(0, 40).Select(index => (index + 0.5) / 40)];
        Assert.True(Recovered(even).BiasSurprise > 0.99);
        Assert.True(Recovered([.. even.Select(Math.Sqrt)]).BiasSurprise < 0.001);
    }

    private static RecoveredParameter Recovered(double[] below) => new(Any, below, below, 0.5, [.. Enumerable.Range(0, below.Length)]);
}
