using Experiments.Charts;
using Experiments.Charts.Figures;

namespace Experiments.Notebooks;

/// <summary>Points, with error bars where bounds are known.</summary>
internal static class ScatterFigure
{
    /// <summary>Points from which on they are drawn small and translucent. Chosen, not measured.</summary>
    private const int Many = 80;

    internal static Figure Draw(MarkSeries series, string xAxis, string yAxis, bool diagonal)
    {
        MarkSeries.Mark[] placed = [.. series.Placed];
        double[] across = MarkSeries.Padded(placed.Select(mark => mark.X), 0.05);
        double[] up = MarkSeries.Padded(placed.SelectMany(mark => new[] { mark.Y, mark.Low, mark.High }).OfType<double>(), 0.07);
        bool isNamed = series.Names.Count > 1;
        return new Figure(
            [.. series.Names.Select((name, index) => Points(series.Styles[name], name, [.. series.Marks[index].Where(mark => mark.Y is not null)], placed.Length >= Many))],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis { Title = new AxisTitle(xAxis, 6), Range = across, Zeroline = across[0] < 0, Nticks = 9, Tickformat = MarkSeries.TickFormat(across) },
                    ["yaxis"] = new Axis { Title = new AxisTitle(yAxis, 8), Range = up, Zeroline = up[0] < 0, Nticks = 7, Tickformat = MarkSeries.TickFormat(up) },
                },
                Shapes = diagonal ? [Diagonal(across, up)] : [],
                Showlegend = isNamed,
                Legend = isNamed ? new Legend() : null,
                Font = Format.Wide.Font,
                Margin = new Margin(62, 20, isNamed ? 40 : 12, 52),
                Height = isNamed ? 460 : 432,
            });
    }

    private static ScatterTrace Points(PolicyStyle style, string name, MarkSeries.Mark[] marks, bool areMany) => new()
    {
        Name = name,
        X = [.. marks.Select(mark => mark.X)],
        Y = [.. marks.Select(mark => mark.Y!.Value)],
        Mode = "markers",
        Marker = new Marker { Color = style.Colour, Symbol = style.Symbol, Size = areMany ? 5 : 9, Opacity = areMany ? 0.45 : null },
        ErrorY = Array.TrueForAll(marks, mark => mark is { Low: not null, High: not null })
            ? new ErrorBars { Array = [.. marks.Select(mark => mark.High!.Value - mark.Y!.Value)], Arrayminus = [.. marks.Select(mark => mark.Y!.Value - mark.Low!.Value)], Color = style.Colour, Thickness = 1.5, Width = 4 }
            : null,
        Hovertemplate = name.Length > 0 ? "%{x:,.4~g}: %{y:,.4~g}<extra>%{fullData.name}</extra>" : "%{x:,.4~g}: %{y:,.4~g}<extra></extra>",
    };

    private static Shape Diagonal(double[] across, double[] up)
    {
        (double from, double to) = (Math.Max(across[0], up[0]), Math.Min(across[1], up[1]));
        return new Shape { Type = "line", X0 = from, Y0 = from, X1 = to, Y1 = to, Line = new Line { Color = Palette.Axis, Width = 1.5, Dash = "dash" } };
    }
}
