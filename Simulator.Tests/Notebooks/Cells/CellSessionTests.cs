using System.Text.Json.Nodes;
using Simulator.Engine;

namespace Simulator.Tests.Notebooks.Cells;

public sealed class CellSessionTests : IDisposable
{
    private readonly ShownCells _cells = new();

    public void Dispose() => _cells.Dispose();

    [Fact]
    public void A_cell_sees_variables_types_functions_and_usings_of_the_cells_before_it()
    {
        _cells.Run("using System.Globalization; record Pair(int A, int B); var pair = new Pair(1, 2); int Sum(Pair both) => both.A + both.B;");
        _cells.Run("pair = pair with { B = 40 };");
        Assert.Equal("41", _cells.Text("Sum(pair).ToString(CultureInfo.InvariantCulture)"));
    }

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("(string)null", "<null>")]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("new[] { 1, 2, 3 }", "[ 1, 2, 3 ]")]
    [InlineData("Enumerable.Range(0, 1000)", ", 99, … ]")]
    [InlineData("new List<string>()", "[]")]
    [InlineData("await Task.FromResult(\"later\")", "later")]
    public void The_value_of_a_last_expression_without_semicolon_is_shown(string code, string expected)
    {
        JsonObject shown = Assert.Single(_cells.Run(code));
        Assert.Equal(("execute_result", 1), ((string?)shown["output_type"], (int?)shown["execution_count"]));
        Assert.EndsWith(expected, ShownCells.Form(shown, "text/plain"));
    }

    [Theory]
    [InlineData("Math.Sqrt(2);")]
    [InlineData("var x = 1;")]
    [InlineData("GC.KeepAlive(1)")]
    [InlineData("// nothing")]
    [InlineData("await Task.CompletedTask")]
    public void Nothing_else_is(string code) => Assert.Empty(_cells.Run(code));

    [Fact]
    public void Outputs_keep_the_order_in_which_they_were_made()
    {
        IReadOnlyList<JsonObject> shown = _cells.Run(
            "Console.Write(\"a\"); Console.WriteLine('b'); display(1); Console.Error.Write(\"c\"); await Task.Run(() => Console.Write(\"d\")); \"e\"");
        Assert.Equal(
            ["ab\n", "1", "c", "d", "e"],
            shown.Select(output => (string?)output["text"] ?? ShownCells.Form(output, "text/plain")));
        Assert.Equal(["stdout", null, "stderr", "stdout", null], shown.Select(output => (string?)output["name"]));
    }

    [Fact]
    public void Rows_are_a_table_with_escaped_text_and_rounded_numbers()
    {
        JsonObject shown = Assert.Single(_cells.Run("new[] { new { Name = \"<b>\", Share = 1 / 3.0 }, new { Name = \"c\", Share = 2.0 } }"));
        Assert.Equal("Name     Share\n<b>   0.333333\nc            2", ShownCells.Form(shown, "text/plain"));
        Assert.Contains("<td style=\"text-align:left\">&lt;b&gt;</td><td style=\"text-align:right\">0.333333</td>", ShownCells.Form(shown, "text/html"));
    }

    [Theory]
    [InlineData("Enumerable.Range(0, 250).Select(i => (i, -i)).ToList()", "The first 100 of 250 rows are shown.")]
    [InlineData("IEnumerable<(int, int)> Endless() { for (int i = 0; ; i++) yield return (i, i); }\nEndless()", "The first 100 rows are shown; there are more.")]
    public void A_long_table_says_that_it_is_cut(string code, string expected)
    {
        string text = _cells.Text(code);
        Assert.EndsWith(expected, text);
        Assert.Equal(102, text.Split('\n').Length);
    }

    [Fact]
    public void A_value_that_only_knows_its_type_is_shown_by_its_properties() =>
        Assert.Equal("Plain  value\nA      1\nB      x", _cells.Text("class Plain { public int A => 1; public string B => \"x\"; }\nnew Plain()"));

    [Fact]
    public void A_rich_value_shows_itself_whatever_folder_the_library_is_named_in()
    {
        _cells.Run("""
            #r "../nowhere/bin/Experiments.dll"
            using Experiments.Notebooks;
            class Figure : IRichOutput
            {
                public IReadOnlyDictionary<string, object> ToMimeBundle() => new Dictionary<string, object>
                {
                    ["application/vnd.plotly.v1+json"] = new { Data = new[] { 1.5 } },
                    ["text/html"] = "<p>drawn</p>",
                };
                public override string ToString() => "a figure";
            }
            """);
        JsonObject shown = Assert.Single(_cells.Run("display(new Figure())"));
        Assert.Equal("display_data", (string?)shown["output_type"]);
        Assert.Equal("""{"data":[1.5]}""", shown["data"]!["application/vnd.plotly.v1+json"]!.ToJsonString());
        Assert.Equal(("<p>drawn</p>", "a figure"), (ShownCells.Form(shown, "text/html"), ShownCells.Form(shown, "text/plain")));
    }

    [Fact]
    public void A_library_of_this_program_is_the_one_that_runs() => Assert.Equal(
        typeof(Scenario).Assembly.Location,
        _cells.Text("#r \"..\\\\Debug\\\\Simulator.dll\"\n#r \"elsewhere/Simulator.dll\"\ntypeof(Simulator.Engine.Scenario).Assembly.Location"));

    [Fact]
    public void What_a_failed_cell_declared_before_it_failed_stays()
    {
        _cells.Fail("int before = 3;\nthrow new Exception(\"x\");");
        Assert.Equal("3", _cells.Text("before"));
    }

    [Fact]
    public void A_cell_that_displays_without_end_is_cut()
    {
        IReadOnlyList<JsonObject> shown = _cells.Run("for (int i = 0; i < 6_000; i++) display(i);");
        Assert.Equal(5_001, shown.Count);
        Assert.Equal("The cell displayed 5,000 values; the rest is left out.\n", (string?)shown[^1]["text"]);
    }

    [Fact]
    public void A_cell_that_writes_without_end_is_cut()
    {
        string text = string.Concat(_cells.Run("for (int i = 0; i < 6_000; i++) Console.Write(new string('x', 1000));").Select(output => (string?)output["text"]));
        Assert.InRange(text.Length, 5_000_000, 5_000_000 + 2000);
        Assert.EndsWith("the rest is left out.\n", text);
    }
}
