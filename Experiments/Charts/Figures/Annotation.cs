namespace Experiments.Charts.Figures;

/// <summary>Text at a place of the figure.</summary>
internal sealed record Annotation
{
    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>Horizontal position; on a log axis its decimal logarithm.</summary>
    public required double X { get; init; }

    /// <summary>Vertical position.</summary>
    public required double Y { get; init; }

    /// <summary>Axis of the horizontal position, or paper.</summary>
    public string Xref { get; init; } = "paper";

    /// <summary>Axis of the vertical position, or paper.</summary>
    public string Yref { get; init; } = "paper";

    /// <summary>left, center, right.</summary>
    public string Xanchor { get; init; } = "left";

    /// <summary>bottom, middle, top.</summary>
    public string Yanchor { get; init; } = "bottom";

    /// <summary>Shift to the right, pixels.</summary>
    public double Xshift { get; init; }

    /// <summary>Shift upwards, pixels.</summary>
    public double Yshift { get; init; }

    /// <summary>Alignment of several lines.</summary>
    public string Align { get; init; } = "left";

    /// <summary>Whether an arrow is drawn.</summary>
    public bool Showarrow { get; init; }

    /// <summary>Font.</summary>
    public Font? Font { get; init; }
}
