namespace Experiments.Calibration;

/// <summary>One simulation that a calibration asks for.</summary>
/// <param name="Scores">Normal scores z of the parameters: the parameter's value is its prior quantile at Φ(z).</param>
/// <param name="IsNull">Whether the world is the one of the null hypothesis.</param>
/// <param name="Seed">Seed of the simulation's own luck.</param>
/// <param name="Number">Number of the trial under that seed.</param>
internal sealed record Trial(double[] Scores, bool IsNull, ulong Seed, int Number);
