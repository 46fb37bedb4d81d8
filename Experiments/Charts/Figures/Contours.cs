namespace Experiments.Charts.Figures;

/// <summary>Values at which lines of equal value are drawn.</summary>
/// <param name="Start">First value.</param>
/// <param name="End">Last value.</param>
/// <param name="Size">Step.</param>
internal sealed record Contours(double Start, double End, double Size)
{
    /// <summary>Lines alone; a heat map beneath gives the colours.</summary>
    public string Coloring { get; } = "none";

    /// <summary>Whether values stand on the lines.</summary>
    public bool Showlabels { get; init; }

    /// <summary>Font of the values.</summary>
    public Font? Labelfont { get; init; }

    /// <summary>Format of the values, as in d3-format.</summary>
    public string? Labelformat { get; init; }
}
