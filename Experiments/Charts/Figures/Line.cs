namespace Experiments.Charts.Figures;

/// <summary>A stroke.</summary>
internal sealed record Line
{
    /// <summary>Colour.</summary>
    public string? Color { get; init; }

    /// <summary>Width, pixels.</summary>
    public double? Width { get; init; }

    /// <summary>solid, dot, dash, …</summary>
    public string? Dash { get; init; }

    /// <summary>hv draws steps.</summary>
    public string? Shape { get; init; }
}
