namespace Experiments.Analysis.Sweeps;

/// <summary>The cells of a sweep as they stand after a number of days.</summary>
/// <param name="Days">Number of days.</param>
/// <param name="Cells">The cells, in the order of those at the end.</param>
internal sealed record SweepHorizon(int Days, IReadOnlyList<SweepCell> Cells);
