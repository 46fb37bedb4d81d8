using Experiments.Charts;

namespace Experiments.Notebooks;

/// <summary>Positions with bounds, by series: what lines and points are drawn from.</summary>
/// <param name="Names">Names of the series, in the order in which they first appear; a single one may be empty.</param>
/// <param name="Marks">The marks of each series, in the order of the rows.</param>
internal sealed record MarkSeries(IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<MarkSeries.Mark>> Marks)
{
    /// <summary>One mark.</summary>
    /// <param name="X">Horizontal position.</param>
    /// <param name="Y">Height; null where there is none.</param>
    /// <param name="Low">Lower bound; null without one.</param>
    /// <param name="High">Upper bound; null without one.</param>
    internal readonly record struct Mark(double X, double? Y, double? Low, double? High);

    /// <summary>Look of each series; a silent one is grey, as in reports.</summary>
    internal IReadOnlyDictionary<string, PolicyStyle> Styles => PolicyStyle.Of(Names);

    /// <summary>All marks that have a place.</summary>
    internal IEnumerable<Mark> Placed => Marks.SelectMany(marks => marks).Where(mark => mark.Y is not null);

    /// <summary>Reads rows.</summary>
    /// <exception cref="NotebookException">No row has a place.</exception>
    internal static MarkSeries Of<T>(
        IEnumerable<T> rows, Func<T, double> x, Func<T, double?> y, Func<T, string>? series, Func<T, double?>? low, Func<T, double?>? high)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var groups = rows.Select(row => (Series: series?.Invoke(row) ?? "", Mark: new Mark(x(row), Finite(y(row)), Finite(low?.Invoke(row)), Finite(high?.Invoke(row)))))
            .Where(row => double.IsFinite(row.Mark.X))
            .GroupBy(row => row.Series)
            .Where(group => group.Any(row => row.Mark.Y is not null))
            .ToList();
        return groups.Count == 0
            ? throw Chart.Nothing()
            : new MarkSeries([.. groups.Select(group => group.Key)], [.. groups.Select(group => (IReadOnlyList<Mark>)[.. group.Select(row => row.Mark)])]);
    }

    /// <summary>A sentence on lines for those who cannot see the chart: where each begins and ends, and its extremes.</summary>
    internal string DescribeLines(string xAxis, string yAxis) => Describe("Lines", xAxis, yAxis, Course);

    /// <summary>A sentence on points for those who cannot see the chart. Their order says nothing, so it tells where they lie and how they go together.</summary>
    internal string DescribePoints(string xAxis, string yAxis, bool diagonal) => Describe("Points", xAxis, yAxis, placed => Cloud.Describe(placed, diagonal));

    /// <summary>What is drawn, as a table.</summary>
    internal TidyTable Table(string xAxis, string yAxis) => new(
        ["series", xAxis, yAxis, "low", "high"],
        [.. Names.SelectMany((name, index) => Marks[index].Select(mark => (IReadOnlyList<string>)
            [name, TidyTable.Cell(mark.X), TidyTable.Cell(mark.Y), TidyTable.Cell(mark.Low), TidyTable.Cell(mark.High)]))]);

    /// <summary>Ends of an axis that holds all values with room around them.</summary>
    internal static double[] Padded(IEnumerable<double> values, double share)
    {
        double[] all = [.. values];
        double span = all.Max() - all.Min();
        double room = span > 0 ? share * span : Math.Max(Math.Abs(all[0]) * share, 0.5);
        return [all.Min() - room, all.Max() + room];
    }

    /// <summary>Format of tick labels: thousands are shortened, as in reports.</summary>
    internal static string? TickFormat(double[] range) => range.Max(Math.Abs) >= 10_000 ? "~s" : null;

    private string Describe(string kind, string xAxis, string yAxis, Func<Mark[], string> inWords) =>
        $"{kind} of {yAxis} over {xAxis}. {string.Join("; ", Names.Select((name, index) => (name.Length > 0 ? name + ": " : "") + inWords([.. Marks[index].Where(mark => mark.Y is not null)])))}.";

    private static string Course(Mark[] placed) => placed.Length == 1
        ? $"{Words.Number(placed[0].Y)} at {Words.Number(placed[0].X)}"
        : $"from {Words.Number(placed[0].Y)} at {Words.Number(placed[0].X)} to {Words.Number(placed[^1].Y)} at {Words.Number(placed[^1].X)}, lowest {Words.Number(placed.Min(mark => mark.Y))}, highest {Words.Number(placed.Max(mark => mark.Y))}";

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
