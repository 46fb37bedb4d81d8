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

        // At most 5% of 200 are 10; three standard errors are 9.2. That some are found shows that the test can fail.
        Assert.InRange(found, 1, 19);
    }

    [Fact]
    public void Judged_on_its_own_points_a_box_in_noise_looks_good_and_on_others_it_does_not()
    {
        (double own, double other) = (0, 0);
        for (uint trial = 0; trial < 30; trial++)
        {
            LabelledPoints noise = MadePoints.Of(500 + trial, 300, 10, _ => 0.3);
            own += Search.Best(noise, noise.All).Count(noise, noise.All).Density / 30;
            other += OutOfSample.Of(Search, noise, noise.All, new DiscoveryDraws(trial)).Count.Density / 30;
        }

        Assert.True(own > 0.36, $"{own}");
        Assert.Equal(0.3, other, 0.03);
    }

    [Fact]
    public void A_true_box_holds_on_points_it_was_not_found_on()
    {
        LabelledPoints points = MadePoints.Of(900, 600, 10, place => place[4] > 0.7 ? 0.8 : 0.1);
        var judged = OutOfSample.Of(Search, points, points.All, new DiscoveryDraws(1));
        Assert.True(judged.Holds && judged.PValue < 1e-10);
        Assert.Equal(0.8, judged.Count.Density, 0.1);
        Assert.Equal(600, judged.Count.AllPoints);
    }
}
