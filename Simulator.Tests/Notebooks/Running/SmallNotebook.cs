using System.Text.Json.Nodes;
using Experiments;
using Simulator.Tests.Running;

namespace Simulator.Tests.Notebooks.Running;

/// <summary>A notebook of a few cells in a folder of its own, and the verb that runs it.</summary>
internal sealed class SmallNotebook : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal SmallNotebook(params string[] cells) => Write(Json(cells));

    internal string Path => _folder["small.ipynb"];

    internal string Text => File.ReadAllText(Path);

    internal JsonNode Root => JsonNode.Parse(Text)!;

    internal JsonArray Cells => Root["cells"]!.AsArray();

    public void Dispose() => _folder.Dispose();

    /// <summary>A notebook as another program may have written it: code cells without ids and outputs.</summary>
    internal static JsonObject Json(params string[] cells) => new()
    {
        ["cells"] = new JsonArray([.. cells.Select(code => new JsonObject { ["cell_type"] = "code", ["metadata"] = new JsonObject(), ["source"] = code })]),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 4,
    };

    internal string Beside(string name) => _folder[name];

    internal void Write(JsonNode root) => File.WriteAllText(Path, root.ToJsonString());

    /// <summary>Changes the file.</summary>
    internal void Change(Action<JsonNode> change)
    {
        JsonNode root = Root;
        change(root);
        Write(root);
    }

    /// <summary>Runs the verb over the file; its path is told as <c>small.ipynb</c>.</summary>
    internal async Task<(int Code, string Output, string Error)> Run(params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await Program.RunAsync(["notebook", "run", Path, .. options], output, error);
        return (code, Told(output), Told(error));
    }

    private string Told(StringWriter told) => told.ToString().Replace(Path, "small.ipynb", StringComparison.Ordinal);
}
