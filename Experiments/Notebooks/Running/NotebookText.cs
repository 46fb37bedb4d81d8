using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Experiments.Notebooks.Running;

/// <summary>A notebook's JSON as Jupyter writes it, so that a file saved here and one saved there differ only where they say something else.</summary>
/// <remarks>Jupyter sorts keys, indents by one space, escapes only what JSON demands, and writes numbers as Python does.</remarks>
internal static class NotebookText
{
    /// <summary>The text of a file.</summary>
    internal static string Of(JsonNode root)
    {
        var text = new StringBuilder();
        Append(text, root, 0);
        return text.Append('\n').ToString();
    }

    /// <summary>A text that is kept in one piece or line by line.</summary>
    internal static string Joined(JsonNode? text) => text switch
    {
        JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
        JsonValue value when value.TryGetValue(out string? whole) => whole,
        _ => "",
    };

    /// <summary>A text line by line, each with its line end.</summary>
    internal static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    /// <summary>An output as files keep it: texts line by line.</summary>
    internal static JsonNode Saved(JsonObject output)
    {
        var saved = (JsonObject)output.DeepClone();
        if (saved["text"] is { } text)
        {
            saved["text"] = Lines(Joined(text));
        }

        if (saved["data"] is JsonObject data)
        {
            foreach (string mime in data.Select(form => form.Key).Where(mime => !IsJson(mime)).ToList())
            {
                data[mime] = Lines(Joined(data[mime]));
            }
        }

        return saved;
    }

    /// <summary>True when a form of this type is kept as JSON, not as text.</summary>
    internal static bool IsJson(string mime) => mime == "application/json" || (mime.StartsWith("application/", StringComparison.Ordinal) && mime.EndsWith("+json", StringComparison.Ordinal));

    private static void Append(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } map:
                AppendItems(text, '{', '}', map.OrderBy(member => member.Key, StringComparer.Ordinal), depth, member =>
                {
                    AppendString(text, member.Key);
                    text.Append(": ");
                    Append(text, member.Value, depth + 1);
                });
                break;
            case JsonArray { Count: > 0 } list:
                AppendItems(text, '[', ']', list, depth, item => Append(text, item, depth + 1));
                break;
            case JsonObject:
                text.Append("{}");
                break;
            case JsonArray:
                text.Append("[]");
                break;
            case null:
                text.Append("null");
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                AppendString(text, (string)value!);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                text.Append(Number(value.ToJsonString()));
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void AppendItems<T>(StringBuilder text, char open, char close, IEnumerable<T> items, int depth, Action<T> append)
    {
        text.Append(open);
        string separator = "\n";
        foreach (T item in items)
        {
            text.Append(separator).Append(' ', depth + 1);
            append(item);
            separator = ",\n";
        }

        text.Append('\n').Append(' ', depth).Append(close);
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char letter in value)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => text.Append(letter),
            };
        }

        text.Append('"');
    }

    // Python: whole numbers as they are; others with the fewest digits that give the same double, exponents below -4 and from 16 on.
    private static string Number(string json)
    {
        if (!json.AsSpan().ContainsAny(".eE"))
        {
            return json;
        }

        double number = double.Parse(json, CultureInfo.InvariantCulture);
        string[] parts = number.ToString("E16", CultureInfo.InvariantCulture).Split('E');
        int exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        string shortest = number.ToString("R", CultureInfo.InvariantCulture);
        if (number == 0 || (exponent >= -4 && exponent < 16))
        {
            string plain = shortest.Contains('E') ? decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) : shortest;
            return plain.Contains('.') ? plain : plain + ".0";
        }

        string digits = shortest.Split('E')[0];
        if (!shortest.Contains('E'))
        {
            string all = shortest.Replace(".", "").TrimStart('-').Trim('0');
            digits = (number < 0 ? "-" : "") + all[0] + (all.Length > 1 ? "." + all[1..] : "");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{digits}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }
}
