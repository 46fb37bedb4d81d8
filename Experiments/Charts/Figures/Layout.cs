using System.Text.Json.Serialization;

namespace Experiments.Charts.Figures;

/// <summary>Everything of a figure that is not data.</summary>
internal sealed record Layout
{
    /// <summary>Axes by their key, xaxis, yaxis, xaxis2 …; written as members of the layout, which rules out a required member.</summary>
    [JsonExtensionData]
    public IDictionary<string, object> Axes { get; init; } = new Dictionary<string, object>();

    /// <summary>Title of a figure that stands alone; a report shows it as a heading, where it can wrap.</summary>
    public FigureTitle? Title { get; init; }

    /// <summary>Height, pixels; the width follows the page.</summary>
    public double Height { get; init; } = 460;

    /// <summary>Width follows the page.</summary>
    public bool Autosize { get; init; } = true;

    /// <summary>Margins.</summary>
    public Margin Margin { get; init; } = new(16, 16, 16, 16);

    /// <summary>Font of everything that has none of its own.</summary>
    public Font Font { get; init; } = new();

    /// <summary>Text.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>Rectangles and lines.</summary>
    public IReadOnlyList<Shape> Shapes { get; init; } = [];

    /// <summary>Whether there is a legend.</summary>
    public bool Showlegend { get; init; }

    /// <summary>The legend.</summary>
    public Legend? Legend { get; init; }

    /// <summary>stack, group, overlay.</summary>
    public string Barmode { get; init; } = "stack";

    /// <summary>closest labels the mark under the pointer.</summary>
    public string Hovermode { get; init; } = "closest";

    /// <summary>Ground of the figure.</summary>
    [JsonPropertyName("paper_bgcolor")]
    public string PaperColor { get; init; } = Palette.Paper;

    /// <summary>Ground of the data.</summary>
    [JsonPropertyName("plot_bgcolor")]
    public string PlotColor { get; init; } = Palette.Paper;

    /// <summary>Dragging does nothing, so that a finger scrolls the page.</summary>
    public bool Dragmode { get; init; }
}
