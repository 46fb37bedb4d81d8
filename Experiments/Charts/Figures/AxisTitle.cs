namespace Experiments.Charts.Figures;

/// <summary>Title of an axis: what it shows, and its unit.</summary>
/// <param name="Text">The title.</param>
/// <param name="Standoff">Distance from the tick labels, pixels.</param>
/// <param name="Font">Font; null for that of the figure.</param>
internal sealed record AxisTitle(string Text, double? Standoff = null, Font? Font = null);
