using Experiments.Emulation;

namespace Simulator.Tests.Emulation;

public sealed class RunScatterTests
{
    [Fact]
    public void Where_luck_grows_with_the_count_so_does_the_variance_of_a_run()
    {
        // Three replicates a point: a third each at mean − d, mean and mean + d, with d so that the variance is the mean.
        RunScatter scatter = RunScatter.Of(Enumerable.Range(1, 400).Select(mean => ((double)mean, 2.0 * mean, 2)))!;

        Assert.Equal(100, scatter.At(100), 1.0);
        Assert.Equal(300, scatter.At(300), 1.0);
        Assert.InRange(scatter.At(-50), 1, 40);
        Assert.InRange(scatter.At(1e6), 360, 400);
    }

    [Fact]
    public void Single_replicates_know_no_scatter() => Assert.Null(RunScatter.Of([(1, 0, 0), (2, 0, 0)]));
}
