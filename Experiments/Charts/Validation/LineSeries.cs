using Experiments.Analysis;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Validation;

/// <summary>A line of the charts that explain a verdict.</summary>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Dash">solid, dash, dot.</param>
/// <param name="Symbol">Symbol of its markers.</param>
/// <param name="Points">Places along the horizontal axis and values with their intervals.</param>
internal sealed record LineSeries(string Name, string Colour, string Dash, string Symbol, IReadOnlyList<(double X, Interval Y)> Points)
{
    /// <summary>The line with markers and error bars.</summary>
    /// <param name="scale">Factor on the values.</param>
    /// <param name="hover">Template of the hover label.</param>
    /// <param name="panel">Suffix of the axes.</param>
    internal ScatterTrace Trace(double scale, string hover, string panel = "") => new()
    {
        Name = Name,
        Xaxis = "x" + panel,
        Yaxis = "y" + panel,
        X = [.. Points.Select(point => point.X)],
        Y = [.. Points.Select(point => point.Y.Mean * scale)],
        Mode = "lines+markers",
        Line = new Line { Color = Colour, Width = 2.5, Dash = Dash },
        Marker = new Marker { Color = Colour, Size = 7, Symbol = Symbol },
        ErrorY = new ErrorBars { Array = [.. Points.Select(point => point.Y.Above * scale)], Arrayminus = [.. Points.Select(point => point.Y.Below * scale)], Color = Colour, Thickness = 1.5, Width = 3 },
        Hovertemplate = hover,
        Showlegend = true,
    };

    /// <summary>The points as rows of a table.</summary>
    internal IEnumerable<IReadOnlyList<string>> Cells(params IReadOnlyList<string> before) =>
        Points.Select(point => (IReadOnlyList<string>)[.. before, Name, TidyTable.Cell(point.X), .. TidyTable.Cells(point.Y)]);
}
