namespace Experiments.Charts.Figures;

/// <summary>Lines of equal value over a matrix.</summary>
internal sealed record ContourTrace : Trace
{
    /// <summary>Columns.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Rows.</summary>
    public required IReadOnlyList<double> Y { get; init; }

    /// <summary>Values, a list a row.</summary>
    public required IReadOnlyList<IReadOnlyList<double?>> Z { get; init; }

    /// <summary>Which lines.</summary>
    public required Contours Contours { get; init; }

    /// <summary>Stroke.</summary>
    public Line? Line { get; init; }

    /// <summary>Lines at values that are given rather than chosen by plotly.</summary>
    public bool Autocontour { get; init; }

    /// <summary>Whether the colour bar is shown.</summary>
    public bool Showscale { get; init; }
}
