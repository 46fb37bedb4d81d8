using System.Text.Json.Nodes;
using Experiments.Notebooks.Kernel;
using Experiments.Store;

namespace Experiments.Notebooks.Running;

/// <summary>Which kernel a notebook is for, as it says itself.</summary>
internal static class NotebookKernel
{
    private const string Language = "csharp";

    /// <summary>Refuses a notebook, or a cell of it, that is for another kernel or language.</summary>
    /// <exception cref="RefusedException">It is.</exception>
    internal static void Require(JsonObject root, IReadOnlyList<JsonObject> cells, string path)
    {
        if (Text(root, "metadata", "kernelspec", "name") is { } name && name != KernelSpec.Name)
        {
            throw new RefusedException($"{path} is for the kernel '{name}', which is not known here; known: {KernelSpec.Name} (C#).");
        }

        for (int cell = 0; cell < cells.Count; cell++)
        {
            string? language = Text(cells[cell], "metadata", "polyglot_notebook", "kernelName") ?? Text(cells[cell], "metadata", "dotnet_interactive", "language");
            if (language is not null && language != Language && Text(cells[cell], "cell_type") == "code")
            {
                throw new RefusedException($"{path}: item {cell + 1} of its cells is in the language '{language}'; this kernel runs C# only ('{Language}').");
            }
        }
    }

    /// <summary>Puts down the kernel as Polyglot Notebooks and Jupyter look for it; anything else in the metadata stays.</summary>
    internal static void PutDown(JsonObject root)
    {
        JsonObject metadata = root["metadata"] as JsonObject ?? [];
        root["metadata"] = metadata;
        metadata["kernelspec"] = new JsonObject { ["display_name"] = KernelSpec.DisplayName, ["language"] = KernelSpec.Language, ["name"] = KernelSpec.Name };
        metadata["language_info"] = KernelSpec.LanguageInfo();
    }

    private static string? Text(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
        {
            node = (node as JsonObject)?[name];
        }

        return node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
    }
}
