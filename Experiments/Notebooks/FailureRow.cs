namespace Experiments.Notebooks;

/// <summary>A run that failed; the rest of its experiment went on.</summary>
/// <param name="Point">Number of the point, from 0.</param>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Replicate">Number of the replicate, from 0.</param>
/// <param name="Message">Why.</param>
public sealed record FailureRow(int Point, string Policy, int Replicate, string Message);
