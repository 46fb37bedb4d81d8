using MathNet.Numerics.Distributions;
using Simulator.RandomStreams;

namespace Simulator.Tests.RandomStreams;

public sealed class NormalScoreTests
{
    private const int Draws = 100_000;

    private static readonly double[] Scores =
    [
        .. Enumerable.Range(0, Draws).Select(draw => NormalScore.Of(new Draws(8, 0).Block(Purpose.Traits, draw, 0).Word0)),
    ];

    [Theory]
    [InlineData(0u), InlineData(1u), InlineData(2u), InlineData(77u), InlineData(65_537u), InlineData(0x1000_0000u), InlineData(0x3FFF_FFFFu)]
    [InlineData(0x4000_0000u), InlineData(0x7FFF_FFFFu), InlineData(0x8000_0000u), InlineData(0xC000_0001u), InlineData(0xFFFF_FFFFu)]
    public void The_table_is_within_two_millionths_of_the_exact_quantile(uint word) => AssertExact(word);

    [Fact]
    public void The_table_is_as_exact_everywhere_in_between()
    {
        for (uint step = 0; step < 20_000; step++)
        {
            AssertExact(step * 214_748u);
            AssertExact(step * 37u);
        }
    }

    [Fact]
    public void A_larger_word_never_gives_a_smaller_number()
    {
        double last = double.NegativeInfinity;
        for (ulong word = 0; word <= uint.MaxValue; word += 9_973)
        {
            double score = NormalScore.Of((uint)word);
            Assert.True(score >= last, $"the score falls at {word}");
            last = score;
        }
    }

    [Fact]
    public void Scores_have_the_moments_of_a_standard_normal()
    {
        // The variance of x^k is E x^2k − (E x^k)²: 1, 2, 15 and 96.
        AssertMoment(Scores, 1, expected: 0, variance: 1);
        AssertMoment(Scores, 2, expected: 1, variance: 2);
        AssertMoment(Scores, 3, expected: 0, variance: 15);
        AssertMoment(Scores, 4, expected: 3, variance: 96);
    }

    [Fact]
    public void The_distribution_is_normal_at_the_tenth_of_a_percent()
    {
        double[] sorted = [.. Scores.Order()];
        double distance = sorted.Select((value, index) => Math.Abs(Normal.CDF(0, 1, value) - ((index + 0.5) / Draws))).Max();
        Assert.InRange(distance, 0, 1.95 / Math.Sqrt(Draws));
    }

    [Fact]
    public void The_extreme_numbers_stay_on_the_trait_tables()
    {
        Assert.InRange(NormalScore.Of(uint.MaxValue), 6, 6.4);
        Assert.Equal(-NormalScore.Of(uint.MaxValue), NormalScore.Of(0));
    }

    // Near the edges the exact quantile is taken from the smaller tail, where the probability has all its digits.
    private static void AssertExact(uint word)
    {
        double exact = word < 0x8000_0000u
            ? Normal.InvCDF(0, 1, RandomBlock.Uniform(word))
            : -Normal.InvCDF(0, 1, RandomBlock.Uniform(~word));
        Assert.InRange(NormalScore.Of(word) - exact, -2e-6, 2e-6);
    }

    private static void AssertMoment(double[] sample, int power, double expected, double variance) => Assert.InRange(
        sample.Average(value => Math.Pow(value, power)),
        expected - (4 * Math.Sqrt(variance / Draws)),
        expected + (4 * Math.Sqrt(variance / Draws)));
}
