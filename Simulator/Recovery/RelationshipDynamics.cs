using Simulator.Parameters;

namespace Simulator.Recovery;

/// <summary>How messages change the relationship, and its way back to where it was.</summary>
public sealed record RelationshipDynamics : ParameterSet
{
    /// <summary>Share of the relationship lost to a fully annoying message.</summary>
    [Parameter("share of the relationship lost to a fully annoying message", From = 0, To = 1)]
    public double Loss { get; init; } = 0.3;

    /// <summary>Share of the missing relationship gained by a fully valuable message.</summary>
    [Parameter("share of the missing relationship gained by a fully valuable message", From = 0, To = 1)]
    public double Gain { get; init; } = 0.1;

    /// <summary>Half-life of a change of the relationship, days.</summary>
    [Parameter("half-life of a change of the relationship", Unit = "days", From = 0.01, To = 1000000)]
    public double HalfLife { get; init; } = 120;
}
