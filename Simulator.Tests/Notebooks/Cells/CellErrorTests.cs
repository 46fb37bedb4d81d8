using Experiments.Notebooks.Cells;

namespace Simulator.Tests.Notebooks.Cells;

public sealed class CellErrorTests : IDisposable
{
    private readonly ShownCells _cells = new();

    public void Dispose() => _cells.Dispose();

    [Fact]
    public void The_compiler_names_cell_line_column_and_shows_the_line()
    {
        _cells.Run("int a = 1;");
        CellError error = _cells.Fail("a++;\nint b = missing;\nstring c = 4;");
        Assert.Equal(("CS0103", 2, 2, 9), (error.Name, error.Cell, error.Line, error.Column));
        Assert.Equal(
            [
                "cell 2, line 2, column 9: CS0103: The name 'missing' does not exist in the current context.",
                "   2 | int b = missing;",
                "               ^",
                "cell 2, line 3, column 12: CS0029: Cannot implicitly convert type 'int' to 'string'.",
                "   3 | string c = 4;",
                "                  ^",
            ],
            error.Lines);
    }

    [Fact]
    public void An_exception_names_the_line_that_threw_and_the_one_that_called()
    {
        _cells.Run("int Half(int number)\n{\n    if (number > 3)\n        throw new ArgumentException(\"too big\");\n    return number / 2;\n}");
        CellError error = _cells.Fail("var before = Half(2);\n\nawait Task.Yield();\nHalf(5)");
        Assert.Equal(("ArgumentException", "too big", 1, 4), (error.Name, error.Message, error.Cell, error.Line));
        Assert.Equal(
            [
                "cell 1, line 4: ArgumentException: too big",
                "   4 |         throw new ArgumentException(\"too big\");",
                "   at Half(Int32 number) in cell 1:line 4",
                "   at cell 2:line 4",
            ],
            error.Lines);
    }

    [Fact]
    public void A_cause_is_told_and_wrappers_are_taken_off()
    {
        CellError error = _cells.Fail("Task.Run(() => { throw new InvalidOperationException(\"outer\", new Exception(\"inner\")); }).Wait();");
        Assert.Equal("InvalidOperationException", error.Name);
        Assert.Contains("caused by Exception: inner", error.Lines);
    }

    [Fact]
    public void A_refusal_of_the_libraries_names_the_line_of_the_cell_and_none_of_their_own()
    {
        _cells.Run("#r \"Experiments.dll\"\nusing Experiments.Notebooks;");
        CellError error = _cells.Fail("Results.Load(\"results/nowhere\")");
        Assert.Equal("NotebookException", error.Name);
        Assert.Equal(["   1 | Results.Load(\"results/nowhere\")", "   at cell 2:line 1"], error.Lines.Skip(1));

        CellError empty = _cells.Fail("Results.Latest(\"\")");
        Assert.Equal("ArgumentException", empty.Name);
        Assert.Equal(["   1 | Results.Latest(\"\")", "   at cell 3:line 1"], empty.Lines.Skip(1));
    }

    [Fact]
    public void A_value_that_cannot_be_shown_is_an_error_of_its_cell()
    {
        CellError error = _cells.Fail("class Bad\n{\n    public override string ToString() => throw new Exception(\"no text\");\n}\nnew Bad()");
        Assert.Equal(("no text", 3), (error.Message, error.Line));
    }

    [Theory]
    [InlineData("\n#r \"nuget: MathNet.Numerics, 5.0.0\"", 2, "downloads nothing")]
    [InlineData("#i \"nuget: https://example.org\"", 1, "downloads nothing")]
    [InlineData("#!fsharp\nlet x = 1", 1, "'#!fsharp' switches to another language")]
    [InlineData("int x = 1;\n#!time\nx", 2, "'#!time'")]
    [InlineData("%%python\nprint(1)", 1, "'%%python' is a command of another kernel")]
    public void What_is_not_for_this_kernel_is_refused_with_its_line(string code, int line, string expected)
    {
        CellError error = _cells.Fail(code);
        Assert.Equal((CellError.Refused, line), (error.Name, error.Line));
        Assert.Contains(expected, error.Message);
    }

    [Theory]
    [InlineData("7\n    % 4", "3")]
    [InlineData("#!csharp\n5", "5")]
    [InlineData("\"\"\"\n#!fsharp\n%%magic\n\"\"\".Length", "16")]
    public void What_only_looks_so_is_not(string code, string expected) => Assert.Equal(expected, _cells.Text(code));

    [Fact]
    public void A_library_that_is_not_there_is_told_with_what_to_do()
    {
        CellError error = _cells.Fail("#r \"nowhere/Other.dll\"");
        Assert.Equal("CS0006", error.Name);
        Assert.Contains("relative to the notebook's folder; is the library built", error.Message);
    }
}
