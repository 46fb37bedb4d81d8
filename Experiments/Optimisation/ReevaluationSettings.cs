using Simulator.Parameters;

namespace Experiments.Optimisation;

/// <summary>How the best of a search are judged in the end.</summary>
internal sealed record ReevaluationSettings : ParameterSet
{
    /// <summary>Candidates judged again.</summary>
    [Parameter("how many of the best candidates are judged again", From = 1, To = 10_000)]
    public int Top { get; init; } = 60;

    /// <summary>Replicates of each.</summary>
    [Parameter("replicates of each, none of which the search has seen", From = 20, To = 1_000_000)]
    public int Replicates { get; init; } = 256;
}
