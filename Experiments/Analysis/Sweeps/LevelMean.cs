namespace Experiments.Analysis.Sweeps;

/// <summary>The mean of an outcome at one level of a factor, over everything else that varies, replicate by replicate.</summary>
/// <param name="Value">The level; of a bin, its middle.</param>
/// <param name="Sample">Replicate by replicate, the mean over all cells with this level.</param>
/// <param name="Cells">How many cells that are.</param>
internal sealed record LevelMean(SweepValue Value, ReplicateSample Sample, int Cells);
