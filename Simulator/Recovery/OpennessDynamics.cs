using Simulator.Parameters;

namespace Simulator.Recovery;

/// <summary>Tuning out: openness to DMs falls with spamminess and comes back.</summary>
public sealed record OpennessDynamics : ParameterSet
{
    /// <summary>Share of openness lost to reading a fully spam-like message without value.</summary>
    [Parameter("share of openness lost to a fully spam-like message without value", From = 0, To = 1)]
    public double Loss { get; init; } = 0.15;

    /// <summary>Half-life of lost openness, days.</summary>
    [Parameter("half-life of lost openness", Unit = "days", From = 0.01, To = 1000000)]
    public double HalfLife { get; init; } = 60;
}
