using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Experiments;

namespace Simulator.Tests.Notebooks.Running;

/// <summary>The notebooks that are shipped, and a small one beside this test.</summary>
public sealed class Every_notebook_runs_as_saved
{
    public static TheoryData<string> Notebooks { get; } = [.. Files()];

    [Theory, MemberData(nameof(Notebooks))]
    public async Task Its_cells_run_from_top_to_bottom_and_show_what_was_saved(string name)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await Program.RunAsync(["notebook", "run", "--check", Path.Combine(Root(), name)], output, error);
        Assert.True(code == ExitCode.Done, $"{output}{error}");
    }

    [Theory, MemberData(nameof(Notebooks))]
    public void It_is_a_valid_notebook_of_format_4_5(string name)
    {
        JsonNode root = JsonNode.Parse(File.ReadAllText(Path.Combine(Root(), name)))!;
        Assert.Equal((4, 5), ((int?)root["nbformat"], (int?)root["nbformat_minor"]));
        Assert.Equal((".net-csharp", ".NET (C#)", "C#"), ((string?)root["metadata"]!["kernelspec"]!["name"], (string?)root["metadata"]!["kernelspec"]!["display_name"], (string?)root["metadata"]!["kernelspec"]!["language"]));
        Assert.Equal("polyglot-notebook", (string?)root["metadata"]!["language_info"]!["name"]);
        JsonArray cells = root["cells"]!.AsArray();
        Assert.Equal(cells.Count, cells.Select(cell => (string?)cell!["id"]).Distinct().Count());
        Assert.All(cells, cell => IsValid(cell!.AsObject()));
    }

    [Theory, MemberData(nameof(Notebooks))]
    public void It_is_written_as_Jupyter_writes_it(string name)
    {
        string text = File.ReadAllText(Path.Combine(Root(), name));
        Assert.Equal(Experiments.Notebooks.Running.NotebookText.Of(JsonNode.Parse(text)!), text);
    }

    private static void IsValid(JsonObject cell)
    {
        Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", (string?)cell["id"]);
        Assert.IsType<JsonObject>(cell["metadata"]);
        Assert.All(cell["source"]!.AsArray(), line => Assert.NotNull((string?)line));
        if ((string?)cell["cell_type"] != "code")
        {
            Assert.Contains((string?)cell["cell_type"], (string[])["markdown", "raw"]);
            Assert.False(cell.ContainsKey("outputs") || cell.ContainsKey("execution_count"));
            return;
        }

        Assert.True(cell.ContainsKey("execution_count"));
        Assert.All(cell["outputs"]!.AsArray(), output => IsValidOutput(output!.AsObject()));
    }

    private static void IsValidOutput(JsonObject output)
    {
        string[] keys = (string?)output["output_type"] switch
        {
            "stream" => ["name", "output_type", "text"],
            "display_data" => ["data", "metadata", "output_type"],
            "execute_result" => ["data", "execution_count", "metadata", "output_type"],
            "error" => ["ename", "evalue", "output_type", "traceback"],
            _ => [],
        };
        Assert.Equal(keys, output.Select(member => member.Key).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Files()
    {
        string[] folders = [Path.Combine(Root(), "notebooks"), ThisFolder()];
        return folders.SelectMany(folder => Directory.GetFiles(folder, "*.ipynb")).Order(StringComparer.Ordinal).Select(file => Path.GetRelativePath(Root(), file));
    }

    private static string Root() => Path.GetFullPath(Path.Combine(ThisFolder(), "..", "..", ".."));

    private static string ThisFolder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
