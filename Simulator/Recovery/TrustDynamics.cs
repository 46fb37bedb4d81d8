using Simulator.Parameters;

namespace Simulator.Recovery;

/// <summary>How trust falls, rises, and comes back.</summary>
public sealed record TrustDynamics : ParameterSet
{
    /// <summary>Share of trust lost to a fully annoying message.</summary>
    [Parameter("share of trust lost to a fully annoying message", From = 0, To = 1)]
    public double Loss { get; init; } = 0.5;

    /// <summary>Share of missing trust gained by a fully valuable message.</summary>
    [Parameter("share of missing trust gained by a fully valuable message", From = 0, To = 1)]
    public double Gain { get; init; } = 0.1;

    /// <summary>Share of each change that is long remembered; the rest is soon forgiven.</summary>
    [Parameter("share of each change that is long remembered", From = 0, To = 1)]
    public double RememberedShare { get; init; } = 0.4;

    /// <summary>Half-life of the forgiven part, days.</summary>
    [Parameter("half-life of the forgiven part", Unit = "days", From = 0.01, To = 1000000)]
    public double ForgiveHalfLife { get; init; } = 20;

    /// <summary>Half-life of the remembered part, days.</summary>
    [Parameter("half-life of the remembered part", Unit = "days", From = 0.01, To = 1000000)]
    public double ForgetHalfLife { get; init; } = 270;
}
