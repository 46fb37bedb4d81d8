using Simulator.Parameters;

namespace Simulator.People;

/// <summary>How the lasting traits of people are distributed.</summary>
public record Traits : ParameterSet
{
    /// <summary>R0, strength of the relationship with the sender.</summary>
    [Parameter("strength of the relationship with the sender, before anything happens")]
    public BetaShape Relationship { get; init; } = new(0.25, 3);

    /// <summary>T0, trust in the sender before anything happens.</summary>
    [Parameter("trust in the sender, before anything happens")]
    public BetaShape Trust { get; init; } = new(0.65, 8);

    /// <summary>τ, how spam-like a message may feel before it annoys.</summary>
    [Parameter("how spam-like a message may feel before it annoys")]
    public BetaShape Tolerance { get; init; } = new(0.60, 6);

    /// <summary>a, chance to read a DM with everything else at its best.</summary>
    [Parameter("chance to read a DM with everything else at its best")]
    public BetaShape Attention { get; init; } = new(0.70, 5);

    /// <summary>q, chance that a fully trusting reader buys an offer.</summary>
    [Parameter("chance that a fully trusting reader buys an offer")]
    public BetaShape Appetite { get; init; } = new(0.10, 2);

    /// <summary>κ, share of people who believe that following is permission to be messaged.</summary>
    [Parameter("share who believe that following is permission to be messaged", From = 0, To = 1)]
    public double Consent { get; init; } = 0.5;

    /// <summary>A, size of a person's own audience.</summary>
    [Parameter("size of a person's own audience")]
    public LogNormalShape Reach { get; init; } = new();
}
