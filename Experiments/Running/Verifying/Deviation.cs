namespace Experiments.Running.Verifying;

/// <summary>A value that is not what it was.</summary>
/// <param name="Point">Number of the point.</param>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Replicate">Number of the replicate.</param>
/// <param name="Outcome">Name of the outcome, with its horizon or segment.</param>
/// <param name="Stored">The value in the store, as text; empty where missing.</param>
/// <param name="Recomputed">The value that came out now.</param>
internal sealed record Deviation(int Point, string Policy, int Replicate, string Outcome, string Stored, string Recomputed);
