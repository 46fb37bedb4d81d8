namespace Experiments.Charts.Figures;

/// <summary>Markers or the filling of bars.</summary>
internal sealed record Marker
{
    /// <summary>One colour, or one a point.</summary>
    public object? Color { get; init; }

    /// <summary>Size, pixels.</summary>
    public double? Size { get; init; }

    /// <summary>One symbol, or one a point.</summary>
    public object? Symbol { get; init; }

    /// <summary>Outline.</summary>
    public Line? Line { get; init; }

    /// <summary>0 transparent – 1 opaque.</summary>
    public double? Opacity { get; init; }
}
