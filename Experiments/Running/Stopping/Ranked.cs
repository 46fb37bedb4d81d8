namespace Experiments.Running.Stopping;

/// <summary>An alternative in the order that a ranking found.</summary>
/// <param name="Place">1 for the best; the same for alternatives that are the same thing at different points.</param>
/// <param name="Point">Number of the point.</param>
/// <param name="Policy">Position of the policy at the point.</param>
/// <param name="Replicates">Replicates it got.</param>
/// <param name="Mean">Mean of its runs; NaN when all failed.</param>
/// <param name="Behind">How far the best is ahead of it, by common replicates; 0 for the best itself.</param>
internal sealed record Ranked(int Place, int Point, int Policy, int Replicates, double Mean, Spread Behind);
