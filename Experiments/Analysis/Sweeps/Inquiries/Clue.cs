using Simulator.Ledgers;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>Something that can be observed of one audience and may tell which world it lives in.</summary>
/// <param name="Name">Its name, for example "sales by DM".</param>
/// <param name="IsVisible">Whether a sender sees it; else it takes a survey of the followers.</param>
/// <param name="Numerator">The outcome.</param>
/// <param name="Denominator">What it is divided by; null for the outcome itself.</param>
internal sealed record Clue(string Name, bool IsVisible, Metric Numerator, Metric? Denominator = null)
{
    /// <summary>Whether it is later business in relation to that of the first month: luck that a whole audience keeps cancels.</summary>
    internal bool IsGrowth { get; init; }

    /// <summary>Whether it is asked once, whatever the number of days.</summary>
    internal bool IsOnce => Numerator == Metric.PollNegativeShare;

    /// <summary>Days of the first month, with which later business is compared.</summary>
    private const int FirstMonth = 30;

    /// <summary>What is looked at.</summary>
    internal static IReadOnlyList<Clue> All { get; } =
    [
        new("sales by DM", true, Metric.SalesDm),
        new("all sales", true, Metric.Sales),
        new("later sales by DM per sale of the first month", true, Metric.SalesDm) { IsGrowth = true },
        new("praise", true, Metric.Praise),
        new("complaints", true, Metric.Complaints),
        new("unfollows after a message", true, Metric.Unfollows),
        new("blocks", true, Metric.Blocks),
        new("number of followers", true, Metric.Followers),
        new("opt-in poll after a week", true, Metric.PollNegativeShare),
        new("trust per follower", false, Metric.TrustCapital, Metric.Followers),
        new("share of followers tuned out", false, Metric.TunedOut, Metric.Followers),
        new("openness of followers", false, Metric.Openness),
    ];

    /// <summary>The outcomes that clues are made of.</summary>
    internal static IReadOnlyList<Metric> Needs { get; } =
        [.. All.SelectMany(clue => clue.Denominator is { } below ? [clue.Numerator, below] : new[] { clue.Numerator }).Append(Metric.FollowersDay7).Distinct()];

    /// <summary>The clue, replicate by replicate; empty where it does not exist.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="point">The world.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="days">After how many days; null means at the end.</param>
    internal ReplicateSample In(RunTable runs, int point, string policy, int? days)
    {
        ReplicateSample Of(Metric metric, int? after) => runs.Of(point, policy, metric, after);
        return this switch
        {
            { IsGrowth: true } => days > FirstMonth || days is null
                ? Quotient(Of(Numerator, days).Minus(Of(Numerator, FirstMonth)), Of(Numerator, FirstMonth))
                : new ReplicateSample([]),
            { Denominator: { } below } => Quotient(Of(Numerator, days), Of(below, days)),
            _ => Of(Numerator, IsOnce ? null : days),
        };
    }

    private static ReplicateSample Quotient(ReplicateSample one, ReplicateSample other) =>
        new([.. one.Values.Zip(other.Values, (above, below) => below > 0 ? above / below : double.NaN)]);
}
