namespace Experiments.Charts.Figures;

/// <summary>Title of a figure that stands alone, at its upper left.</summary>
/// <param name="text">The finding.</param>
/// <param name="caption">Replicates, seed, interval method and hash.</param>
internal sealed class FigureTitle(string text, string caption)
{
    private const double SlideSize = 20;
    private const double CaptionSize = 12;

    /// <summary>The finding.</summary>
    public string Text { get; } = text;

    /// <summary>Font of the finding.</summary>
    public Font Font { get; } = new() { Size = SlideSize };

    /// <summary>The caption.</summary>
    public AxisTitle Subtitle { get; } = new(caption) { Font = new() { Size = CaptionSize, Color = Palette.Muted } };

    /// <summary>Measured from the edge of the figure, not of the data.</summary>
    public string Xref { get; } = "container";

    /// <summary>Distance from the left edge as a share of the width.</summary>
    public double X { get; } = 0.016;

    /// <summary>The left end of the text stands there.</summary>
    public string Xanchor { get; } = "left";

    /// <summary>Measured from the edge of the figure.</summary>
    public string Yref { get; } = "container";

    /// <summary>At the upper edge.</summary>
    public double Y { get; } = 1;

    /// <summary>The upper end of the text stands there.</summary>
    public string Yanchor { get; } = "top";

    /// <summary>Distance from the upper edge, pixels.</summary>
    public FigurePadding Pad { get; } = new(14);
}
