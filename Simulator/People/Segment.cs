using Simulator.Parameters;

namespace Simulator.People;

/// <summary>A part of the audience with traits of its own. Traits that are left out are those of the whole audience.</summary>
public sealed record Segment : Traits
{
    /// <summary>Name of the segment.</summary>
    [Parameter("name of the segment")]
    public string Name { get; init; } = "";

    /// <summary>Share of the audience, 0–1; all shares add to 1.</summary>
    [Parameter("share of the audience; all shares add to 1", From = 0, To = 1)]
    public double Share { get; init; } = 1;
}
