using Experiments.Charts;
using Experiments.Charts.Figures;

namespace Experiments.Notebooks;

/// <summary>Lines that carry their names at their ends.</summary>
internal static class LineFigure
{
    private const double Height = 360;

    /// <summary>Marks of a line up to which each is drawn: more would hide the line. Chosen, not measured.</summary>
    private const int MostMarkers = 12;

    private static Format Page => Format.Wide;

    internal static Figure Draw(MarkSeries series, string xAxis, string yAxis)
    {
        double[] across = [series.Placed.Min(mark => mark.X), series.Placed.Max(mark => mark.X)];
        bool hasMarkers = series.Marks.All(marks => marks.Count <= MostMarkers);
        double[] up = MarkSeries.Padded(series.Placed.SelectMany(mark => new[] { mark.Y, mark.Low, mark.High }).OfType<double>(), 0.06);
        (string Name, double Value)[] ends = [.. series.Names.Select((name, index) => (name, series.Marks[index].Last(mark => mark.Y is not null).Y!.Value))];
        bool isNamed = series.Names.Any(name => name.Length > 0);
        double right = isNamed ? ends.Max(end => Page.WidthOf(Page.Wrapped(end.Name))) + 26 : 20;
        return new Figure(
            [.. series.Names.SelectMany((name, index) => Band(series, name, index)), .. series.Names.SelectMany((name, index) => Lines(series, name, index))],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis { Title = new AxisTitle(xAxis, 6), Range = across[0] < across[1] && !hasMarkers ? across : MarkSeries.Padded(across, 0.02), Nticks = 9, Tickformat = MarkSeries.TickFormat(across) },
                    ["yaxis"] = new Axis { Title = new AxisTitle(yAxis, 8), Range = up, Zeroline = true, Nticks = 7, Tickformat = MarkSeries.TickFormat(up) },
                },
                Annotations = !isNamed ? [] : [.. EndLabels.Spread(ends, up, Height, Page).Select(label => new Annotation
                {
                    Text = Page.Wrapped(label.Name),
                    X = 1,
                    Y = label.Place,
                    Yref = "y",
                    Xshift = 12,
                    Yanchor = "middle",
                    Font = new Font { Color = series.Styles[label.Name].Colour, Size = Page.FontSize },
                })],
                Font = Page.Font,
                Margin = new Margin(62, right, 12, 52),
                Height = Height + 64,
            });
    }

    private static IEnumerable<Trace> Lines(MarkSeries series, string name, int index)
    {
        PolicyStyle style = series.Styles[name];
        foreach (MarkSeries.Mark[] part in Parts(series.Marks[index], mark => mark.Y is not null))
        {
            yield return new ScatterTrace
            {
                Name = name,
                X = [.. part.Select(mark => mark.X)],
                Y = [.. part.Select(mark => mark.Y!.Value)],
                Mode = part.Length == 1 ? "markers" : part.Length <= MostMarkers ? "lines+markers" : "lines",
                Line = new Line { Color = style.Colour, Dash = style.Dash, Width = 2.5 },
                Marker = new Marker { Color = style.Colour, Symbol = style.Symbol, Size = 7 },
                Cliponaxis = false,
                Hovertemplate = name.Length > 0 ? "%{x}: %{y:,.4~g}<extra>%{fullData.name}</extra>" : "%{x}: %{y:,.4~g}<extra></extra>",
            };
        }
    }

    private static IEnumerable<Trace> Band(MarkSeries series, string name, int index)
    {
        foreach (MarkSeries.Mark[] part in Parts(series.Marks[index], mark => mark is { Low: not null, High: not null }))
        {
            yield return new ScatterTrace
            {
                Name = name,
                X = [.. part.Select(mark => mark.X), .. part.Reverse().Select(mark => mark.X)],
                Y = [.. part.Select(mark => mark.High!.Value), .. part.Reverse().Select(mark => mark.Low!.Value)],
                Line = new Line { Width = 0 },
                Fill = "toself",
                Fillcolor = Palette.Faded(series.Styles[name].Colour, 0.16),
                Hoverinfo = "skip",
            };
        }
    }

    private static IEnumerable<MarkSeries.Mark[]> Parts(IReadOnlyList<MarkSeries.Mark> marks, Func<MarkSeries.Mark, bool> isThere)
    {
        var part = new List<MarkSeries.Mark>();
        foreach (MarkSeries.Mark mark in marks)
        {
            if (isThere(mark))
            {
                part.Add(mark);
            }
            else if (part.Count > 0)
            {
                yield return [.. part];
                part.Clear();
            }
        }

        if (part.Count > 0)
        {
            yield return [.. part];
        }
    }
}
