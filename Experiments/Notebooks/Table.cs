using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Experiments.Charts;
using Simulator.Ledgers;

namespace Experiments.Notebooks;

/// <summary>Rows as a table that is pleasant to read: numbers rounded and to the right, estimates with their intervals, few rows.</summary>
[TypeFormatterSource(typeof(PolyglotFormatters))]
public sealed partial class Table : IRichOutput
{
    private const int UsualRows = 20;

    private static readonly Metric[] UsualOutcomes = [Metric.Sales, Metric.NetValue, Metric.TrustDebt, Metric.Complaints];

    private readonly IReadOnlyList<string> _columns;
    private readonly IReadOnlyList<IReadOnlyList<Cell>> _rows;
    private readonly int _all;

    private Table(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<Cell>> rows, int all) => (_columns, _rows, _all) = (columns, rows, all);

    /// <summary>Rows of any kind: a column a property, also of anonymous types. Rows of outcomes show where they stand and a few outcomes.</summary>
    /// <typeparam name="T">The rows.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="most">Rows that are shown; how many more there are is said below.</param>
    public static Table Of<T>(IEnumerable<T> rows, int most = UsualRows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        T[] all = [.. rows];
        if (all.Length > 0 && all[0] is OutcomeRow)
        {
            return OfOutcomes([.. all.Cast<OutcomeRow>()], most);
        }

        PropertyInfo[] properties = [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanRead && property.GetIndexParameters().Length == 0)];
        return properties.Length == 0 || typeof(T) == typeof(string)
            ? new Table(["value"], [.. all.Take(most).Select(row => (IReadOnlyList<Cell>)[Cell.Of(row)])], all.Length)
            : new Table(
                [.. properties.Select(property => InWords(property.Name))],
                [.. all.Take(most).Select(row => (IReadOnlyList<Cell>)[.. properties.Select(property => Cell.Of(property.GetValue(row)))])],
                all.Length);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToMimeBundle() => new Dictionary<string, object> { ["text/html"] = Html(), ["text/plain"] = ToString() };

    /// <summary>The table in columns of equal width.</summary>
    public override string ToString()
    {
        string[][] texts = [[.. _columns], .. _rows.Select(row => row.Select(cell => cell.Text).ToArray())];
        int[] widths = [.. _columns.Select((_, column) => texts.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (string[] row in texts)
        {
            text.AppendJoin("  ", row.Select((cell, column) => IsNumeric(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).Append('\n');
        }

        return Regex.Replace(text.ToString() + More(), " +(?=\n)", "").TrimEnd();
    }

    /// <summary>A table for other programs, shown to people.</summary>
    internal static Table Of(TidyTable table, int most) => new(
        table.Columns,
        [.. table.Rows.Take(most).Select(row => (IReadOnlyList<Cell>)[.. row.Select(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? Cell.Of(number) : Cell.Of(cell))])],
        table.Rows.Count);

    private static Table OfOutcomes(OutcomeRow[] rows, int most)
    {
        IReadOnlyList<string> paths = rows[0].Varied.Paths;
        bool isUnique = paths.Select(VariedValues.LastName).Distinct().Count() == paths.Count;
        string? also = rows[0] switch { HorizonRow => "days", SegmentRow => "segment", _ => null };
        Metric[] outcomes = [.. UsualOutcomes.Where(metric => rows[0] is not SegmentRow || MetricInfo.Of(metric).IsBySegment)];
        return new Table(
            ["point", "policy", "replicate", .. paths.Select(path => isUnique ? VariedValues.LastName(path) : path), .. also is null ? [] : new[] { also }, .. outcomes.Select(metric => MetricInfo.Of(metric).Name)],
            [.. rows.Take(most).Select(row => (IReadOnlyList<Cell>)
            [
                Cell.Of(row.Point), Cell.Of(row.Policy), Cell.Of(row.Replicate), .. paths.Select(path => Cell.Of(row.Text(path))),
                .. row switch { HorizonRow at => [Cell.Of(at.Days)], SegmentRow of => [Cell.Of(of.Segment)], _ => Array.Empty<Cell>() },
                .. outcomes.Select(metric => Cell.Of(row[metric])),
            ])],
            rows.Length);
    }

    private string Html()
    {
        var html = new StringBuilder("<table style=\"border-collapse: collapse; font-size: 13px\"><thead><tr>");
        for (int column = 0; column < _columns.Count; column++)
        {
            html.Append($"<th style=\"{Style(column)}; border-bottom: 1px solid currentColor\">{WebUtility.HtmlEncode(_columns[column])}</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (IReadOnlyList<Cell> row in _rows)
        {
            html.Append("<tr>");
            for (int column = 0; column < row.Count; column++)
            {
                html.Append($"<td style=\"{Style(column)}\">{WebUtility.HtmlEncode(row[column].Main)}");
                html.Append(row[column].Small.Length > 0 ? $" <small style=\"opacity: 0.7\">{WebUtility.HtmlEncode(row[column].Small)}</small></td>" : "</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
        return More() is { Length: > 0 } more ? html.Append($"<p style=\"opacity: 0.75; font-size: 12px\">{more}</p>").ToString() : html.ToString();
    }

    private string Style(int column) => $"text-align: {(IsNumeric(column) ? "right" : "left")}; padding: 2px 10px; vertical-align: top";

    private bool IsNumeric(int column) => _rows.Count > 0 && _rows.All(row => row[column].IsNumber || row[column].Main == Cell.Missing) && _rows.Any(row => row[column].IsNumber);

    private string More() => _all > _rows.Count ? $"{Words.Number(_rows.Count)} of {Words.Count(_all, "row", "rows")} are shown." : _all == 0 ? "There are no rows." : "";

    private static string InWords(string name) => WordStart().Replace(name.Replace('_', ' '), match => " " + match.Value.ToLowerInvariant()).Trim();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]|^[A-Z](?![A-Z0-9])")]
    private static partial Regex WordStart();

    [GeneratedRegex("^[−-]?[0-9][0-9,.]*%?$")]
    private static partial Regex WrittenNumber();

    private sealed record Cell(string Main, string Small = "", bool IsNumber = false)
    {
        internal const string Missing = "–";

        internal string Text => Small.Length > 0 ? $"{Main} ({Small})" : Main;

        internal static Cell Of(object? value) => value switch
        {
            null => new Cell(Missing),
            string text => new Cell(text, IsNumber: WrittenNumber().IsMatch(text)),
            Estimate estimate => new Cell(estimate.Rounded, estimate.HasRange ? estimate.Bounds : "", IsNumber: true),
            double number => new Cell(Words.Number(number), IsNumber: true),
            float number => new Cell(Words.Number(number), IsNumber: true),
            int or long or uint or ulong or short or ushort or byte => new Cell(Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture), IsNumber: true),
            bool yes => new Cell(yes ? "yes" : "no"),
            Metric metric => new Cell(MetricInfo.Of(metric).Name),
            IFormattable formattable => new Cell(formattable.ToString(null, CultureInfo.InvariantCulture)),
            _ => new Cell(value.ToString() ?? Missing),
        };
    }
}
