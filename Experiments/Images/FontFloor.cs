using System.Text.Json.Nodes;

namespace Experiments.Images;

/// <summary>No text of a figure below a size. Charts are composed for the size of a picture, so this meets what has a size of its own, such as titles of axes.</summary>
internal static class FontFloor
{
    private const string Size = "size";

    /// <summary>Raises every font that is smaller.</summary>
    /// <param name="figure">The figure, changed in place: a member whose name ends in "font" holds a font.</param>
    /// <param name="least">The least size, pixels.</param>
    internal static JsonNode Raise(JsonNode figure, double least)
    {
        if (figure is JsonArray items)
        {
            foreach (JsonNode? item in items)
            {
                Enter(item, least);
            }
        }
        else if (figure is JsonObject members)
        {
            foreach ((string name, JsonNode? member) in members.ToArray())
            {
                if (name.EndsWith("font", StringComparison.Ordinal) && member is JsonObject font && font[Size] is { } size && size.GetValue<double>() < least)
                {
                    font[Size] = least;
                }

                Enter(member, least);
            }
        }

        return figure;
    }

    private static void Enter(JsonNode? node, double least)
    {
        if (node is JsonArray or JsonObject)
        {
            Raise(node, least);
        }
    }
}
