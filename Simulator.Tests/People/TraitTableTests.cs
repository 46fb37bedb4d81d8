using MathNet.Numerics.Distributions;
using Simulator.People;

namespace Simulator.Tests.People;

public sealed class TraitTableTests
{
    [Fact]
    public void Default_traits_are_within_the_documented_error()
    {
        var traits = new Traits();
        foreach (BetaShape shape in new[] { traits.Relationship, traits.Trust, traits.Tolerance, traits.Attention, traits.Appetite })
        {
            Assert.InRange(LargestError(shape), 0, 1e-5);
        }
    }

    [Theory]
    [InlineData(0.5, 1000), InlineData(0.02, 1000), InlineData(0.98, 1000), InlineData(0.5, 0.05), InlineData(0.1, 0.05)]
    [InlineData(0.5, 2), InlineData(0.9, 1), InlineData(0.5, 100_000), InlineData(0.3, 0.01)]
    public void Extreme_traits_are_within_the_documented_error(double mean, double concentration) =>
        Assert.InRange(LargestError(new BetaShape(mean, concentration)), 0, 1e-5);

    [Theory, InlineData(0.25, 3), InlineData(0.5, 100_000), InlineData(0.5, 0.01), InlineData(0.99, 0.01)]
    public void A_higher_score_never_gives_a_smaller_trait(double mean, double concentration)
    {
        TraitTable table = TraitTable.Of(new BetaShape(mean, concentration));
        float last = 0;
        for (double score = -7.5; score <= 7.5; score += 0.0007)
        {
            float trait = table.At(score);
            Assert.InRange(trait, last, 1f);
            last = trait;
        }
    }

    // Between knots and on them, weighted by nothing: the largest error over all scores that can occur.
    private static double LargestError(BetaShape shape)
    {
        TraitTable table = TraitTable.Of(shape);
        double a = shape.Mean * shape.Concentration;
        double b = (1 - shape.Mean) * shape.Concentration;
        double largest = 0;
        for (double score = -6.7; score <= 6.7; score += 0.011)
        {
            double exact = score <= 0 ? Beta.InvCDF(a, b, Normal.CDF(0, 1, score)) : 1 - Beta.InvCDF(b, a, Normal.CDF(0, 1, -score));
            largest = Math.Max(largest, Math.Abs(table.At(score) - exact));
        }

        return largest;
    }
}
