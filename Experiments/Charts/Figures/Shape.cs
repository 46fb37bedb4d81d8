namespace Experiments.Charts.Figures;

/// <summary>A rectangle or a line behind or above the data.</summary>
internal sealed record Shape
{
    /// <summary>rect or line.</summary>
    public string Type { get; init; } = "rect";

    /// <summary>Axis of the horizontal positions, or paper.</summary>
    public string Xref { get; init; } = "x";

    /// <summary>Axis of the vertical positions, or paper.</summary>
    public string Yref { get; init; } = "y";

    /// <summary>Left end.</summary>
    public required double X0 { get; init; }

    /// <summary>Right end.</summary>
    public required double X1 { get; init; }

    /// <summary>Lower end.</summary>
    public required double Y0 { get; init; }

    /// <summary>Upper end.</summary>
    public required double Y1 { get; init; }

    /// <summary>Colour of the filling, with alpha.</summary>
    public string? Fillcolor { get; init; }

    /// <summary>Outline.</summary>
    public Line Line { get; init; } = new() { Width = 0 };

    /// <summary>below or above the data.</summary>
    public string Layer { get; init; } = "below";
}
