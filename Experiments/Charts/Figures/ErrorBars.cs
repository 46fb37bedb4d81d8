namespace Experiments.Charts.Figures;

/// <summary>Error bars: distances from the point, one a point.</summary>
internal sealed record ErrorBars
{
    /// <summary>Kind; given as data.</summary>
    public string Type { get; } = "data";

    /// <summary>Distances to the upper bounds.</summary>
    public required IReadOnlyList<double> Array { get; init; }

    /// <summary>Distances to the lower bounds; null means the same.</summary>
    public IReadOnlyList<double>? Arrayminus { get; init; }

    /// <summary>Whether the distances differ.</summary>
    public bool Symmetric => Arrayminus is null;

    /// <summary>Colour.</summary>
    public string? Color { get; init; }

    /// <summary>Width of the stroke, pixels.</summary>
    public double? Thickness { get; init; }

    /// <summary>Width of the caps, pixels.</summary>
    public double? Width { get; init; }
}
