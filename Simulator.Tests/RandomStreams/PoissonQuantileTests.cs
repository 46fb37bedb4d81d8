using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Distributions;
using Simulator.RandomStreams;

namespace Simulator.Tests.RandomStreams;

public sealed class PoissonQuantileTests
{
    [Theory]
    [InlineData(1e-9), InlineData(0.01), InlineData(0.7), InlineData(5), InlineData(52.5)]
    [InlineData(59.99), InlineData(60.01), InlineData(333), InlineData(12_345.6), InlineData(4e6)]
    public void The_count_is_the_smallest_with_enough_probability_below_it(double mean)
    {
        for (int step = 0; step < 200; step++)
        {
            double uniform = Philox4x32.Generate(3, 0, (uint)step, 0, 0, 0).FineUniform0;
            int count = PoissonQuantile.Of(mean, uniform);
            var poisson = new Poisson(mean);
            Assert.InRange(uniform, 0, poisson.CumulativeDistribution(count) + Rounding);
            if (count > 0)
            {
                Assert.InRange(uniform, poisson.CumulativeDistribution(count - 1) - Rounding, 1);
            }
        }
    }

    [Fact]
    public void A_mean_that_is_not_positive_gives_nothing()
    {
        Assert.Equal(0, PoissonQuantile.Of(0, 0.999));
        Assert.Equal(0, PoissonQuantile.Of(-3, 0.999));
        Assert.Equal(0, PoissonQuantile.Of(double.NaN, 0.999));
    }

    [Theory, InlineData(0.3), InlineData(8), InlineData(59), InlineData(61), InlineData(90_000)]
    public void Counts_have_mean_and_variance_of_the_distribution(double mean)
    {
        const int Draws = 20_000;
        double[] counts = [.. Enumerable.Range(0, Draws).Select(draw => (double)PoissonQuantile.Of(mean, Philox4x32.Generate(4, 0, (uint)draw, 0, 0, 0).FineUniform0))];
        double average = counts.Average();
        double variance = counts.Sum(count => (count - mean) * (count - mean)) / Draws;
        Assert.InRange(average, mean - (4 * Math.Sqrt(mean / Draws)), mean + (4 * Math.Sqrt(mean / Draws)));
        double error = Math.Sqrt((mean + (2 * mean * mean)) / Draws);
        Assert.InRange(variance, mean - (4 * error), mean + (4 * error));
    }

    [Theory]
    [InlineData(1e-300), InlineData(1e-15), InlineData(0.5), InlineData(1 - 1e-15)]
    public void Extreme_luck_gives_finite_counts_in_order(double uniform)
    {
        int last = 0;
        foreach (double mean in new[] { 0.001, 0.1, 1, 10, 59, 60, 61, 100, 1_000, 1e5, 1e7, 1e9 })
        {
            int count = PoissonQuantile.Of(mean, uniform);
            Assert.InRange(count, last, mean + (10 * Math.Sqrt(mean)) + 40);
            last = count;
        }
    }

    [Fact]
    public void More_luck_never_gives_less() => Prop.ForAll(
        Luck(), Luck(), Means(), (first, second, mean) =>
            PoissonQuantile.Of(mean, Math.Min(first, second)) <= PoissonQuantile.Of(mean, Math.Max(first, second)))
        .Check(Fixed);

    [Fact]
    public void A_larger_mean_never_gives_less() => Prop.ForAll(
        Means(), Means(), Luck(), (first, second, luck) =>
            PoissonQuantile.Of(Math.Min(first, second), luck) <= PoissonQuantile.Of(Math.Max(first, second), luck))
        .Check(Fixed);

    // The distribution functions of both sides are good to about ten digits.
    private const double Rounding = 1e-9;

    private static FsCheck.Config Fixed => FsCheck.Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(500).WithReplay(7, 9);

    private static Arbitrary<double> Luck() => Gen.Choose(1, 999_999).Select(number => number / 1e6).ToArbitrary();

    private static Arbitrary<double> Means() => Gen.Choose(-4_000, 15_000).Select(number => Math.Exp(number / 1000.0)).ToArbitrary();
}
