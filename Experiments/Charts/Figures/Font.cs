namespace Experiments.Charts.Figures;

/// <summary>A font.</summary>
internal sealed record Font
{
    /// <summary>Families, the first that is installed.</summary>
    public string? Family { get; init; }

    /// <summary>Size, pixels.</summary>
    public double? Size { get; init; }

    /// <summary>One colour, or one a label.</summary>
    public object? Color { get; init; }
}
