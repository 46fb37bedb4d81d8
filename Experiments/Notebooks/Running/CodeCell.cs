using System.Text.Json.Nodes;
using Experiments.Notebooks.Cells;

namespace Experiments.Notebooks.Running;

/// <summary>A cell with code, in its notebook's JSON.</summary>
/// <param name="json">The cell.</param>
internal sealed class CodeCell(JsonObject json)
{
    /// <summary>Tag of cells, or of single outputs, that differ from run to run: they are run, but not compared.</summary>
    internal const string Varies = "varies";

    // Jupyter's tag of cells that are meant to fail.
    private const string Raises = "raises-exception";

    /// <summary>The code.</summary>
    internal string Source => NotebookText.Joined(json["source"]);

    /// <summary>True when there is nothing to run; Jupyter does not count such cells either.</summary>
    internal bool IsEmpty => string.IsNullOrWhiteSpace(Source);

    /// <summary>The saved outputs.</summary>
    internal IReadOnlyList<JsonObject> Outputs => [.. (json["outputs"] as JsonArray ?? []).OfType<JsonObject>()];

    /// <summary>True when the cell has a tag.</summary>
    internal bool IsTagged(string tag) => HasTag(json, tag);

    /// <summary>True when the cell is meant to fail in this way.</summary>
    internal bool MayEndWith(CellError error) => IsTagged(Raises) && error.Name is not (CellError.Interrupted or CellError.EngineEnded);

    /// <summary>True when a cell or an output has a tag.</summary>
    internal static bool HasTag(JsonObject tagged, string tag) =>
        tagged["metadata"] is JsonObject metadata && metadata["tags"] is JsonArray tags
        && tags.Any(found => found is JsonValue value && value.TryGetValue(out string? text) && text == tag);

    /// <summary>Replaces the outputs by those of a run.</summary>
    /// <param name="run">The run; null when the cell was empty.</param>
    internal void Save(CellRun? run)
    {
        json["execution_count"] = run?.Number;
        json["outputs"] = new JsonArray([.. (run?.Outputs ?? []).Select(NotebookText.Saved)]);
    }
}
