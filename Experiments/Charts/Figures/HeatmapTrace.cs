namespace Experiments.Charts.Figures;

/// <summary>A matrix of coloured cells; null cells stay empty.</summary>
internal sealed record HeatmapTrace : Trace
{
    /// <summary>Columns.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Rows.</summary>
    public required IReadOnlyList<double> Y { get; init; }

    /// <summary>Values, a list a row.</summary>
    public required IReadOnlyList<IReadOnlyList<double?>> Z { get; init; }

    /// <summary>Hover text of cells, a list a row.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Customdata { get; init; }

    /// <summary>Pairs of position 0–1 and colour.</summary>
    public required IReadOnlyList<IReadOnlyList<object>> Colorscale { get; init; }

    /// <summary>Value of the first colour.</summary>
    public double Zmin { get; init; } = -1;

    /// <summary>Value of the last colour.</summary>
    public double Zmax { get; init; } = 1;

    /// <summary>Whether the colour bar is shown.</summary>
    public bool Showscale { get; init; }

    /// <summary>The colour bar.</summary>
    public ColourBar? Colorbar { get; init; }

    /// <summary>Gap between columns, pixels.</summary>
    public double Xgap { get; init; } = 3;

    /// <summary>Gap between rows, pixels.</summary>
    public double Ygap { get; init; } = 3;
}
