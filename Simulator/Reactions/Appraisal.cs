using Simulator.Parameters;

namespace Simulator.Reactions;

/// <summary>Coefficients of perceived spamminess on the logit scale.</summary>
public sealed record Appraisal : ParameterSet
{
    /// <summary>Intercept.</summary>
    [Parameter("intercept of perceived spamminess (logit)", From = -20, To = 20)]
    public double Base { get; init; } = -1.2;

    /// <summary>Weight of the message's promotion π.</summary>
    [Parameter("weight of promotion", From = -20, To = 20)]
    public double Promotion { get; init; } = 2.0;

    /// <summary>Weight of 1 − ρ: how mechanical the message is.</summary>
    [Parameter("weight of being mechanical (1 - personalization)", From = -20, To = 20)]
    public double Mechanical { get; init; } = 1.0;

    /// <summary>Weight of the promotional DMs still in memory, per DM.</summary>
    [Parameter("weight of each promotional DM still in memory", From = -20, To = 20)]
    public double Pressure { get; init; } = 0.6;

    /// <summary>Weight of having read this copy before.</summary>
    [Parameter("weight of having read this copy before", From = -20, To = 20)]
    public double Repetition { get; init; } = 0.5;

    /// <summary>Relief by the relationship R.</summary>
    [Parameter("relief by the relationship", From = -20, To = 20)]
    public double Relationship { get; init; } = 3.0;

    /// <summary>Relief by believing that following is permission.</summary>
    [Parameter("relief by believing that following is permission", From = -20, To = 20)]
    public double Consent { get; init; } = 1.0;
}
