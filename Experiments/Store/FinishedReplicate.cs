namespace Experiments.Store;

/// <summary>All policies of one replicate at one point; the store takes it whole or not at all.</summary>
/// <param name="Point">Number of the point.</param>
/// <param name="Replicate">Number of the replicate.</param>
/// <param name="Runs">One run a policy, in the order of the point.</param>
internal sealed record FinishedReplicate(int Point, int Replicate, IReadOnlyList<FinishedRun> Runs);
