namespace Experiments.Charts.Figures;

/// <summary>An axis.</summary>
internal sealed record Axis
{
    /// <summary>Title with unit; null for axes that name their rows or repeat a neighbour's scale.</summary>
    public AxisTitle? Title { get; init; }

    /// <summary>linear or log.</summary>
    public string Type { get; init; } = "linear";

    /// <summary>Ends; on a log axis their decimal logarithms.</summary>
    public IReadOnlyList<double>? Range { get; init; }

    /// <summary>Part of the figure that the axis takes, 0–1.</summary>
    public IReadOnlyList<double>? Domain { get; init; }

    /// <summary>The axis at which it stands.</summary>
    public string? Anchor { get; init; }

    /// <summary>Positions of ticks; null lets plotly choose.</summary>
    public IReadOnlyList<double>? Tickvals { get; init; }

    /// <summary>Labels of the ticks.</summary>
    public IReadOnlyList<string>? Ticktext { get; init; }

    /// <summary>Most ticks when plotly chooses.</summary>
    public int? Nticks { get; init; }

    /// <summary>Format of labels, as in d3-format.</summary>
    public string? Tickformat { get; init; }

    /// <summary>Follows each label.</summary>
    public string? Ticksuffix { get; init; }

    /// <summary>Angle of labels, degrees.</summary>
    public double? Tickangle { get; init; }

    /// <summary>Font of labels.</summary>
    public Font? Tickfont { get; init; }

    /// <summary>Whether labels are shown.</summary>
    public bool Showticklabels { get; init; } = true;

    /// <summary>Tick marks: none, the grid does their work.</summary>
    public string Ticks { get; } = "";

    /// <summary>Distance of labels from the axis, pixels.</summary>
    public double? Ticklabelstandoff { get; init; }

    /// <summary>Whether grid lines are drawn.</summary>
    public bool Showgrid { get; init; } = true;

    /// <summary>Colour of grid lines.</summary>
    public string Gridcolor { get; init; } = Palette.Grid;

    /// <summary>Whether zero has its own line.</summary>
    public bool Zeroline { get; init; }

    /// <summary>Colour of the line at zero.</summary>
    public string Zerolinecolor { get; init; } = Palette.Axis;

    /// <summary>Whether the margin grows with the labels.</summary>
    public bool Automargin { get; init; } = true;

    /// <summary>Whether zooming is off: on a phone it would catch the finger that scrolls.</summary>
    public bool Fixedrange { get; init; } = true;

    /// <summary>Which side labels stand on.</summary>
    public string? Side { get; init; }
}
