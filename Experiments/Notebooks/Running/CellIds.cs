using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Experiments.Notebooks.Running;

/// <summary>Ids of cells, which notebooks have from format 4.5 on.</summary>
internal static partial class CellIds
{
    private const int Digits = 8;

    /// <summary>Gives an id to each cell without a valid one of its own. It comes from the cell's text, so that the same file always gets the same ids.</summary>
    internal static void Complete(IReadOnlyList<JsonObject> cells)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        JsonObject[] without = [.. cells.Where(cell => !(Of(cell) is { } id && Valid().IsMatch(id) && taken.Add(id)))];
        foreach (JsonObject cell in without)
        {
            string text = NotebookText.Joined(cell["source"]);
            int copy = 0;
            string id;
            do
            {
                id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(copy == 0 ? text : $"{text}\n{copy}")))[..Digits];
                copy++;
            }
            while (!taken.Add(id));
            cell["id"] = id;
        }
    }

    private static string? Of(JsonObject cell) => cell["id"] is JsonValue value && value.TryGetValue(out string? id) ? id : null;

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex Valid();
}
