using System.Text.Json.Nodes;

namespace Experiments.Notebooks.Running;

/// <summary>Compares what a run brought with what was saved: texts letter by letter, data and figures value by value.</summary>
internal static class NotebookComparison
{
    /// <summary>What differs, one sentence or short diff each, with the number of the cell.</summary>
    /// <param name="notebook">The notebook as it was saved.</param>
    /// <param name="runs">A run for each of its code cells; null for empty ones.</param>
    internal static IReadOnlyList<string> Differences(NotebookFile notebook, IReadOnlyList<CellRun?> runs)
    {
        var differences = new List<string>();
        foreach ((CodeCell cell, CellRun? run) in notebook.Code.Zip(runs))
        {
            if (!cell.IsTagged(CodeCell.Varies))
            {
                string name = run is null ? "an empty cell" : $"cell {run.Number}";
                differences.AddRange(Differences(cell.Outputs, run?.Outputs ?? []).Select(difference => $"{name}, {difference}"));
            }
        }

        return differences;
    }

    private static IEnumerable<string> Differences(IReadOnlyList<JsonObject> saved, IReadOnlyList<JsonObject> now)
    {
        if (saved.Count != now.Count)
        {
            yield return $"saved: {Kinds(saved)}; now: {Kinds(now)}.";
            yield break;
        }

        for (int output = 0; output < saved.Count; output++)
        {
            if (!CodeCell.HasTag(saved[output], CodeCell.Varies) && Difference(saved[output], now[output]) is { } difference)
            {
                yield return $"output {output + 1}: {difference}";
            }
        }
    }

    private static string? Difference(JsonObject saved, JsonObject now)
    {
        (string savedKind, string nowKind) = (Kind(saved), Kind(now));
        if (savedKind != nowKind)
        {
            return $"saved: {savedKind}; now: {nowKind}.";
        }

        return (string?)saved["output_type"] switch
        {
            "stream" => TextDifference.Of(NotebookText.Joined(saved["text"]), NotebookText.Joined(now["text"])),
            "error" => TextDifference.Of($"{saved["ename"]}: {saved["evalue"]}", $"{now["ename"]}: {now["evalue"]}"),
            _ => Difference(saved["data"] as JsonObject ?? [], now["data"] as JsonObject ?? [], Forms(saved)),
        };
    }

    private static string? Difference(JsonObject saved, JsonObject now, IEnumerable<string> forms) => forms
        .Select(mime => (Mime: mime, Text: NotebookText.IsJson(mime)
            ? JsonDifference.Of(saved[mime], now[mime])
            : TextDifference.Of(NotebookText.Joined(saved[mime]), NotebookText.Joined(now[mime]))))
        .Where(difference => difference.Text is not null)
        .Select(difference => $"{difference.Mime}: {difference.Text}")
        .FirstOrDefault();

    // A figure's page is drawn from the figure, and carries the whole drawing library.
    private static IEnumerable<string> Forms(JsonObject output)
    {
        string[] forms = [.. (output["data"] as JsonObject ?? []).Select(form => form.Key).Order(StringComparer.Ordinal)];
        return forms.Any(IsFigure) ? forms.Where(mime => mime != "text/html") : forms;
    }

    private static bool IsFigure(string mime) => mime.StartsWith("application/vnd.plotly.", StringComparison.Ordinal);

    private static string Kinds(IReadOnlyList<JsonObject> outputs) => outputs.Count == 0 ? "no output" : string.Join(", ", outputs.Select(Kind));

    private static string Kind(JsonObject output) => (string?)output["output_type"] switch
    {
        "stream" => $"text on {output["name"]}",
        "error" => "an error",
        "execute_result" => $"a value ({string.Join(", ", Forms(output))})",
        "display_data" => $"a display ({string.Join(", ", Forms(output))})",
        var other => other ?? "nothing",
    };
}
