namespace Experiments.Store;

/// <summary>A row of the table <c>ranking</c>.</summary>
/// <param name="Place">1 for the best; the same for cells with the same content address.</param>
/// <param name="Point">Number of the point.</param>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Replicates">Replicates it got.</param>
/// <param name="Mean">Mean of its runs; NaN when all failed.</param>
/// <param name="Difference">How far the best is ahead of it, by common replicates.</param>
/// <param name="StandardError">Standard error of the difference; NaN when it has none.</param>
/// <param name="Mistake">Probability that it is better than the best in spite of the runs.</param>
internal sealed record RankedCell(
    int Place, int Point, string Policy, int Replicates, double Mean, double Difference, double StandardError, double Mistake);
