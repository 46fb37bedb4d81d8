namespace Experiments.Store;

/// <summary>A policy at a point, once it gets no more replicates.</summary>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Hash">Content address of its runs, hexadecimal; empty where the point's values contradict each other.</param>
/// <param name="Replicates">Replicates it got, failed ones included.</param>
internal sealed record Cell(string Policy, string Hash, int Replicates);
