namespace Experiments.Cluster;

/// <summary>The jobs of a round.</summary>
/// <param name="Round">Number of the round; 0 where a merge alone was submitted.</param>
/// <param name="Array">The array job whose tasks take shards; null where a merge alone was submitted.</param>
/// <param name="Merge">The job that merges when the array has ended.</param>
internal sealed record RoundJobs(int Round, string? Array, string Merge);
