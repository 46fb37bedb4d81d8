using Experiments.Analysis;
using Experiments.Analysis.Context;
using Simulator.RandomStreams;

namespace Simulator.Tests.Analysis.Context;

public sealed class RecoveredShareTests
{
    [Fact]
    public void The_interval_is_the_one_worked_out_by_hand()
    {
        // x̄ = 10, ȳ = 5, variances of the means 1 and 0.25, no covariance; t(3) = 3.1824, t² = 10.128.
        // Quadratic: 100 − 10.128 = 89.872; linear 50; constant 25 − 2.532 = 22.468: roots (50 ± √(2500 − 2019.24))/89.872.
        double[] whole = [10 - Math.Sqrt(3), 10 - Math.Sqrt(3), 10 + Math.Sqrt(3), 10 + Math.Sqrt(3)];
        double half = Math.Sqrt(0.75);
        double[] recovered = [5 - half, 5 + half, 5 - half, 5 + half];
        Interval share = RecoveredShare.Of(recovered, whole)!.Value;
        Assert.Equal(0.5, share.Mean, 1e-12);
        Assert.Equal((50 - Math.Sqrt(2500 - (89.872 * 22.468))) / 89.872, share.Low!.Value, 1e-3);
        Assert.Equal((50 + Math.Sqrt(2500 - (89.872 * 22.468))) / 89.872, share.High!.Value, 1e-3);
    }

    [Fact]
    public void A_gain_that_is_not_told_apart_from_zero_has_no_share()
    {
        Assert.Null(RecoveredShare.Of([1, 2, 3, 4], [-2, 3, -1, 1.5]));
        Assert.Null(RecoveredShare.Of([1, 2, 3, 4], [-9, -10, -11, -10]));
        Assert.Null(RecoveredShare.Of([1], [10]));
    }

    [Fact]
    public void The_interval_holds_the_true_share_as_often_as_it_says()
    {
        // 1,000 samples of 8 pairs with a true share of 0.6; the standard error of the coverage is 0.7 points.
        int held = 0;
        for (uint sample = 0; sample < 1000; sample++)
        {
            (double X, double Y)[] pairs = [.. Enumerable.Range(0, 8).Select(pair =>
            {
                double common = Normal(sample, pair, 0);
                return (10 + (4 * common) + (3 * Normal(sample, pair, 1)), 6 + (4 * common) + (3 * Normal(sample, pair, 2)));
            })];
            Interval? share = RecoveredShare.Of([.. pairs.Select(pair => pair.Y)], [.. pairs.Select(pair => pair.X)]);
            held += share is null || (share.Value.Low <= 0.6 && share.Value.High >= 0.6) ? 1 : 0;
        }

        Assert.InRange(held, 950 - (4 * 7), 950 + (4 * 7));
    }

    [Fact]
    public void Recovering_all_of_it_is_a_share_of_one_without_doubt()
    {
        double[] whole = [9, 10, 11, 10.5];
        Interval share = RecoveredShare.Of(whole, whole)!.Value;
        Assert.Equal((1.0, 1.0, 1.0), (share.Mean, Math.Round(share.Low!.Value, 6), Math.Round(share.High!.Value, 6)));
    }

    private static double Normal(uint sample, int pair, int number)
    {
        RandomBlock block = Philox4x32.Generate(77, 0, sample, (uint)pair, (uint)number, 0);
        return MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, block.FineUniform0);
    }
}
