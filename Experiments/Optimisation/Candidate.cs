namespace Experiments.Optimisation;

/// <summary>A policy that was tried in a search.</summary>
/// <param name="Number">Its number, from 1; 0 is the policy as written, −1 the silent twin.</param>
/// <param name="Generation">The generation that brought it up; −1 for the two that nothing brought up.</param>
/// <param name="Genes">Its coordinates, one a lever; empty for those two.</param>
/// <param name="Means">Means of all outcomes over the replicates of the search; NaN where it cannot be run.</param>
/// <param name="Violation">How far it breaks the constraints; infinite where it cannot be run.</param>
/// <param name="Cause">Why it cannot be run; null where it can.</param>
internal sealed record Candidate(int Number, int Generation, double[] Genes, double[] Means, double Violation, string? Cause)
{
    /// <summary>Number of the silent twin.</summary>
    internal const int Silent = -1;

    /// <summary>Number of the policy as written.</summary>
    internal const int AsWritten = 0;

    /// <summary>Whether it keeps to all constraints.</summary>
    internal bool IsFeasible => Violation <= 0;
}
