namespace Experiments.Charts.Figures;

/// <summary>Distance of a title from the edge, pixels.</summary>
/// <param name="T">Top.</param>
internal sealed record FigurePadding(double T);
