namespace Experiments.Analysis.Sweeps;

/// <summary>Percentiles over replicates of one outcome of one cell, day by day, in columns of equal length.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Day">Day index, ascending.</param>
/// <param name="P05">5th percentile of runs.</param>
/// <param name="P25">25th percentile.</param>
/// <param name="P50">Median.</param>
/// <param name="P75">75th percentile.</param>
/// <param name="P95">95th percentile.</param>
internal sealed record DayFan(SweepCell Cell, int[] Day, double[] P05, double[] P25, double[] P50, double[] P75, double[] P95);
