namespace Simulator.Ledgers;

/// <summary>Name, unit and meaning of an outcome.</summary>
/// <param name="Metric">The outcome.</param>
/// <param name="Name">Its name in result files.</param>
/// <param name="Unit">Its unit; empty for shares.</param>
/// <param name="Meaning">What it is, in one line.</param>
/// <param name="IsDaily">Whether it also exists per day, as a running total or a level.</param>
/// <param name="IsBySegment">Whether it also exists per audience segment: it belongs to single people, not to outsiders, to money or to the audience as a whole.</param>
/// <param name="Flow">The daily flow of which it is the running total; null where it is no count.</param>
public sealed record MetricInfo(
    Metric Metric, string Name, string Unit, string Meaning, bool IsDaily, bool IsBySegment = false, Flow? Flow = null)
{
    /// <summary>All outcomes, in the order of result files.</summary>
    public static IReadOnlyList<MetricInfo> All { get; } =
    [
        new(Metric.Sent, "sent", "DMs", "DMs delivered", true, IsBySegment: true, Flow: Ledgers.Flow.Sent),
        new(Metric.Undelivered, "undelivered", "DMs", "DMs meant for a follower that did not arrive", true, IsBySegment: true, Flow: Ledgers.Flow.Undelivered),
        new(Metric.Read, "read", "DMs", "DMs read", true, IsBySegment: true, Flow: Ledgers.Flow.Read),
        new(Metric.Annoyed, "annoyed", "readings", "readings that annoyed", true, IsBySegment: true, Flow: Ledgers.Flow.Annoyed),
        new(Metric.SalesDm, "sales_dm", "sales", "sales to readers of a DM", true, IsBySegment: true, Flow: Ledgers.Flow.SalesDm),
        new(Metric.SalesOrganic, "sales_organic", "sales", "sales without any DM", true, Flow: Ledgers.Flow.SalesOrganic),
        new(Metric.SalesReferral, "sales_referral", "sales", "sales to followers who saw praise", true, IsBySegment: true, Flow: Ledgers.Flow.SalesReferral),
        new(Metric.SalesOutside, "sales_outside", "sales", "sales to outsiders who saw praise", true, Flow: Ledgers.Flow.SalesOutside),
        new(Metric.Sales, "sales", "sales", "all sales", true),
        new(Metric.ShortTermSales, "short_term_sales", "sales", "all sales of the first 30 days", true),
        new(Metric.Praise, "praise", "voices", "praise, private and public", true, IsBySegment: true, Flow: Ledgers.Flow.Praise),
        new(Metric.ComplaintsPrivate, "complaints_private", "complaints", "private complaints", true, IsBySegment: true, Flow: Ledgers.Flow.ComplaintsPrivate),
        new(Metric.ComplaintsPublic, "complaints_public", "complaints", "public complaints, joined ones included", true, IsBySegment: true, Flow: Ledgers.Flow.ComplaintsPublic),
        new(Metric.ComplaintsJoined, "complaints_joined", "complaints", "public complaints by people who joined in", true, IsBySegment: true, Flow: Ledgers.Flow.ComplaintsJoined),
        new(Metric.ComplaintsBystander, "complaints_bystander", "complaints", "complaints by outsiders", true, Flow: Ledgers.Flow.ComplaintsBystander),
        new(Metric.Complaints, "complaints", "complaints", "complaints by followers, private and public", true, IsBySegment: true),
        new(Metric.Unfollows, "unfollows", "people", "unfollows after a message", true, IsBySegment: true, Flow: Ledgers.Flow.Unfollows),
        new(Metric.Blocks, "blocks", "people", "blocks after a message", true, IsBySegment: true, Flow: Ledgers.Flow.Blocks),
        new(Metric.Drifted, "drifted", "people", "followers who drifted away in silence", true, IsBySegment: true, Flow: Ledgers.Flow.Drifted),
        new(Metric.Arrived, "arrived", "people", "new followers", true, IsBySegment: true, Flow: Ledgers.Flow.Arrived),
        new(Metric.Answers, "answers", "answers", "complaints answered", true, IsBySegment: true, Flow: Ledgers.Flow.Answers),
        new(Metric.Followers, "followers", "people", "followers", true, IsBySegment: true),
        new(Metric.TunedOut, "tuned_out", "people", "followers whose openness is below one half", true, IsBySegment: true),
        new(Metric.Harmed, "harmed", "people", "people annoyed or reached by a complaint", true, IsBySegment: true, Flow: Ledgers.Flow.Harmed),
        new(Metric.TrustCapital, "trust_capital", "people-equivalents", "trust summed over followers", true, IsBySegment: true),
        new(Metric.RelationshipCapital, "relationship_capital", "people-equivalents", "relationship summed over followers", true, IsBySegment: true),
        new(Metric.Openness, "openness", "", "mean openness of followers", true, IsBySegment: true),
        new(Metric.StandingDebt, "standing_debt", "views per follower", "negative minus positive outside views, fading", true),
        new(Metric.Revenue, "revenue", "currency units", "margin of all sales", true),
        new(Metric.Cost, "cost", "currency units", "cost of sending and answering", true),
        new(Metric.NetValue, "net_value", "currency units", "discounted margin of all sales minus costs", true),
        new(Metric.ResidualValue, "residual_value", "currency units", "discounted value of the trust capital left", true),
        new(Metric.TrustDebt, "trust_debt", "", "trust capital missing against the silent twin, as a share", true, IsBySegment: true),
        new(Metric.TrustPrice, "trust_price", "people-equivalents per 100 sales", "trust capital lost per 100 extra sales", true),
        new(Metric.BreakEvenDay, "break_even_day", "day", "from which day on the net value stays below the silent twin's", false),
        new(Metric.IcebergRatio, "iceberg_ratio", "people per complaint", "people harmed per complaint heard", true, IsBySegment: true),
        new(Metric.DetectionLag, "detection_lag", "days", "days from a trust debt of 5% until the follower count shows it", false),
        new(Metric.PollNegativeShare, "poll_negative_share", "", "negative answers of the opt-in poll, as a share", false),
        new(Metric.FollowersDay7, "followers_day7", "people", "followers at the end of day index 6", false),
        new(Metric.FollowersDay14, "followers_day14", "people", "followers at the end of day index 13", false),
    ];

    /// <summary>What is known about one outcome.</summary>
    public static MetricInfo Of(Metric metric) => All[(int)metric];

    /// <summary>The outcome with a name, or null.</summary>
    public static MetricInfo? Find(string name) => All.FirstOrDefault(info => info.Name == name);
}
