using MathNet.Numerics.Distributions;
using Simulator.RandomStreams;

namespace Simulator.Tests.RandomStreams;

public sealed class NormalPairTests
{
    private const int Draws = 100_000;

    private static readonly (double First, double Second)[] Pairs =
    [
        .. Enumerable.Range(0, Draws)
            .Select(draw => new Draws(8, 0).Block(Purpose.Traits, draw, 0))
            .Select(block => NormalPair.Of(block.Word0, block.Word1)),
    ];

    [Fact]
    public void Both_numbers_have_the_moments_of_a_standard_normal()
    {
        foreach (double[] sample in new[] { Pairs.Select(pair => pair.First).ToArray(), Pairs.Select(pair => pair.Second).ToArray() })
        {
            // The variance of x^k is E x^2k − (E x^k)²: 1, 2, 15 and 96.
            AssertMoment(sample, 1, expected: 0, variance: 1);
            AssertMoment(sample, 2, expected: 1, variance: 2);
            AssertMoment(sample, 3, expected: 0, variance: 15);
            AssertMoment(sample, 4, expected: 3, variance: 96);
        }
    }

    [Fact]
    public void The_two_numbers_are_uncorrelated() =>
        Assert.InRange(Pairs.Average(pair => pair.First * pair.Second), -4 / Math.Sqrt(Draws), 4 / Math.Sqrt(Draws));

    [Fact]
    public void The_distribution_is_normal_at_the_tenth_of_a_percent()
    {
        double[] sorted = [.. Pairs.Select(pair => pair.First).Order()];
        double distance = sorted.Select((value, index) => Math.Abs(Normal.CDF(0, 1, value) - ((index + 0.5) / Draws))).Max();
        Assert.InRange(distance, 0, 1.95 / Math.Sqrt(Draws));
    }

    [Fact]
    public void The_largest_possible_number_stays_on_the_trait_tables()
    {
        (double first, _) = NormalPair.Of(0, 0);
        Assert.InRange(first, 6, 7);
    }

    private static void AssertMoment(double[] sample, int power, double expected, double variance) => Assert.InRange(
        sample.Average(value => Math.Pow(value, power)),
        expected - (4 * Math.Sqrt(variance / Draws)),
        expected + (4 * Math.Sqrt(variance / Draws)));
}
