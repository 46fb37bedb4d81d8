using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Simulator.People;

namespace Simulator.Tests.People;

public sealed class TraitTableTests
{
    [Fact]
    public void Default_traits_are_good_to_a_millionth()
    {
        var traits = new Traits();
        foreach (BetaShape shape in new[] { traits.Relationship, traits.Trust, traits.Tolerance, traits.Attention, traits.Appetite })
        {
            Assert.InRange(LargestError(shape, 5), 0, 1e-6);
        }
    }

    [Theory]
    [InlineData(0.5, 1000, 2e-5), InlineData(0.02, 1000, 2e-5), InlineData(0.98, 1000, 2e-5), InlineData(0.5, 100_000, 2e-5)]
    [InlineData(0.5, 2, 2e-5), InlineData(0.9, 1, 2e-5), InlineData(0.1, 0.5, 2e-5), InlineData(0.5, 0.2, 2e-5)]
    [InlineData(0.5, 0.05, 4e-3), InlineData(0.1, 0.05, 4e-3), InlineData(0.3, 0.01, 4e-3)]
    public void Other_traits_are_within_the_documented_error(double mean, double concentration, double error)
    {
        Assert.InRange(LargestError(new BetaShape(mean, concentration), 5), 0, error);
        Assert.InRange(LargestError(new BetaShape(mean, concentration), 6.7), 0, Math.Max(error, 2e-4));
    }

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

    private static double LargestError(BetaShape shape, double edge)
    {
        TraitTable table = TraitTable.Of(shape);
        double a = shape.Mean * shape.Concentration;
        double b = (1 - shape.Mean) * shape.Concentration;
        double largest = 0;
        for (double score = -edge; score <= edge; score += 0.0231)
        {
            double exact = score <= 0 ? Quantile(a, b, score) : 1 - Quantile(b, a, -score);
            largest = Math.Max(largest, Math.Abs(table.At(score) - exact));
        }

        return largest;
    }

    // By halving, to the last bit: the library's own inverse is less accurate in the far tails.
    private static double Quantile(double a, double b, double score)
    {
        double probability = Normal.CDF(0, 1, score);
        double low = 0;
        double high = 1;
        while (high - low > 1e-13)
        {
            double middle = (low + high) / 2;
            (low, high) = SpecialFunctions.BetaRegularized(a, b, middle) < probability ? (middle, high) : (low, middle);
        }

        return high;
    }
}
