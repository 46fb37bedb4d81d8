using System.Text.Json.Nodes;

namespace Experiments.Images;

/// <summary>
/// Brings a figure to the scale of a picture. Charts give strokes, marks and distances in pixels for the text of a page; here they keep their
/// proportion to text. All text has one size, the least that can be read: larger would cost room, smaller could not be read.
/// </summary>
internal static class FigureScale
{
    private const string Size = "size";
    private const string Standoff = "ticklabelstandoff";

    /// <summary>Distance of labels from an axis that has none of its own, pixels of a page: without it the zeros of two axes touch.</summary>
    private const double LabelDistance = 4;

    /// <summary>Members in pixels, by the member that holds them; the empty name stands for any holder.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> Pixels = new Dictionary<string, string[]>
    {
        ["marker"] = [Size],
        ["line"] = ["width"],
        ["error_x"] = ["thickness", "width"],
        ["error_y"] = ["thickness", "width"],
        ["colorbar"] = ["thickness"],
        [""] = ["standoff", Standoff, "xshift", "yshift", "xgap", "ygap"],
    };

    /// <summary>Scales a figure.</summary>
    /// <param name="figure">The figure, changed in place.</param>
    /// <param name="factor">Size of text over that of a page.</param>
    /// <param name="fontSize">Size of all text, pixels.</param>
    internal static JsonNode Scale(JsonNode figure, double factor, double fontSize)
    {
        Scale(figure, "", factor, fontSize);
        return figure;
    }

    private static void Scale(JsonNode? node, string name, double factor, double fontSize)
    {
        if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
            {
                Scale(item, name, factor, fontSize);
            }
        }
        else if (node is JsonObject holder)
        {
            if (name.EndsWith("font", StringComparison.Ordinal) && holder.ContainsKey(Size))
            {
                holder[Size] = fontSize;
            }

            if (name.StartsWith("xaxis", StringComparison.Ordinal) || name.StartsWith("yaxis", StringComparison.Ordinal))
            {
                holder[Standoff] ??= LabelDistance;
                holder["gridwidth"] = factor;
                holder["zerolinewidth"] = factor;
            }

            foreach (string member in Pixels[""].Concat(Pixels.GetValueOrDefault(name, [])).Where(holder.ContainsKey))
            {
                holder[member] = Times(member, holder[member]!, factor);
            }

            foreach ((string member, JsonNode? value) in holder.ToArray())
            {
                Scale(value, member, factor, fontSize);
            }
        }
    }

    // plotly takes this one distance as a whole number only.
    private static JsonNode Times(string name, JsonNode value, double factor) => value is JsonArray several
        ? new JsonArray([.. several.Select(one => (JsonNode)(one!.GetValue<double>() * factor))])
        : name == Standoff ? (int)Math.Round(value.GetValue<double>() * factor) : value.GetValue<double>() * factor;
}
