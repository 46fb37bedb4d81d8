namespace Experiments.Charts.Figures;

/// <summary>Legend above the data, in a row.</summary>
internal sealed record Legend
{
    /// <summary>h for a row.</summary>
    public string Orientation { get; init; } = "h";

    /// <summary>Horizontal position, 0–1.</summary>
    public double X { get; init; }

    /// <summary>Left edge at the position.</summary>
    public string Xanchor { get; init; } = "left";

    /// <summary>Vertical position; a little above the plot.</summary>
    public double Y { get; init; } = 1.02;

    /// <summary>Lower edge at the position.</summary>
    public string Yanchor { get; init; } = "bottom";

    /// <summary>normal keeps the order of traces.</summary>
    public string Traceorder { get; init; } = "normal";

    /// <summary>Clicking does nothing: a hidden trace would falsify the title.</summary>
    public bool Itemclick { get; init; }

    /// <summary>Nor does clicking twice.</summary>
    public bool Itemdoubleclick { get; init; }
}
