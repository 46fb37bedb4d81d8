using Experiments.Analysis;
using Simulator.Ledgers;

namespace Simulator.Tests.Analysis;

public sealed class EvidenceTests
{
    [Theory]
    [InlineData("A1", 10, true)]
    [InlineData("A1", 27, true)]
    [InlineData("A1", 9.9, false)]
    [InlineData("A1", 27.1, false)]
    [InlineData("A2", 200, true)]
    [InlineData("A2", 901, false)]
    [InlineData("A3", 300, true)]
    [InlineData("A3", 901, false)]
    [InlineData("A3′", 1999, false)]
    [InlineData("A3′", 20000, true)]
    [InlineData("A4", -12, true)]
    [InlineData("A4", -12.1, false)]
    [InlineData("A4", 500, true)]
    [InlineData("A5", 0.72, true)]
    [InlineData("A5", 0.91, false)]
    public void Bands_hold_their_ends_and_nothing_beyond(string id, double value, bool expected) =>
        Assert.Equal(expected, EvidencePattern.All(organicNoise: 12).Single(pattern => pattern.Id == id).Accepts(value));

    [Fact]
    public void No_dip_is_measured_against_the_scatter_of_the_silent_twin()
    {
        PolicyResults silent = Synthetic.Policy("silent", 5, noise: 10, (Metric.FollowersDay7, 1000));
        PolicyResults dipped = Synthetic.Policy(Synthetic.Blast, 5, (Metric.FollowersDay7, 980));
        PolicyResults level = Synthetic.Policy(Synthetic.Blast, 5, (Metric.FollowersDay7, 990));

        EvidenceLine down = EvidenceCheck.Of(dipped, silent, 1000).Single();
        EvidenceLine flat = EvidenceCheck.Of(level, silent, 1000).Single();

        Assert.Equal(-15.8, down.Pattern.Low!.Value, 1);
        Assert.Equal(-20, down.Mean.Mean, 3);
        Assert.False(down.IsInside);
        Assert.True(flat.IsInside);
        Assert.Equal(1, flat.ShareInside!.Value.Mean);
    }

    [Fact]
    public void One_replicate_leaves_no_dip_without_a_band()
    {
        PolicyResults silent = Synthetic.Silent(1, (Metric.FollowersDay7, 1000));
        PolicyResults policy = Synthetic.Policy(Synthetic.Blast, 1, (Metric.FollowersDay7, 900));

        EvidenceLine line = EvidenceCheck.Of(policy, silent, 1000).Single();

        Assert.Null(line.IsInside);
        Assert.Empty(EvidenceCheck.Counted([line]));
    }

    [Fact]
    public void The_share_of_runs_inside_is_counted_run_by_run()
    {
        // Complaints 26.9 ± 2 and ± 4 noise: some runs leave the band although the mean does not.
        PolicyResults policy = Synthetic.Policy(Synthetic.Blast, 5, noise: 2, (Metric.Complaints, 26));

        EvidenceLine line = EvidenceCheck.Of(policy, null, 1000).Single();

        Assert.True(line.IsInside);
        Assert.Equal(0.6, line.ShareInside!.Value.Mean, 9);
        Assert.InRange(line.ShareInside.Value.Low!.Value, 0.2, 0.3);
    }
}
