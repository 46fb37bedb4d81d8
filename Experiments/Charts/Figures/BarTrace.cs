namespace Experiments.Charts.Figures;

/// <summary>Bars.</summary>
internal sealed record BarTrace : Trace
{
    /// <summary>Lengths of horizontal bars.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Rows of horizontal bars.</summary>
    public required IReadOnlyList<double> Y { get; init; }

    /// <summary>h for horizontal.</summary>
    public string Orientation { get; init; } = "h";

    /// <summary>Thickness, in rows.</summary>
    public double? Width { get; init; }

    /// <summary>Filling, one colour or one a bar.</summary>
    public Marker? Marker { get; init; }

    /// <summary>inside, outside, none.</summary>
    public string? Textposition { get; init; }

    /// <summary>none keeps the size of text where it does not fit.</summary>
    public string? Constraintext { get; init; }

    /// <summary>Direction of text.</summary>
    public int? Textangle { get; init; }

    /// <summary>Font of labels.</summary>
    public Font? Textfont { get; init; }

    /// <summary>Where inside text stands: start, middle, end.</summary>
    public string? Insidetextanchor { get; init; }

    /// <summary>Horizontal error bars.</summary>
    public ErrorBars? ErrorX { get; init; }

    /// <summary>False lets labels reach over the axes.</summary>
    public bool? Cliponaxis { get; init; }
}
