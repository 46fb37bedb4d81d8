using System.Text.Json;
using System.Text.Json.Nodes;

namespace Experiments.Notebooks.Running;

/// <summary>Where two JSON trees differ.</summary>
internal static class JsonDifference
{
    /// <summary>Numbers may differ so much, relatively: processors round the last digits of sines and logarithms differently.</summary>
    private const double Tolerance = 1e-9;

    private const int LettersShown = 80;

    /// <summary>The path and both values of the first difference; null when there is none.</summary>
    internal static string? Of(JsonNode? saved, JsonNode? now) => Of(saved, now, "");

    private static string? Of(JsonNode? saved, JsonNode? now, string path) => (saved, now) switch
    {
        (JsonObject old, JsonObject current) => old.Select(member => member.Key).Union(current.Select(member => member.Key))
            .Select(key => old.ContainsKey(key) && current.ContainsKey(key)
                ? Of(old[key], current[key], path.Length == 0 ? key : $"{path}.{key}")
                : $"{path}{(path.Length == 0 ? "" : ".")}{key} is there only {(old.ContainsKey(key) ? "in the saved one" : "now")}.")
            .FirstOrDefault(difference => difference is not null),
        (JsonArray old, JsonArray current) when old.Count != current.Count => $"{Name(path)} had {old.Count} items, now {current.Count}.",
        (JsonArray old, JsonArray current) => Enumerable.Range(0, old.Count)
            .Select(item => Of(old[item], current[item], $"{path}[{item}]")).FirstOrDefault(difference => difference is not null),
        _ => Same(saved, now) ? null : $"{Name(path)} was {Short(saved)}, is now {Short(now)}.",
    };

    private static bool Same(JsonNode? saved, JsonNode? now)
    {
        if (saved?.GetValueKind() == JsonValueKind.Number && now?.GetValueKind() == JsonValueKind.Number)
        {
            (double old, double current) = (Number(saved), Number(now));
            return old == current || Math.Abs(old - current) <= Tolerance * Math.Max(Math.Abs(old), Math.Abs(current));
        }

        return JsonNode.DeepEquals(saved, now);
    }

    private static double Number(JsonNode node) => double.Parse(node.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    private static string Name(string path) => path.Length == 0 ? "the whole" : path;

    private static string Short(JsonNode? node)
    {
        string text = node?.ToJsonString() ?? "null";
        return text.Length > LettersShown ? text[..LettersShown] + "…" : text;
    }
}
