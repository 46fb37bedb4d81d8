using Simulator.Ledgers;

namespace Experiments.Analysis;

/// <summary>The runs of one policy in one segment of the audience.</summary>
/// <param name="Segment">Name of the segment.</param>
/// <param name="Policy">The policy; its days are not known by segment.</param>
internal sealed record SegmentResults(string Segment, PolicyResults Policy)
{
    /// <summary>Trust debt at the horizon.</summary>
    internal Interval? TrustDebt => Policy.Mean(Metric.TrustDebt);

    /// <summary>Share of readings that annoyed.</summary>
    internal Interval? AnnoyedShare => RatioInterval.Of(Policy, Metric.Annoyed, Metric.Read);

    /// <summary>Unfollows per message delivered.</summary>
    internal Interval? UnfollowShare => RatioInterval.Of(Policy, Metric.Unfollows, Metric.Sent);

    /// <summary>Sales by DM per 1,000 messages delivered.</summary>
    internal Interval? SalesPerThousand => RatioInterval.Of(Policy, Metric.SalesDm, Metric.Sent)?.Times(1000);

    /// <summary>Followers at the horizon.</summary>
    internal Interval? Followers => Policy.Mean(Metric.Followers);
}
