using Simulator.Parameters;

namespace Simulator.Recovery;

/// <summary>Promotional DMs fade from memory.</summary>
public sealed record PressureDynamics : ParameterSet
{
    /// <summary>Half-life of a promotional DM in memory, days.</summary>
    [Parameter("half-life of a promotional DM in memory", Unit = "days", From = 0.01, To = 1000000)]
    public double HalfLife { get; init; } = 10;
}
