using Experiments;

namespace Simulator.Tests.Notebooks.Running;

public sealed class Unfit_notebooks_are_refused_with_the_reason
{
    [Theory]
    [InlineData("{\"cells\": [\n  1,,\n]}", "it is not JSON at line 2, column 5")]
    [InlineData("", "it is not JSON")]
    [InlineData("[]", "its JSON is not an object")]
    [InlineData("{}", "it does not say its nbformat")]
    [InlineData("""{"nbformat": 3, "worksheets": []}""", "has the notebook format 3; format 4 is needed. Convert it: jupyter nbconvert")]
    [InlineData("""{"nbformat": 4}""", "it has no list of cells")]
    [InlineData("""{"nbformat": 4, "cells": [{"cell_type": "code"}]}""", "item 1 of its cells has no cell_type or no source")]
    [InlineData("""{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "outputs": [3]}]}""", "the metadata or outputs of item 1")]
    [InlineData("""{"nbformat": 4, "cells": [], "metadata": {"kernelspec": {"name": "python3"}}}""", "is for the kernel 'python3', which is not known here; known: .net-csharp (C#).")]
    [InlineData("""{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "metadata": {"polyglot_notebook": {"kernelName": "fsharp"}}}]}""", "item 1 of its cells is in the language 'fsharp'")]
    [InlineData("""{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "metadata": {"dotnet_interactive": {"language": "pwsh"}}}]}""", "in the language 'pwsh'")]
    public async Task The_file_is_named_and_nothing_is_run(string text, string expected)
    {
        using var notebook = new SmallNotebook();
        await File.WriteAllTextAsync(notebook.Path, text, TestContext.Current.CancellationToken);
        (int code, string output, string error) = await notebook.Run();
        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.StartsWith("small.ipynb", error);
        Assert.Contains(expected, error);
        Assert.Equal(text, notebook.Text);
    }

    [Fact]
    public async Task Of_several_all_are_read_before_the_first_is_run()
    {
        using var notebook = new SmallNotebook("System.IO.File.WriteAllText(\"ran\", \"\");");
        (int code, _, string error) = await notebook.Run(notebook.Beside("missing.ipynb"), notebook.Beside(""));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("missing.ipynb does not exist.", error);
        Assert.Contains("is a folder; name the notebooks in it.", error);
        Assert.False(File.Exists(notebook.Beside("ran")));
    }

    [Theory]
    [InlineData("--timeout 0", "--timeout needs a number of seconds from 1; found 0.")]
    [InlineData("--timeout x", "--timeout needs a whole number; found 'x'.")]
    [InlineData("--check --out y", "--check writes nothing")]
    public async Task Options_that_make_no_sense_are_refused(string options, string expected)
    {
        using var notebook = new SmallNotebook("1");
        (int code, _, string error) = await notebook.Run(options.Split(' '));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains(expected, error);
    }
}
