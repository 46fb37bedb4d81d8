using Experiments.Discovery;

namespace Simulator.Tests.Discovery;

public sealed class OutOfSampleTests
{
    private static readonly BoxSearch Search = new(0.05, 0.05);

    [Fact]
    public void Noise_has_a_box_that_holds_no_more_often_than_the_level_says()
    {
        const int Trials = 200;
        int found = Enumerable.Range(0, Trials).Count(trial =>
        {
            LabelledPoints noise = MadePoints.Of((uint)(100 + trial), 200, 10, _ => 0.3);
            return Covering.Boxes(Search, noise, 1, new DiscoveryDraws((ulong)trial)).Count > 0;
        });

        // At most 5% of 200 are 10; three standard errors are 9.2.
        Assert.InRange(found, 0, 19);
    }

    [Fact]
    public void Judged_on_its_own_points_a_small_box_in_noise_looks_good_and_on_others_it_does_not()
    {
        BoxCount own = default, other = default;
        for (uint trial = 0; trial < 30; trial++)
        {
            LabelledPoints noise = MadePoints.Of(500 + trial, 300, 10, _ => 0.3);
            int[] half = new DiscoveryDraws(trial).Dealt(noise.Cases, 2);
            int[] rest = [.. half.Select(number => 1 - number)];
            Box small = Peeling.Trajectory(noise, half, 0.05, 0.05)[^1];
            (own, other) = (own + small.Count(noise, half), other + small.Count(noise, rest));
        }

        Assert.True(own.Density > 0.7, $"{own.Density}");

        // A standard error of a share of 0.3 of so many points, three times.
        Assert.Equal(0.3, other.Density, 3 * Math.Sqrt(0.21 / other.Points));
    }

    [Fact]
    public void A_true_box_holds_on_points_it_was_not_found_on()
    {
        LabelledPoints points = MadePoints.Of(900, 600, 10, place => place[4] > 0.7 ? 0.8 : 0.1);
        var judged = OutOfSample.Of(Search, points, points.All, new DiscoveryDraws(1));
        Assert.True(judged.Holds && judged.PValue < 1e-10, judged.ToString());
        Assert.Equal(0.8, judged.Count.Density, 0.1);
        Assert.Equal(600, judged.Count.AllPoints);
    }
}
