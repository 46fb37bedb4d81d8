using System.Collections;
using System.Globalization;

namespace Experiments.Notebooks.Cells;

/// <summary>A value as one line of text, the same on every computer.</summary>
internal static class ValueText
{
    private const int MostItems = 100;
    private const int MostItemsInCell = 10;

    /// <summary>The whole value: numbers with all their digits, short sequences item by item.</summary>
    internal static string Of(object? value) => value switch
    {
        null => "<null>",
        string text => text,
        IEnumerable items => Items(items, MostItems),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A value in a table: numbers to six significant digits.</summary>
    internal static string InTable(object? value) => value switch
    {
        null => "",
        double or float or Half => ((IFormattable)value).ToString("G6", CultureInfo.InvariantCulture),
        string text => text,
        IEnumerable items => Items(items, MostItemsInCell),
        _ => Of(value),
    };

    /// <summary>True when all that its ToString says is the name of its type.</summary>
    internal static bool IsNondescript(object value) => value.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType == typeof(object);

    private static string Items(IEnumerable items, int most)
    {
        List<string> shown = [.. items.Cast<object?>().Take(most + 1).Select(item => item is IEnumerable and not string ? "[…]" : Of(item))];
        return shown.Count == 0 ? "[]" : $"[ {string.Join(", ", shown.Take(most))}{(shown.Count > most ? ", …" : "")} ]";
    }
}
