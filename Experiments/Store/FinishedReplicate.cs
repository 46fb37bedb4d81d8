namespace Experiments.Store;

/// <summary>Policies of one replicate at one point; the store takes them all or none.</summary>
/// <param name="Point">Number of the point.</param>
/// <param name="Varied">Values of the varied paths there.</param>
/// <param name="Replicate">Number of the replicate.</param>
/// <param name="Runs">One run a policy.</param>
internal sealed record FinishedReplicate(int Point, IReadOnlyDictionary<string, string> Varied, int Replicate, IReadOnlyList<FinishedRun> Runs);
