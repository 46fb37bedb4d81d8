using System.Globalization;
using Experiments.Analysis;
using Experiments.Charts;
using Experiments.Charts.Figures;
using Experiments.Charts.Sweeps;
using Experiments.Deck.Layouts;
using Experiments.Deck.Sentences;

namespace Experiments.Deck.Slides;

/// <summary>What a chart shows, as a table short enough to be read on a slide.</summary>
internal static class MainData
{
    private const int MostColumns = 5;

    /// <summary>The table and how it is laid out.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="room">The place it has.</param>
    internal static (DeckTable Table, TableFrame Frame) Of(Chart chart, Box room)
    {
        (IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows) = Said(chart) ?? PanelData.Of(chart) ?? Columns(chart.Table ?? Drawn(chart));
        for (int count = Math.Min(rows.Count, 14); ; count--)
        {
            var table = new DeckTable(columns, Chosen(rows, count), DeckTable.Shown);
            var frame = new TableFrame(table, room.Width);
            if (count <= 1 || frame.Height(table.Rows) <= room.Height)
            {
                return (table, frame);
            }
        }
    }

    // What the chart tells those who cannot see it is its main data in words; of a map these are rows of bare numbers, which its table has with their headings.
    private static (IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)? Said(Chart chart)
    {
        string[] clauses = chart.Id.StartsWith(MapChart.Id + "-", StringComparison.Ordinal) ? [] : [.. SplitText.Clauses(chart.AltText).Select(clause => clause.TrimEnd('.'))];
        return clauses.Length < 2 ? null
            : clauses.All(clause => clause.Contains(": ", StringComparison.Ordinal))
                ? (["What is drawn", "What it comes to"], [.. clauses.Select(clause => (IReadOnlyList<string>)[clause[..clause.IndexOf(": ", StringComparison.Ordinal)], clause[(clause.IndexOf(": ", StringComparison.Ordinal) + 2)..]])])
                : (["What is drawn"], [.. clauses.Select(clause => (IReadOnlyList<string>)[clause])]);
    }

    // Of a figure without a table of its own: the lines and points, not the bands around them, in words instead of names of columns.
    private static TidyTable Drawn(Chart chart)
    {
        HashSet<string> bands = [.. chart.Wide.Data.OfType<ScatterTrace>().Where(trace => trace.Fill is not null).Select(trace => trace.Name)];
        return chart.Data is { Columns.Count: < 7 } ? chart.Data : new TidyTable(
            ["series", "what", "across", "at", "value"],
            [.. chart.Data.Rows.Where(row => !bands.Contains(row[0])).GroupBy(row => (row[0], row[1], row[5])).Select(series => series.Last()).Select(row => (IReadOnlyList<string>)[row[0], row[5], row[1], row[2], row[6]])]);
    }

    // Columns that say the same in every row say nothing; bounds go with their mean.
    private static (IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) Columns(TidyTable data)
    {
        int[] bounds = [.. Enumerable.Range(0, data.Columns.Count).Where(column => IsBound(data.Columns[column]))];
        int[] kept = [.. Enumerable.Range(0, data.Columns.Count)
            .Where(column => !bounds.Contains(column) && data.Rows.Select(row => row[column]).Distinct().Take(2).Count() > (data.Rows.Count > 1 ? 1 : 0))
            .Take(MostColumns)];
        kept = kept.Length > 0 ? kept : [0];
        return (
            [.. kept.Select(column => data.Columns[column].Replace('_', ' ') + (HasBounds(data, column) ? " (95% interval)" : ""))],
            [.. data.Rows.Select(row => (IReadOnlyList<string>)[.. kept.Select(column => Cell(data, row, column))])]);
    }

    private static bool IsBound(string column) => column.EndsWith("low", StringComparison.Ordinal) || column.EndsWith("high", StringComparison.Ordinal) || column.EndsWith("low_95", StringComparison.Ordinal) || column.EndsWith("high_95", StringComparison.Ordinal);

    private static bool HasBounds(TidyTable data, int column) => column + 2 < data.Columns.Count
        && IsBound(data.Columns[column + 1]) && IsBound(data.Columns[column + 2]) && data.Rows.Any(row => row[column + 1].Length > 0 && row[column + 1] != row[column + 2]);

    private static string Cell(TidyTable data, IReadOnlyList<string> row, int column)
    {
        if (Number(row[column]) is not { } value)
        {
            return row[column];
        }

        return HasBounds(data, column) && Number(row[column + 1]) is { } low && Number(row[column + 2]) is { } high && low < high
            ? $"{Wording.Number(value)} ({Wording.Number(low)} to {Wording.Number(high)})"
            : Wording.Number(value);
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    // The last row of each series is where it ends up; with room for more, rows evenly spread.
    private static IReadOnlyList<IReadOnlyList<string>> Chosen(IReadOnlyList<IReadOnlyList<string>> rows, int count)
    {
        if (rows.Count <= count)
        {
            return rows;
        }

        IReadOnlyList<string>[] ends = [.. rows.GroupBy(row => row[0]).Select(group => group.Last())];
        IReadOnlyList<IReadOnlyList<string>> among = ends.Length > 1 && ends.Length <= rows.Count / 2 ? ends : rows;
        return among.Count <= count ? among : [.. Enumerable.Range(0, count).Select(step => among[count == 1 ? 0 : step * (among.Count - 1) / (count - 1)])];
    }
}
