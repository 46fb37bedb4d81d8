using System.Text.Json.Nodes;
using Experiments;

namespace Simulator.Tests.Notebooks.Running;

public sealed class NotebookCheckTests
{
    private const string Figure = """
        #r "Experiments.dll"
        class Figure : Experiments.Notebooks.IRichOutput
        {
            public IReadOnlyDictionary<string, object> ToMimeBundle() => new Dictionary<string, object>
            {
                ["application/vnd.plotly.v1+json"] = new { data = new[] { new { y = new[] { 1.0, 2.5 } } } },
                ["text/html"] = $"<div id='{Guid.NewGuid()}'></div>",
                ["text/plain"] = "a figure",
            };
        }
        new Figure()
        """;

    [Fact]
    public async Task What_was_saved_is_what_is_shown()
    {
        using var notebook = new SmallNotebook("Console.WriteLine(\"a\\nb\");", Figure, "new[] { new { A = 1 } }");
        await notebook.Run();
        string saved = notebook.Text;
        Assert.Equal((ExitCode.Done, "small.ipynb: the outputs are as they were saved."), await Checked(notebook));
        Assert.Equal(saved, notebook.Text);
    }

    [Fact]
    public async Task Another_text_is_told_with_its_cell_and_both_lines()
    {
        using var notebook = new SmallNotebook("1", "Console.WriteLine(\"a\\nb\\nc\");");
        await notebook.Run();
        notebook.Change(root => root["cells"]![1]!["outputs"]![0]!["text"]![1] = "B\n");
        string saved = notebook.Text;
        (int code, string told) = await Checked(notebook);
        Assert.Equal(ExitCode.SomeRunsFailed, code);
        Assert.Contains("small.ipynb, cell 2, output 1: line 2 differs.\n    - B\n    + b\n", told);
        Assert.Equal(saved, notebook.Text);
    }

    [Fact]
    public async Task A_changed_figure_is_told_with_the_value_that_differs()
    {
        using var notebook = new SmallNotebook(Figure);
        await notebook.Run();
        notebook.Change(root => root["cells"]![0]!["outputs"]![0]!["data"]!["application/vnd.plotly.v1+json"]!["data"]![0]!["y"]![1] = 2.25);
        (int code, string told) = await Checked(notebook);
        Assert.Equal(ExitCode.SomeRunsFailed, code);
        Assert.Contains("cell 1, output 1: application/vnd.plotly.v1+json: data[0].y[1] was 2.25, is now 2.5.", told);
    }

    [Fact]
    public async Task The_last_digits_of_a_figure_are_not_compared()
    {
        using var notebook = new SmallNotebook(Figure);
        await notebook.Run();
        notebook.Change(root => root["cells"]![0]!["outputs"]![0]!["data"]!["application/vnd.plotly.v1+json"]!["data"]![0]!["y"]![1] = 2.5000000000001);
        Assert.Equal(ExitCode.Done, (await Checked(notebook)).Code);
    }

    [Fact]
    public async Task A_notebook_that_was_never_run_is_not_as_it_was_saved()
    {
        using var notebook = new SmallNotebook("1");
        (int code, string told) = await Checked(notebook);
        Assert.Equal(ExitCode.SomeRunsFailed, code);
        Assert.Contains("cell 1, saved: no output; now: a value (text/plain).", told);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task What_is_tagged_as_varying_is_not_compared(bool wholeCell)
    {
        using var notebook = new SmallNotebook("Guid.NewGuid()");
        await notebook.Run();
        Assert.Equal(ExitCode.SomeRunsFailed, (await Checked(notebook)).Code);
        notebook.Change(root => (wholeCell ? root["cells"]![0]! : root["cells"]![0]!["outputs"]![0]!)["metadata"]!["tags"] = new JsonArray("varies"));
        Assert.Equal(ExitCode.Done, (await Checked(notebook)).Code);
    }

    private static async Task<(int Code, string Told)> Checked(SmallNotebook notebook)
    {
        (int code, string output, _) = await notebook.Run("--check");
        return (code, output.ReplaceLineEndings("\n").TrimEnd('\n'));
    }
}
