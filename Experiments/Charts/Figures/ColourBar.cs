namespace Experiments.Charts.Figures;

/// <summary>The key to the colours of a heat map.</summary>
internal sealed record ColourBar
{
    /// <summary>What the colours mean, with the unit.</summary>
    public required AxisTitle Title { get; init; }

    /// <summary>Width, pixels.</summary>
    public double Thickness { get; init; } = 12;

    /// <summary>h below the data, v beside them.</summary>
    public string Orientation { get; init; } = "v";

    /// <summary>Position across, as a share of the plot.</summary>
    public double X { get; init; } = 1.02;

    /// <summary>Left edge or centre at the position.</summary>
    public string Xanchor { get; init; } = "left";

    /// <summary>Position up, as a share of the plot.</summary>
    public double Y { get; init; } = 0.5;

    /// <summary>Middle or lower edge at the position.</summary>
    public string Yanchor { get; init; } = "middle";

    /// <summary>Length as a share of the plot.</summary>
    public double Len { get; init; } = 1;

    /// <summary>Width of the outline, pixels.</summary>
    public double Outlinewidth { get; init; }

    /// <summary>Follows each label.</summary>
    public string? Ticksuffix { get; init; }

    /// <summary>Format of labels, as in d3-format.</summary>
    public string? Tickformat { get; init; }

    /// <summary>Most labels.</summary>
    public int? Nticks { get; init; }
}
