using Simulator.Parameters;

namespace Simulator.Messages;

/// <summary>A promotional or conversational direct message.</summary>
public sealed record Message : ParameterSet
{
    /// <summary>Promotion from which a message counts as promotional (in the poll). Chosen, not measured.</summary>
    public const double PromotionalFrom = 0.5;

    /// <summary>Name, by which policies and results refer to the message.</summary>
    public string Name { get; init; } = "message";

    /// <summary>π: 0 conversation – 1 pure pitch.</summary>
    [Parameter("0 conversation - 1 pure pitch", From = 0, To = 1)]
    public double Promotion { get; init; } = 0.9;

    /// <summary>ρ: 0 mechanical – 1 written for this person.</summary>
    [Parameter("0 mechanical - 1 written for this person", From = 0, To = 1)]
    public double Personalization { get; init; } = 0.1;

    /// <summary>ν: usefulness to the reader, 0–1.</summary>
    [Parameter("usefulness to the reader", From = 0, To = 1)]
    public double Value { get; init; } = 0.1;

    /// <summary>Text variants; 0 means written anew each time, never a repetition.</summary>
    [Parameter("text variants; 0 = written anew each time", From = 0, To = 1000)]
    public int Copies { get; init; } = 1;

    /// <summary>Whether the message carries an offer that can be bought.</summary>
    [Parameter("whether it carries an offer that can be bought")]
    public bool Offer { get; init; }

    /// <summary>Whether the message counts as promotional (in the poll).</summary>
    public bool IsPromotional => Promotion >= PromotionalFrom;
}
