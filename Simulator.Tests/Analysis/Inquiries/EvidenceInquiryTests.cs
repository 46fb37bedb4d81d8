using Experiments.Analysis.Sweeps;
using Experiments.Analysis.Sweeps.Inquiries;
using Simulator.Ledgers;

namespace Simulator.Tests.Analysis.Inquiries;

public sealed class EvidenceInquiryTests
{
    // Complaints 4, 12, 20 and praise 100, 300, 500 by level, sales that fit throughout, and a poll that never does.
    private static double[]? Runs(int point, string policy, Metric metric, int? days) => (policy, metric) switch
    {
        ("silent", Metric.FollowersDay7) => [1000, 1010, 990, 1000],
        (_, Metric.Complaints) => [.. new double[] { 0, 0, 1, -1 }.Select(noise => 4 + (8 * point) + (3 * noise))],
        (_, Metric.Praise) => [.. Enumerable.Repeat(100.0 + (200 * point), 4)],
        (_, Metric.SalesDm) => [500, 500, 500, 500],
        (_, Metric.FollowersDay7) => [1005, 1005, 1005, 1005],
        (_, Metric.PollNegativeShare) => [0.5, 0.5, 0.5, 0.5],
        _ => null,
    };

    private static readonly SweepResults Results = SyntheticSweep.Of("share reached", [0.2, 0.6, 1], Runs, EvidenceInquiry.Needs, [], "scenario.share");

    [Fact]
    public void Each_level_is_held_against_each_band_at_the_mean_and_run_by_run()
    {
        EvidenceInquiry inquiry = EvidenceInquiry.Of(Results)!;
        Assert.Equal(["A1", "A2", "A3", "A4", "A5"], inquiry.Patterns.Select(pattern => pattern.Id));
        Assert.Equal([false, true, true], inquiry.Of(inquiry.Patterns[0]).Select(line => line!.IsInside!.Value));
        Assert.Equal([0, 0.75, 1], inquiry.Of(inquiry.Patterns[0]).Select(line => line!.ShareInside!.Value.Mean));
        Assert.All(inquiry.Of(inquiry.Patterns[3]), line => Assert.Equal(5, line!.Mean.Mean));
        Assert.All(inquiry.Rows, row => Assert.False(row.Fits));
        Assert.All(inquiry.Rows, row => Assert.Equal(0, row.AllInside!.Value.Mean));
    }

    [Fact]
    public void The_finding_names_the_level_from_which_a_pattern_fits_and_what_cannot_tell()
    {
        var finding = EvidenceFinding.Of(Results)!;
        Assert.Equal("Nowhere do all 5 patterns of the case fit; at 0.6 4 do", finding.Title);
        Assert.Contains("Complaints from followers (A1) fit from 0.6 on (published 17, accepted 10 to 27; at 0.2 the mean is 4", finding.Text, StringComparison.Ordinal);
        Assert.Contains("The poll (A5) fits at no level", finding.Text, StringComparison.Ordinal);
        Assert.Contains("Books sold by the messages (A3) and the missing dip of followers after a week (A4) fit at every level", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void All_bands_at_once_are_counted_run_by_run()
    {
        double[]? Fitting(int point, string policy, Metric metric, int? days) => metric == Metric.PollNegativeShare ? [0.8, 0.8, 0.8, 0.8] : Runs(point, policy, metric, days);
        SweepResults results = SyntheticSweep.Of("share reached", [0.2, 0.6, 1], Fitting, EvidenceInquiry.Needs, [], "scenario.share");
        EvidenceInquiry inquiry = EvidenceInquiry.Of(results)!;
        Assert.Equal([0, 0.75, 1], inquiry.Rows.Select(row => row.AllInside!.Value.Mean));
        Assert.Equal([false, true, true], inquiry.Rows.Select(row => row.Fits));
        Assert.Equal("All 5 patterns of the case fit together from 0.6 on (share reached)", EvidenceFinding.Of(results)!.Title);
    }
}
