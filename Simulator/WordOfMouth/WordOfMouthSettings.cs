using Simulator.Parameters;

namespace Simulator.WordOfMouth;

/// <summary>How public praise and complaints travel.</summary>
public sealed record WordOfMouthSettings : ParameterSet
{
    /// <summary>People who see a voice, all days together, as a share of the speaker's reach.</summary>
    [Parameter("share of the speaker's audience that sees a voice", From = 0, To = 1)]
    public double Seen { get; init; } = 0.1;

    /// <summary>Half-life of a voice's visibility, days.</summary>
    [Parameter("half-life of a voice's visibility", Unit = "days", From = 0.01, To = 1000)]
    public double HalfLife { get; init; } = 1;

    /// <summary>Share of those who see a voice that follow the sender too.</summary>
    [Parameter("share of viewers who follow the sender too", From = 0, To = 1)]
    public double Overlap { get; init; } = 0.05;

    /// <summary>Share of these drawn from the speaker's community.</summary>
    [Parameter("share of these viewers drawn from the speaker's community", From = 0, To = 1)]
    public double Homophily { get; init; } = 0.3;

    /// <summary>Size of a community: consecutive people.</summary>
    [Parameter("size of a community", Unit = "people", From = 1, To = 1000000000)]
    public int Community { get; init; } = 150;

    /// <summary>Share of trust lost by a stranger who sees a complaint.</summary>
    [Parameter("share of trust lost by a stranger who sees a complaint", From = 0, To = 1)]
    public double Loss { get; init; } = 0.1;

    /// <summary>Twice the share of missing trust gained by a stranger who sees praise.</summary>
    [Parameter("twice the share of missing trust gained by a stranger who sees praise", From = 0, To = 1)]
    public double Gain { get; init; } = 0.1;

    /// <summary>Chance that a viewer who lost all trust joins a complaint.</summary>
    [Parameter("chance that a viewer who lost all trust joins a complaint", From = 0, To = 1)]
    public double Join { get; init; } = 0.05;

    /// <summary>Purchase of a praised offer, relative to a reader of the message.</summary>
    [Parameter("purchase by a viewer of praise, relative to a reader of the message", From = 0, To = 1)]
    public double Referral { get; init; } = 0.5;

    /// <summary>Chance that an outsider who sees praise buys.</summary>
    [Parameter("chance that an outsider who sees praise buys", From = 0, To = 1)]
    public double OutsideSale { get; init; } = 0.0005;

    /// <summary>Chance that an outsider who sees a complaint complains.</summary>
    [Parameter("chance that an outsider who sees a complaint complains", From = 0, To = 1)]
    public double Bystander { get; init; } = 0.02;

    /// <summary>Half-life of the standing debt, days.</summary>
    [Parameter("half-life of the standing debt", Unit = "days", From = 0.01, To = 1000000)]
    public double ReputationHalfLife { get; init; } = 30;

    /// <summary>How strongly the standing debt slows the inflow of followers.</summary>
    [Parameter("how strongly the standing debt slows the inflow of followers", From = 0, To = 1000)]
    public double ReputationEffect { get; init; } = 0.5;

    /// <summary>Days during which a person who spoke up stays quiet.</summary>
    [Parameter("days during which a person who spoke up stays quiet", Unit = "days", From = 0, To = 65000)]
    public int Cooldown { get; init; } = 7;

    /// <summary>Name of the follower graph that replaces drawn viewers; null means viewers are drawn.</summary>
    [Parameter("edge-list file (viewer,speaker) that replaces drawn viewers; empty = drawn")]
    public string? Network { get; init; }
}
