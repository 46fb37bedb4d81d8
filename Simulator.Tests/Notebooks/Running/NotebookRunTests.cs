using System.Diagnostics;
using System.Text.Json.Nodes;
using Experiments;
using Experiments.Notebooks.Kernel;

namespace Simulator.Tests.Notebooks.Running;

public sealed class NotebookRunTests
{
    [Fact]
    public async Task Outputs_are_saved_with_all_that_a_notebook_says_of_itself()
    {
        using var notebook = new SmallNotebook("Console.WriteLine(\"a\");\n2", " ", "6 * 7");
        (int code, string output, string error) = await notebook.Run();
        Assert.Equal((ExitCode.Done, "small.ipynb\n"), (code, output.ReplaceLineEndings("\n")));
        Assert.Contains("cell 2 of 2", error, StringComparison.Ordinal);
        Assert.Equal([1, null, 2], notebook.Cells.Select(cell => (int?)cell!["execution_count"]));
        Assert.Equal("""[{"name":"stdout","output_type":"stream","text":["a\n"]},{"data":{"text/plain":["2"]},"execution_count":1,"metadata":{},"output_type":"execute_result"}]""",
            notebook.Cells[0]!["outputs"]!.ToJsonString());
        Assert.Equal("""["Console.WriteLine(\u0022a\u0022);\n","2"]""", notebook.Cells[0]!["source"]!.ToJsonString());
        Assert.Equal(".net-csharp", (string?)notebook.Root["metadata"]!["kernelspec"]!["name"]);
        Assert.Equal((4, 5), ((int?)notebook.Root["nbformat"], (int?)notebook.Root["nbformat_minor"]));
        Assert.Equal(3, notebook.Cells.Select(cell => (string?)cell!["id"]).Where(id => id?.Length == 8).Distinct().Count());
    }

    [Fact]
    public async Task Running_again_changes_no_letter_and_keeps_what_others_put_down()
    {
        using var notebook = new SmallNotebook("new { A = 1 / 3.0 }", "\"ü \\u0001 \\\" 😀\"", "1", "1");
        notebook.Change(root =>
        {
            root["cells"]![0]!["id"] = "mine";
            root["cells"]![0]!["metadata"]!["tags"] = new JsonArray("kept");
            root["metadata"]!["authors"] = new JsonArray("kept");
        });
        await notebook.Run();
        string first = notebook.Text;
        await notebook.Run();
        Assert.Equal(first, notebook.Text);
        Assert.Equal("mine", (string?)notebook.Cells[0]!["id"]);
        Assert.Equal(2, first.Split("\"kept\"").Length - 1);
        Assert.Contains("ü \\u0001 \\\" 😀", first);
        Assert.EndsWith("}\n", first);
    }

    [Fact]
    public async Task Cells_run_in_the_notebooks_folder()
    {
        using var notebook = new SmallNotebook("File.ReadAllText(\"beside.txt\")");
        await File.WriteAllTextAsync(notebook.Beside("beside.txt"), "found", TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Done, (await notebook.Run()).Code);
        Assert.Contains("\"found\"", notebook.Text);
    }

    [Fact]
    public async Task With_another_folder_the_notebook_itself_stays_as_it_is()
    {
        using var notebook = new SmallNotebook("1 + 1");
        string before = notebook.Text;
        Assert.Equal(ExitCode.Done, (await notebook.Run("--out", notebook.Beside("out"))).Code);
        Assert.Equal(before, notebook.Text);
        Assert.Contains("\"2\"", await File.ReadAllTextAsync(Path.Combine(notebook.Beside("out"), "small.ipynb"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_first_error_ends_the_run_and_names_file_cell_line_and_message()
    {
        using var notebook = new SmallNotebook("int a = 0;", "", "// fails\n1 / a", "Console.WriteLine(\"never\");");
        string before = notebook.Text;
        (int code, string output, string error) = await notebook.Run();
        Assert.Equal((ExitCode.SomeRunsFailed, ""), (code, output));
        Assert.Contains("small.ipynb, cell 2, line 2: DivideByZeroException: Attempted to divide by zero.", error);
        Assert.Contains("2 | 1 / a", error);
        Assert.DoesNotContain("cell 3 of", error);
        Assert.Equal(before, notebook.Text);
    }

    [Fact]
    public async Task A_cell_that_is_meant_to_fail_does_not_end_the_run()
    {
        using var notebook = new SmallNotebook("throw new Exception(\"meant\");", "2");
        notebook.Change(root => root["cells"]![0]!["metadata"]!["tags"] = new JsonArray("raises-exception"));
        Assert.Equal(ExitCode.Done, (await notebook.Run()).Code);
        Assert.Equal("error", (string?)notebook.Cells[0]!["outputs"]![0]!["output_type"]);
        Assert.Equal(ExitCode.Done, (await notebook.Run("--check")).Code);
    }

    [Fact]
    public async Task An_endless_loop_is_stopped_in_time()
    {
        using var notebook = new SmallNotebook("int x = 1;", "while (true) x++;");
        (int code, _, string error) = await notebook.Run("--timeout", "1");
        Assert.Equal(ExitCode.SomeRunsFailed, code);
        Assert.Contains("small.ipynb, cell 2: The cell was stopped after 1 second. If it needs longer, give more: --timeout seconds.", error);
    }

    [Fact]
    public async Task Ctrl_C_ends_it_and_leaves_the_file_as_it_was()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Signals are sent by the command kill.");
        using var notebook = new SmallNotebook("1", "while (true) ;");
        string before = notebook.Text;
        IReadOnlyList<string> words = EngineProgram.Words();
        using Process process = Process.Start(new ProcessStartInfo(words[0], [words[1], "notebook", "run", notebook.Path]) { RedirectStandardError = true })!;
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("cell 2 of 2", StringComparison.Ordinal))
        {
            // Until the loop is reached.
        }

        Process.Start("kill", ["-INT", $"{process.Id}"]).Dispose();
        string rest = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Interrupted, process.ExitCode);
        Assert.Contains("is as it was", rest);
        Assert.Equal(before, notebook.Text);
    }

    [Fact]
    public async Task An_empty_notebook_runs()
    {
        using var notebook = new SmallNotebook();
        Assert.Equal(ExitCode.Done, (await notebook.Run()).Code);
        Assert.Equal(ExitCode.Done, (await notebook.Run("--check")).Code);
    }
}
