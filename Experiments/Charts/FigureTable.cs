using Experiments.Charts.Figures;

namespace Experiments.Charts;

/// <summary>What a figure draws, as a table: one mark a row, in the units of its axes.</summary>
internal static class FigureTable
{
    /// <summary>Reads a figure.</summary>
    internal static TidyTable Of(Figure figure)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (Trace trace in figure.Data)
        {
            (string x, string y) = (Title(figure, "xaxis", trace.Xaxis), Title(figure, "yaxis", trace.Yaxis));
            rows.AddRange(Marks(trace).Select(mark => (IReadOnlyList<string>)
            [
                trace.Name,
                x,
                Place(figure, "xaxis", trace.Xaxis, mark.X),
                TidyTable.Cell(mark.X - mark.Left),
                TidyTable.Cell(mark.X + mark.Right),
                y,
                Place(figure, "yaxis", trace.Yaxis, mark.Y),
                TidyTable.Cell(mark.Y - mark.Below),
                TidyTable.Cell(mark.Y + mark.Above),
                TidyTable.Cell(mark.Z),
            ]));
        }

        return new TidyTable(["series", "x_is", "x", "x_low", "x_high", "y_is", "y", "y_low", "y_high", "value"], rows);
    }

    private static IEnumerable<Mark> Marks(Trace trace) => trace switch
    {
        ScatterTrace scatter => Enumerable.Range(0, scatter.X.Count).Select(index => new Mark(scatter.X[index], scatter.Y[index])
        {
            Left = Bar(scatter.ErrorX, index, lower: true),
            Right = Bar(scatter.ErrorX, index, lower: false),
            Below = Bar(scatter.ErrorY, index, lower: true),
            Above = Bar(scatter.ErrorY, index, lower: false),
        }),
        BarTrace bar => Enumerable.Range(0, bar.X.Count).Select(index => new Mark(bar.X[index], bar.Y[index])
        {
            Left = Bar(bar.ErrorX, index, lower: true),
            Right = Bar(bar.ErrorX, index, lower: false),
        }),
        HeatmapTrace map => map.Y.SelectMany((y, row) => map.X.Select((x, column) => new Mark(x, y) { Z = map.Z[row][column] })),
        _ => [],
    };

    private static double? Bar(ErrorBars? bars, int index, bool lower) => bars is null ? null : lower && bars.Arrayminus is { } minus ? minus[index] : bars.Array[index];

    private static Axis? AxisOf(Figure figure, string kind, string name) => figure.Layout.Axes.TryGetValue(kind + name[1..], out object? axis) ? axis as Axis : null;

    private static string Title(Figure figure, string kind, string name) => (AxisOf(figure, kind, name)?.Title?.Text ?? "").Replace("<br>", " ", StringComparison.Ordinal);

    // An axis that names its rows has texts at whole numbers; the name is what a reader of the table wants.
    private static string Place(Figure figure, string kind, string name, double place)
    {
        if (AxisOf(figure, kind, name) is { Tickvals: { } ticks, Ticktext: { } texts, Type: "linear", Title: null })
        {
            for (int index = 0; index < ticks.Count; index++)
            {
                if (Math.Abs(ticks[index] - place) < 0.5)
                {
                    return texts[index].Replace("<br>", " ", StringComparison.Ordinal);
                }
            }
        }

        return TidyTable.Cell(place);
    }

    private sealed record Mark(double X, double Y)
    {
        internal double? Left { get; init; }

        internal double? Right { get; init; }

        internal double? Below { get; init; }

        internal double? Above { get; init; }

        internal double? Z { get; init; }
    }
}
