using Experiments.Analysis.Sweeps;
using Experiments.Analysis.Sweeps.Inquiries;
using MathNet.Numerics.Distributions;

namespace Simulator.Tests.Analysis.Inquiries;

public sealed class SeparationTests
{
    [Theory]
    [InlineData(0.5, 0.6382)]
    [InlineData(1, 0.7602)]
    [InlineData(2, 0.9214)]
    public void Two_normals_a_shift_apart_have_the_area_of_the_binormal_curve(double shift, double area)
    {
        // A = Φ(d′/√2).
        var separation = Separation.Of(new ReplicateSample(SyntheticSweep.Normals(1, 800, 0, 1)), new ReplicateSample(SyntheticSweep.Normals(2, 800, shift, 1)))!;
        Assert.Equal(area, Normal.CDF(0, 1, shift / Math.Sqrt(2)), 4);
        Assert.InRange(area, separation.Area.Low!.Value, separation.Area.High!.Value);
        Assert.InRange(separation.Area.Mean, area - 0.04, area + 0.04);
        Assert.InRange(separation.Sensitivity!.Value, shift - 0.15, shift + 0.15);
    }

    [Fact]
    public void Its_interval_covers_the_true_area_about_as_often_as_it_says()
    {
        double truth = Normal.CDF(0, 1, 0.5);
        int covered = Enumerable.Range(0, 400).Count(trial =>
        {
            double[] shared = SyntheticSweep.Normals((uint)(10 + (3 * trial)), 40, 0, Math.Sqrt(0.5));
            double[] One(int stream, double shift) => [.. SyntheticSweep.Normals((uint)(stream + (3 * trial)), 40, shift, Math.Sqrt(0.5)).Zip(shared, (own, luck) => own + luck)];
            var separation = Separation.Of(new ReplicateSample(One(11, 0)), new ReplicateSample(One(12, Math.Sqrt(0.5))))!;
            return separation.Area.SideOf(truth) == 0;
        });

        // 95% of 400 are 380; four standard errors are 17.
        Assert.InRange(covered, 360, 397);
    }

    [Fact]
    public void Small_samples_are_counted_by_hand()
    {
        // Pairs of different replicates: (1 2) (1 4) (3 0) (3 4) (5 0) (5 2): wins 1 1 0 1 0 0.
        var separation = Separation.Of(SyntheticSweep.Sample(1, 3, 5), SyntheticSweep.Sample(0, 2, 4))!;
        Assert.Equal(0.5, separation.Area.Mean, 12);
        Assert.Null(separation.CasesEach);
    }

    [Fact]
    public void What_is_the_same_run_by_run_tells_nothing_and_is_known_to()
    {
        double[] values = SyntheticSweep.Normals(3, 50, 10, 2);
        var separation = Separation.Of(new ReplicateSample(values), new ReplicateSample(values))!;
        Assert.Equal(0.5, separation.Right.Mean, 12);
        Assert.Equal(0, separation.Area.Above, 9);
        Assert.Equal(0, separation.Sensitivity);
    }

    [Fact]
    public void Samples_that_do_not_overlap_are_told_without_pretending_certainty()
    {
        var separation = Separation.Of(new ReplicateSample(SyntheticSweep.Normals(4, 30, 0, 1)), new ReplicateSample(SyntheticSweep.Normals(5, 30, -50, 1)))!;
        Assert.Equal(0, separation.Area.Mean);
        Assert.Equal(1, separation.Right.Mean);
        Assert.InRange(separation.Right.Low!.Value, 0.8, 0.95);
        Assert.False(separation.IsHigher);

        // Noether: 2.8016²/(6·¼) = 5.2.
        Assert.Equal(6, separation.CasesEach);
    }

    [Fact]
    public void Replicates_that_failed_are_left_out_of_both()
    {
        var separation = Separation.Of(SyntheticSweep.Sample(1, double.NaN, 2, 3), SyntheticSweep.Sample(11, 12, 13, 14))!;
        Assert.Equal(3, separation.Area.Count);
        Assert.Null(Separation.Of(SyntheticSweep.Sample(1, double.NaN, 3), SyntheticSweep.Sample(1, 2, 3)));
    }
}
