using Experiments.Analysis.Sweeps;
using Experiments.Analysis.Sweeps.Inquiries;

namespace Simulator.Tests.Analysis.Inquiries;

public sealed class AttributionTests
{
    private static readonly ReplicateSample Neither = SyntheticSweep.Sample(10, 20, 30);

    [Fact]
    public void Changes_that_add_up_contribute_the_same_in_both_orders()
    {
        var one = Attribution.Of(Neither, Plus(4), Plus(3), Plus(7))!;
        Assert.Equal((4, 4, 4), (one.First.Mean, one.Last.Mean, one.Shapley.Mean));
        Assert.Equal(0, one.Shapley.Above, 12);
    }

    [Fact]
    public void Changes_that_interact_share_the_interaction_equally_and_add_up_to_the_whole()
    {
        // 4 alone, 3 alone, 11 together: 4 more that neither makes alone.
        var one = Attribution.Of(Neither, Plus(4), Plus(3), Plus(11))!;
        var other = Attribution.Of(Neither, Plus(3), Plus(4), Plus(11))!;
        Assert.Equal((4, 8, 6), (one.First.Mean, one.Last.Mean, one.Shapley.Mean));
        Assert.Equal((3, 7, 5), (other.First.Mean, other.Last.Mean, other.Shapley.Mean));
        Assert.Equal(11, one.Shapley.Mean + other.Shapley.Mean, 12);
    }

    private static ReplicateSample Plus(double more) => new([.. Neither.Values.Select(value => value + more)]);
}
