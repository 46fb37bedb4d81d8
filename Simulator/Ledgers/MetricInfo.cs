namespace Simulator.Ledgers;

/// <summary>Name, unit and meaning of an outcome.</summary>
/// <param name="Metric">The outcome.</param>
/// <param name="Name">Its name in result files.</param>
/// <param name="Unit">Its unit; empty for shares.</param>
/// <param name="Meaning">What it is, in one line.</param>
/// <param name="IsDaily">Whether it also exists per day, as a running total or a level.</param>
public sealed record MetricInfo(Metric Metric, string Name, string Unit, string Meaning, bool IsDaily)
{
    /// <summary>All outcomes, in the order of result files.</summary>
    public static IReadOnlyList<MetricInfo> All { get; } =
    [
        new(Metric.Sent, "sent", "DMs", "DMs delivered", true),
        new(Metric.Undelivered, "undelivered", "DMs", "DMs meant for a follower that did not arrive", true),
        new(Metric.Read, "read", "DMs", "DMs read", true),
        new(Metric.Annoyed, "annoyed", "readings", "readings that annoyed", true),
        new(Metric.SalesDm, "sales_dm", "sales", "sales to readers of a DM", true),
        new(Metric.SalesOrganic, "sales_organic", "sales", "sales without any DM", true),
        new(Metric.SalesReferral, "sales_referral", "sales", "sales to followers who saw praise", true),
        new(Metric.SalesOutside, "sales_outside", "sales", "sales to outsiders who saw praise", true),
        new(Metric.Sales, "sales", "sales", "all sales", true),
        new(Metric.ShortTermSales, "short_term_sales", "sales", "all sales of the first 30 days", true),
        new(Metric.Praise, "praise", "voices", "praise, private and public", true),
        new(Metric.ComplaintsPrivate, "complaints_private", "complaints", "private complaints", true),
        new(Metric.ComplaintsPublic, "complaints_public", "complaints", "public complaints, joined ones included", true),
        new(Metric.ComplaintsJoined, "complaints_joined", "complaints", "public complaints by people who joined in", true),
        new(Metric.ComplaintsBystander, "complaints_bystander", "complaints", "complaints by outsiders", true),
        new(Metric.Complaints, "complaints", "complaints", "complaints by followers, private and public", true),
        new(Metric.Unfollows, "unfollows", "people", "unfollows after a message", true),
        new(Metric.Blocks, "blocks", "people", "blocks after a message", true),
        new(Metric.Drifted, "drifted", "people", "followers who drifted away in silence", true),
        new(Metric.Arrived, "arrived", "people", "new followers", true),
        new(Metric.Answers, "answers", "answers", "complaints answered", true),
        new(Metric.Followers, "followers", "people", "followers", true),
        new(Metric.TunedOut, "tuned_out", "people", "followers whose openness is below one half", true),
        new(Metric.Harmed, "harmed", "people", "people annoyed or reached by a complaint", true),
        new(Metric.TrustCapital, "trust_capital", "people-equivalents", "trust summed over followers", true),
        new(Metric.RelationshipCapital, "relationship_capital", "people-equivalents", "relationship summed over followers", true),
        new(Metric.Openness, "openness", "", "mean openness of followers", true),
        new(Metric.StandingDebt, "standing_debt", "views per follower", "negative minus positive outside views, fading", true),
        new(Metric.Revenue, "revenue", "currency units", "margin of all sales", true),
        new(Metric.Cost, "cost", "currency units", "cost of sending and answering", true),
        new(Metric.NetValue, "net_value", "currency units", "discounted margin of all sales minus costs", true),
        new(Metric.ResidualValue, "residual_value", "currency units", "discounted value of the trust capital left", true),
        new(Metric.TrustDebt, "trust_debt", "", "trust capital missing against the silent twin, as a share", true),
        new(Metric.TrustPrice, "trust_price", "people-equivalents per 100 sales", "trust capital lost per 100 extra sales", true),
        new(Metric.BreakEvenDay, "break_even_day", "day", "from which day on the net value stays below the silent twin's", false),
        new(Metric.IcebergRatio, "iceberg_ratio", "people per complaint", "people harmed per complaint heard", true),
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
