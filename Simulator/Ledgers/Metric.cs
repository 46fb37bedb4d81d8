namespace Simulator.Ledgers;

/// <summary>The outcomes of a run, in the order of result files. Their names there are in <see cref="MetricInfo"/>.</summary>
public enum Metric
{
    /// <summary>DMs delivered; DMs.</summary>
    Sent,

    /// <summary>DMs meant for a follower that did not arrive; DMs.</summary>
    Undelivered,

    /// <summary>DMs read; DMs.</summary>
    Read,

    /// <summary>Readings that annoyed; readings.</summary>
    Annoyed,

    /// <summary>Sales to readers of a DM; sales.</summary>
    SalesDm,

    /// <summary>Sales without any DM; sales.</summary>
    SalesOrganic,

    /// <summary>Sales to followers who saw praise; sales.</summary>
    SalesReferral,

    /// <summary>Sales to outsiders who saw praise; sales.</summary>
    SalesOutside,

    /// <summary>All sales; sales.</summary>
    Sales,

    /// <summary>All sales of the first 30 days; sales.</summary>
    ShortTermSales,

    /// <summary>Praise, private and public; voices.</summary>
    Praise,

    /// <summary>Private complaints; complaints.</summary>
    ComplaintsPrivate,

    /// <summary>Public complaints, joined ones included; complaints.</summary>
    ComplaintsPublic,

    /// <summary>Public complaints by people who joined in; complaints.</summary>
    ComplaintsJoined,

    /// <summary>Complaints by outsiders; complaints.</summary>
    ComplaintsBystander,

    /// <summary>Complaints by followers, private and public; complaints.</summary>
    Complaints,

    /// <summary>Unfollows after a message; people.</summary>
    Unfollows,

    /// <summary>Blocks after a message; people.</summary>
    Blocks,

    /// <summary>Followers who drifted away in silence; people.</summary>
    Drifted,

    /// <summary>New followers; people.</summary>
    Arrived,

    /// <summary>Complaints answered; answers.</summary>
    Answers,

    /// <summary>Followers; people.</summary>
    Followers,

    /// <summary>Followers whose openness is below one half; people.</summary>
    TunedOut,

    /// <summary>People annoyed or reached by a complaint; people.</summary>
    Harmed,

    /// <summary>Trust summed over followers; people-equivalents.</summary>
    TrustCapital,

    /// <summary>Relationship summed over followers; people-equivalents.</summary>
    RelationshipCapital,

    /// <summary>Mean openness of followers.</summary>
    Openness,

    /// <summary>Negative minus positive outside views, fading; views per follower.</summary>
    StandingDebt,

    /// <summary>Margin of all sales; currency units.</summary>
    Revenue,

    /// <summary>Cost of sending and answering; currency units.</summary>
    Cost,

    /// <summary>Discounted margin of all sales minus costs; currency units.</summary>
    NetValue,

    /// <summary>Discounted value of the trust capital left; currency units.</summary>
    ResidualValue,

    /// <summary>Trust capital missing against the silent twin, as a share.</summary>
    TrustDebt,

    /// <summary>Trust capital lost per 100 extra sales; people-equivalents per 100 sales.</summary>
    TrustPrice,

    /// <summary>From which day on the net value stays below the silent twin's; day.</summary>
    BreakEvenDay,

    /// <summary>People harmed per complaint heard; people per complaint.</summary>
    IcebergRatio,

    /// <summary>Days from a trust debt of 5% until the follower count shows it; days.</summary>
    DetectionLag,

    /// <summary>Negative answers of the opt-in poll, as a share.</summary>
    PollNegativeShare,

    /// <summary>Followers at the end of day index 6; people.</summary>
    FollowersDay7,

    /// <summary>Followers at the end of day index 13; people.</summary>
    FollowersDay14,
}
