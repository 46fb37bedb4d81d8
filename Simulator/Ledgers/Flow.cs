namespace Simulator.Ledgers;

/// <summary>What is counted per day.</summary>
public enum Flow
{
    /// <summary>DMs delivered.</summary>
    Sent,

    /// <summary>DMs that were meant for a follower and did not arrive: outside the share reached, over the cap, or suspended.</summary>
    Undelivered,

    /// <summary>DMs read.</summary>
    Read,

    /// <summary>Readings that annoyed.</summary>
    Annoyed,

    /// <summary>Sales to readers of a DM.</summary>
    SalesDm,

    /// <summary>Sales without any DM.</summary>
    SalesOrganic,

    /// <summary>Sales to followers who saw praise.</summary>
    SalesReferral,

    /// <summary>Sales to outsiders who saw praise.</summary>
    SalesOutside,

    /// <summary>Praise, private and public.</summary>
    Praise,

    /// <summary>Private complaints.</summary>
    ComplaintsPrivate,

    /// <summary>Public complaints, joined ones included.</summary>
    ComplaintsPublic,

    /// <summary>Public complaints by people who joined in.</summary>
    ComplaintsJoined,

    /// <summary>Complaints by outsiders who saw a complaint.</summary>
    ComplaintsBystander,

    /// <summary>Unfollows after a message.</summary>
    Unfollows,

    /// <summary>Blocks (reports to the platform).</summary>
    Blocks,

    /// <summary>Followers who drifted away in silence.</summary>
    Drifted,

    /// <summary>New followers.</summary>
    Arrived,

    /// <summary>Complaints answered.</summary>
    Answers,

    /// <summary>People annoyed or reached by a complaint for the first time.</summary>
    Harmed,
}
