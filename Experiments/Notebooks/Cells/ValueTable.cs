using System.Collections;
using System.Net;
using System.Reflection;
using System.Text;

namespace Experiments.Notebooks.Cells;

/// <summary>Rows of records, tuples or anonymous objects as a table.</summary>
internal sealed class ValueTable
{
    /// <summary>The rows shown; more are counted or said to follow.</summary>
    internal const int MostRows = 100;

    private readonly IReadOnlyList<string> _columns;
    private readonly IReadOnlyList<IReadOnlyList<object?>> _rows;
    private readonly string _more;

    private ValueTable(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<object?>> rows, string more) => (_columns, _rows, _more) = (columns, rows, more);

    /// <summary>The table of a sequence; null when its items are single values or nothing.</summary>
    internal static ValueTable? Of(IEnumerable items)
    {
        List<object?> rows = [.. items.Cast<object?>().Take(MostRows + 1)];
        object? first = rows.Find(row => row is not null);
        if (first is null || IsSingle(first))
        {
            return null;
        }

        string[] columns = [.. Parts(first.GetType()).Select(part => part.Name)];
        return columns.Length == 0 ? null : new ValueTable(columns, [.. rows.Take(MostRows).Select(row => Values(row, columns))], More(items, rows.Count));
    }

    /// <summary>One row for each property of a value; null when it has none.</summary>
    internal static ValueTable? OfProperties(object value)
    {
        MemberInfo[] parts = [.. Parts(value.GetType())];
        return parts.Length == 0 ? null : new ValueTable([value.GetType().Name, "value"], [.. parts.Select(part => new[] { part.Name, Value(part, value) })], "");
    }

    /// <summary>As HTML, numbers on the right.</summary>
    internal string ToHtml()
    {
        var html = new StringBuilder("<table><thead><tr>");
        foreach (string column in _columns)
        {
            html.Append("<th>").Append(WebUtility.HtmlEncode(column)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>\n");
        foreach (IReadOnlyList<object?> row in _rows)
        {
            html.Append("<tr>");
            foreach (object? value in row)
            {
                html.Append(IsNumber(value) ? "<td style=\"text-align:right\">" : "<td style=\"text-align:left\">").Append(WebUtility.HtmlEncode(ValueText.InTable(value))).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table>");
        return _more.Length == 0 ? html.ToString() : html.Append("<p>").Append(_more).Append("</p>").ToString();
    }

    /// <summary>As aligned text.</summary>
    internal string ToText()
    {
        string[][] cells = [[.. _columns], .. _rows.Select(row => row.Select(ValueText.InTable).ToArray())];
        int[] widths = [.. Enumerable.Range(0, _columns.Count).Select(column => cells.Max(row => row[column].Length))];
        bool[] right = [.. Enumerable.Range(0, _columns.Count).Select(column => _rows.All(row => row[column] is null || IsNumber(row[column])))];
        IEnumerable<string> lines = cells.Select(row => string.Join(
            "  ", row.Select((text, column) => right[column] ? text.PadLeft(widths[column]) : text.PadRight(widths[column]))).TrimEnd());
        return string.Join('\n', _more.Length == 0 ? lines : [.. lines, _more]);
    }

    private static string More(IEnumerable items, int taken)
    {
        if (taken <= MostRows)
        {
            return "";
        }

        int? count = items switch
        {
            ICollection collection => collection.Count,
            _ => items.GetType().GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>))
                ?.GetProperty("Count")?.GetValue(items) as int?,
        };
        return count is { } all ? $"The first {MostRows} of {all} rows are shown." : $"The first {MostRows} rows are shown; there are more.";
    }

    private static bool IsSingle(object value) => value is string or IFormattable or bool or char or Type or IRichOutput || (value is IEnumerable);

    private static bool IsNumber(object? value) => value is IFormattable and not (DateTime or DateOnly or TimeOnly or DateTimeOffset or Guid or Enum);

    private static IEnumerable<MemberInfo> Parts(Type type) => type.IsAssignableTo(typeof(System.Runtime.CompilerServices.ITuple)) && type.IsValueType
        ? type.GetFields(BindingFlags.Public | BindingFlags.Instance)
        : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanRead && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike);

    private static IReadOnlyList<object?> Values(object? row, string[] columns)
    {
        ILookup<string, MemberInfo> parts = row is null ? Enumerable.Empty<MemberInfo>().ToLookup(part => part.Name) : Parts(row.GetType()).ToLookup(part => part.Name);
        return [.. columns.Select(column => parts[column].FirstOrDefault() is { } part ? Value(part, row!) : null)];
    }

    private static object? Value(MemberInfo part, object row) => part switch
    {
        PropertyInfo property => property.GetValue(row),
        FieldInfo field => field.GetValue(row),
        _ => null,
    };
}
