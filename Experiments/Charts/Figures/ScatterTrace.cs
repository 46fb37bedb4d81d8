namespace Experiments.Charts.Figures;

/// <summary>Lines, markers, labels or filled bands.</summary>
internal sealed record ScatterTrace : Trace
{
    /// <summary>Horizontal positions.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Vertical positions.</summary>
    public required IReadOnlyList<double> Y { get; init; }

    /// <summary>lines, markers, text, or several joined by +.</summary>
    public string Mode { get; init; } = "lines";

    /// <summary>Stroke.</summary>
    public Line? Line { get; init; }

    /// <summary>Markers.</summary>
    public Marker? Marker { get; init; }

    /// <summary>toself fills the outline.</summary>
    public string? Fill { get; init; }

    /// <summary>Colour of the filling, with alpha.</summary>
    public string? Fillcolor { get; init; }

    /// <summary>Where labels stand, one a point, for example "top right".</summary>
    public IReadOnlyList<string>? Textposition { get; init; }

    /// <summary>Font of labels.</summary>
    public Font? Textfont { get; init; }

    /// <summary>Horizontal error bars.</summary>
    public ErrorBars? ErrorX { get; init; }

    /// <summary>Vertical error bars.</summary>
    public ErrorBars? ErrorY { get; init; }

    /// <summary>False lets marks reach over the axes.</summary>
    public bool? Cliponaxis { get; init; }

    /// <summary>Order in the legend.</summary>
    public int? Legendrank { get; init; }
}
