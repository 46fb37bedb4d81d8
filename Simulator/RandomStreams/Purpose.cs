namespace Simulator.RandomStreams;

/// <summary>What a draw decides. Part of its address, so that no two decisions share a draw.</summary>
public enum Purpose : byte
{
    /// <summary>Traits of a person (blocks 0–2).</summary>
    Traits = 1,

    /// <summary>Reading, buying, voice and exit of one delivered message.</summary>
    Delivery = 2,

    /// <summary>Whether a message arrives, and whether it is sent twice.</summary>
    Transport = 3,

    /// <summary>Number of new followers of a day.</summary>
    Arrivals = 4,

    /// <summary>Whether a complaint is answered.</summary>
    Answer = 5,

    /// <summary>Number of people who see a voice on a day.</summary>
    Audience = 6,

    /// <summary>Who a viewer is and what it does.</summary>
    View = 7,

    /// <summary>Number of organic sales of a day.</summary>
    OrganicSales = 8,

    /// <summary>The poll: order of readings.</summary>
    PollReading = 9,

    /// <summary>The poll: bystanders.</summary>
    PollBystander = 10,

    /// <summary>A person's lasting lot, for random shares of the list.</summary>
    Lot = 11,

    /// <summary>Daily drift in the plain twin.</summary>
    DailyDrift = 12,

    /// <summary>A person's lasting lot, for pilots of learned targeting.</summary>
    Pilot = 13,

    /// <summary>Whether a person gets a message of learned targeting on a day whatever was learned.</summary>
    Exploration = 14,
}
