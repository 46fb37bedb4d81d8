using System.Text.Json;
using System.Text.Json.Nodes;
using Experiments.Store;

namespace Experiments.Notebooks.Running;

/// <summary>A notebook file (nbformat 4): its JSON, and the code cells in it.</summary>
internal sealed class NotebookFile
{
    private const int Format = 4;

    /// <summary>From here on cells have ids.</summary>
    private const int Minor = 5;

    private NotebookFile(string path, JsonObject root, IReadOnlyList<JsonObject> cells)
    {
        Path = path;
        Root = root;
        Cells = cells;
        Code = [.. cells.Where(cell => (string?)cell["cell_type"] == "code").Select(cell => new CodeCell(cell))];
    }

    /// <summary>Where it is, as it was named.</summary>
    internal string Path { get; }

    /// <summary>The folder it is in.</summary>
    internal string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    /// <summary>The whole file.</summary>
    internal JsonObject Root { get; }

    /// <summary>All cells, from the top.</summary>
    internal IReadOnlyList<JsonObject> Cells { get; }

    /// <summary>The cells with code, from the top.</summary>
    internal IReadOnlyList<CodeCell> Code { get; }

    /// <summary>Reads a notebook.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="RefusedException">It is no notebook that can be run here; the message says why.</exception>
    internal static NotebookFile Read(string path)
    {
        JsonObject root = Json(path) as JsonObject ?? throw new RefusedException($"{path} is not a notebook: its JSON is not an object.");
        if (root["nbformat"] is not JsonValue format || !format.TryGetValue(out int version))
        {
            throw new RefusedException($"{path} is not a notebook: it does not say its nbformat.");
        }

        if (version != Format)
        {
            throw new RefusedException(
                $"{path} has the notebook format {version}; format {Format} is needed. Convert it: jupyter nbconvert --to notebook --nbformat {Format} {path}");
        }

        if (root["cells"] is not JsonArray cells || root["metadata"] is not (null or JsonObject))
        {
            throw new RefusedException($"{path} is not a notebook: it has no list of cells, or its metadata are none.");
        }

        JsonObject[] all = [.. cells.Select((cell, index) => Cell(cell, index, path))];
        NotebookKernel.Require(root, all, path);
        return new NotebookFile(path, root, all);
    }

    /// <summary>Puts down what every notebook of this kernel says of itself, and gives ids to cells that have none.</summary>
    internal void Complete()
    {
        Root["nbformat"] = Format;
        Root["nbformat_minor"] = Root["nbformat_minor"] is JsonValue minor && minor.TryGetValue(out int number) ? Math.Max(Minor, number) : Minor;
        NotebookKernel.PutDown(Root);
        CellIds.Complete(Cells);
        foreach (JsonObject cell in Cells)
        {
            cell["metadata"] ??= new JsonObject();
            cell["source"] = NotebookText.Lines(NotebookText.Joined(cell["source"]));
        }
    }

    /// <summary>Writes the notebook to a file; a file that is there is replaced at once or not at all.</summary>
    internal void Write(string path)
    {
        string partial = path + ".partial";
        File.WriteAllText(partial, NotebookText.Of(Root));
        File.Move(partial, path, overwrite: true);
    }

    private static JsonNode? Json(string path)
    {
        if (!File.Exists(path))
        {
            throw new RefusedException(Directory.Exists(path) ? $"{path} is a folder; name the notebooks in it." : $"{path} does not exist.");
        }

        try
        {
            return JsonNode.Parse(File.ReadAllText(path));
        }
        catch (JsonException problem)
        {
            string place = problem.LineNumber is { } line ? $" at line {line + 1}, column {(problem.BytePositionInLine ?? 0) + 1}" : "";
            throw new RefusedException($"{path} is not a notebook: it is not JSON{place}. If it was merged, look for lines of <<<<<<< and >>>>>>>.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{path} cannot be read: {problem.Message}", problem);
        }
    }

    private static JsonObject Cell(JsonNode? cell, int index, string path)
    {
        if (cell is not JsonObject found || !IsOneText(found["cell_type"]) || !IsText(found["source"]))
        {
            throw new RefusedException($"{path} is not a notebook: item {index + 1} of its cells has no cell_type or no source.");
        }

        bool sound = found["metadata"] is null or JsonObject
            && found["outputs"] is null or JsonArray
            && (found["outputs"] as JsonArray ?? []).All(output => output is JsonObject saved && IsOneText(saved["output_type"]) && saved["data"] is null or JsonObject);
        return sound ? found : throw new RefusedException($"{path} is not a notebook: the metadata or outputs of item {index + 1} of its cells are not those of one.");
    }

    private static bool IsOneText(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? _);

    private static bool IsText(JsonNode? source) => source switch
    {
        JsonArray lines => lines.All(IsOneText),
        _ => IsOneText(source),
    };
}
