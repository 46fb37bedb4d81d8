using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Experiments;
using Simulator.Tests.Notebooks.Running;

namespace Simulator.Tests.Notebooks.Kernel;

public sealed class JupyterTests
{
    [Fact]
    public async Task Nbconvert_executes_a_notebook_to_the_same_file_as_notebook_run()
    {
        using Jupyter jupyter = await Jupyter.WithKernel();
        string file = Path.Combine(jupyter.Folder, "small.ipynb");
        File.Copy(Path.Combine(ThisFolder(), "..", "Running", "small.ipynb"), file);

        await jupyter.Python("-m", "nbconvert", "--to", "notebook", "--execute", "--inplace", "--ExecutePreprocessor.record_timing=False", file);

        Assert.Equal(File.ReadAllText(Path.Combine(ThisFolder(), "..", "Running", "small.ipynb")), File.ReadAllText(file));
    }

    [Fact]
    public async Task What_notebook_run_writes_is_what_Jupyter_reads_and_would_write()
    {
        using Jupyter jupyter = await Jupyter.WithKernel();
        using var notebook = new SmallNotebook(
            "new[] { new { A = 1.5, B = \"ü\\u0007😀\" } }",
            "#r \"Experiments.dll\"\nclass F : Experiments.Notebooks.IRichOutput { public IReadOnlyDictionary<string, object> ToMimeBundle() => new Dictionary<string, object> "
            + "{ [\"application/vnd.plotly.v1+json\"] = new { z = new[] { 1e-7, 1e20, 0.1, 3, double.Epsilon }, a = new object[0], m = new { } } }; }\nnew F()",
            "Console.Write(\"no line end\"); Console.Error.WriteLine(\"x\");");
        (int code, _, string error) = await notebook.Run();
        Assert.True(code == ExitCode.Done, error);

        const string Rewrite = "import sys, nbformat; n = nbformat.read(sys.argv[1], 4); nbformat.validate(n); nbformat.write(n, sys.argv[2])";
        await jupyter.Python("-c", Rewrite, notebook.Path, notebook.Beside("rewritten.ipynb"));

        Assert.Equal(notebook.Text, File.ReadAllText(notebook.Beside("rewritten.ipynb")));
    }

    [Fact]
    public async Task The_kernel_does_in_Jupyter_what_a_kernel_does()
    {
        using Jupyter jupyter = await Jupyter.WithKernel();
        JsonNode found = JsonNode.Parse(await jupyter.Python(Path.Combine(ThisFolder(), "session.py")))!;

        Assert.Equal("execute_result text/plain 2", (string?)found["value"]);
        Assert.Equal("stream stdout a\n|display_data text/html text/plain|stream stderr b\n", (string?)found["rich"]);
        Assert.Equal("error cell 3, line 2, column 3: CS0103: The name 'c' does not exist in the current context.", (string?)found["compile error"]);
        Assert.Equal("error cell 4, line 2: DivideByZeroException: Attempted to divide by zero.", (string?)found["exception"]);

        Assert.Contains("error cell 5: The cell was stopped.", (string?)found["interrupted"]);
        Assert.InRange((double)found["interrupted after"]!, 0, 4);
        Assert.Equal("execute_result text/plain 7", (string?)found["kept"]);
        Assert.Contains("error cell 7: The cell was stopped.", (string?)found["asleep"]);

        Assert.Equal(["CompareTo"], found["completion"]!["matches"]!.AsArray().Select(name => (string)name!));
        Assert.Equal((11, 15), ((int?)found["completion"]!["cursor_start"], (int?)found["completion"]!["cursor_end"]));
        Assert.Contains("double System.Math.Sqrt(double d)", (string?)found["inspection"]!["data"]!["text/plain"]);
        Assert.Equal("incomplete", (string?)found["unfinished"]!["status"]);

        Assert.StartsWith("error The cell ended the engine (exit code 3)", (string?)found["ended"]);
        Assert.Equal("execute_result text/plain 1", (string?)found["after the end"]);
        Assert.Contains("CS0103: The name 'kept' does not exist", (string?)found["restarted"]);

        Assert.Equal([true, false], found["engine runs before and after the kernel was killed"]!.AsArray().Select(runs => (bool)runs!));
        Assert.Equal(["127.0.0.1"], found["addresses"]!.AsArray().Select(address => (string)address!));
    }

    private static string ThisFolder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
