using System.Text.Json.Serialization;

namespace Experiments.Charts.Figures;

/// <summary>Data drawn in one way.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ScatterTrace), "scatter")]
[JsonDerivedType(typeof(BarTrace), "bar")]
[JsonDerivedType(typeof(HeatmapTrace), "heatmap")]
[JsonDerivedType(typeof(ContourTrace), "contour")]
internal abstract record Trace
{
    /// <summary>Name in the legend and in hover labels.</summary>
    public string Name { get; init; } = "";

    /// <summary>Horizontal axis, for example x2.</summary>
    public string Xaxis { get; init; } = "x";

    /// <summary>Vertical axis, for example y2.</summary>
    public string Yaxis { get; init; } = "y";

    /// <summary>Whether the legend lists the trace; null where the kind of trace has no legend.</summary>
    public bool? Showlegend { get; init; }

    /// <summary>Hover label; "skip" for what only guides the eye.</summary>
    public string? Hoverinfo { get; init; }

    /// <summary>Template of the hover label.</summary>
    public string? Hovertemplate { get; init; }

    /// <summary>Text beside or in a mark.</summary>
    public IReadOnlyList<string>? Text { get; init; }
}
