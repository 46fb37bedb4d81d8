using Simulator.Parameters;

namespace Simulator.Reactions;

/// <summary>Scales of the visible reactions to a message that was read.</summary>
public sealed record ReactionRates : ParameterSet
{
    /// <summary>Chance of praise per R·T of a reader who is not annoyed.</summary>
    [Parameter("chance of praise at full relationship and trust", From = 0, To = 1)]
    public double Praise { get; init; } = 0.5;

    /// <summary>Share of praise that is public.</summary>
    [Parameter("share of praise that is public", From = 0, To = 1)]
    public double PraisePublic { get; init; } = 0.3;

    /// <summary>Chance of a complaint at full annoyance.</summary>
    [Parameter("chance of a complaint at full annoyance", From = 0, To = 1)]
    public double Complain { get; init; } = 0.014;

    /// <summary>Share of complaints that are public.</summary>
    [Parameter("share of complaints that are public", From = 0, To = 1)]
    public double ComplainPublic { get; init; } = 0.5;

    /// <summary>Chance of a block (a report to the platform) at full annoyance; grows with its square.</summary>
    [Parameter("chance of a block at full annoyance", From = 0, To = 1)]
    public double Block { get; init; } = 0.015;

    /// <summary>Chance of an unfollow at full annoyance without a relationship.</summary>
    [Parameter("chance of an unfollow at full annoyance without a relationship", From = 0, To = 1)]
    public double Unfollow { get; init; } = 0.08;

    /// <summary>Chance that any message read reminds a fully distrustful stranger to go.</summary>
    [Parameter("chance that a message reminds a fully distrustful stranger to go", From = 0, To = 1)]
    public double Reminder { get; init; } = 0.003;
}
