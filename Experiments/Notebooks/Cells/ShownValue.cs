using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Experiments.Notebooks.Cells;

/// <summary>The forms in which a value is shown below a cell: MIME type → text or JSON.</summary>
internal static class ShownValue
{
    private const string Plain = "text/plain";
    private const string Html = "text/html";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Shows a value. Runs code of the cell: properties, enumerations, ToString.</summary>
    internal static JsonObject Of(object? value) => value switch
    {
        IRichOutput rich => Rich(rich),
        IEnumerable rows and not string when ValueTable.Of(rows) is { } table => new JsonObject { [Html] = table.ToHtml(), [Plain] = table.ToText() },
        not null and not IEnumerable when ValueText.IsNondescript(value) && ValueTable.OfProperties(value) is { } table =>
            new JsonObject { [Html] = table.ToHtml(), [Plain] = table.ToText() },
        _ => new JsonObject { [Plain] = ValueText.Of(value) },
    };

    private static JsonObject Rich(IRichOutput rich)
    {
        var bundle = new JsonObject();
        foreach ((string mime, object form) in rich.ToMimeBundle())
        {
            bundle[mime] = mime.EndsWith("json", StringComparison.Ordinal) ? Tree(form) : form.ToString();
        }

        if (!bundle.ContainsKey(Plain))
        {
            bundle[Plain] = rich.ToString();
        }

        return bundle;
    }

    private static JsonNode? Tree(object form) => form switch
    {
        string text => JsonNode.Parse(text),
        JsonNode node => node.DeepClone(),
        _ => JsonSerializer.SerializeToNode(form, form.GetType(), Json),
    };
}
