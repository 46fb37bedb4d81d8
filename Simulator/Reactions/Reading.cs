using Simulator.Parameters;

namespace Simulator.Reactions;

/// <summary>Who reads a delivered message: a·(floor + (1 − floor)·R)·D·C/(C + P).</summary>
public sealed record Reading : ParameterSet
{
    /// <summary>Reading of a person without any relationship, relative to one with the strongest.</summary>
    [Parameter("reading without any relationship, relative to the strongest", From = 0, To = 1)]
    public double Floor { get; init; } = 0.5;

    /// <summary>C, promotional DMs in memory that halve reading.</summary>
    [Parameter("promotional DMs in memory that halve reading", Unit = "DMs", From = 0, To = 1000000, Exclusive = true)]
    public double Capacity { get; init; } = 30;
}
