namespace Experiments.Charts.Figures;

/// <summary>Title of an axis: what it shows, and its unit.</summary>
/// <param name="Text">The title.</param>
/// <param name="Standoff">Distance from the tick labels, pixels.</param>
internal sealed record AxisTitle(string Text, double? Standoff = null)
{
    /// <summary>Font: secondary, since the heading says what matters.</summary>
    public Font Font { get; init; } = new() { Size = 13, Color = Palette.Muted };
}
