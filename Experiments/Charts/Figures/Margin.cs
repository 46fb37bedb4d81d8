namespace Experiments.Charts.Figures;

/// <summary>Margins, pixels.</summary>
/// <param name="L">Left.</param>
/// <param name="R">Right.</param>
/// <param name="T">Top.</param>
/// <param name="B">Bottom.</param>
internal sealed record Margin(double L, double R, double T, double B);
