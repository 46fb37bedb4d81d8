using System.Text.Json.Nodes;
using Experiments.Notebooks.Kernel;
using Simulator.Tests.Notebooks.Cells;

namespace Simulator.Tests.Notebooks.Kernel;

public sealed class CompletionTests : IDisposable
{
    private readonly ShownCells _cells = new();

    public CompletionTests() => _cells.Run("""
        #r "Simulator.dll"
        using Simulator.Engine;
        var scenario = new Scenario();
        int? maybe = 3;
        /* declared before */ record Row(int Day, double Debt);
        var rows = new List<Row>();
        """);

    public void Dispose() => _cells.Dispose();

    // The cursor is where | stands.
    [Theory]
    [InlineData("Console.Wri|", "Write WriteLine")]
    [InlineData("scenario.Econ|.Margin", "Economics")]
    [InlineData("scenario.Economics.Mar|", "Margin")]
    [InlineData("scena|", "scenario")]
    [InlineData("rows[0].|", "Debt Day")]
    [InlineData("rows.OrderBy(row => row.De|)", "Debt Deconstruct")]
    [InlineData("rows\n    .Where(row => row.Day > 1)\n    .ToLis|", "ToList")]
    [InlineData("maybe?.CompareT|", "CompareTo")]
    [InlineData("System.Globaliz|", "Globalization")]
    [InlineData("for (int number = 0; num|", "number")]
    [InlineData("new Scenar|", "Scenario")]
    [InlineData("forea|", "foreach")]
    [InlineData("displ|", "display")]
    [InlineData("DayOfWeek.Sun|", "Sunday")]
    public void The_names_that_fit_are_offered(string code, string expected)
    {
        string[] offered = Names(code);
        Assert.All(expected.Split(' '), name => Assert.Contains(name, offered));
        Assert.InRange(offered.Length, 1, 12);
    }

    [Theory]
    [InlineData("// Cons|")]
    [InlineData("\"Cons|")]
    [InlineData("var x = \"Cons|\";")]
    [InlineData("12|")]
    [InlineData("nothing.Wri|")]
    public void Where_names_mean_nothing_none_is(string code) => Assert.Empty(Names(code));

    [Fact]
    public void The_part_to_replace_is_told()
    {
        JsonObject reply = Completion.At(_cells.Session, "var y = scenario.Econ;", "var y = scenario.Econ".Length);
        Assert.Equal((17, 21), ((int?)reply["start"], (int?)reply["end"]));
    }

    [Theory]
    [InlineData("Math.Sq|rt(2)", "double System.Math.Sqrt(double d)")]
    [InlineData("Math.Sqrt(|", "double System.Math.Sqrt(double d)")]
    [InlineData("scenario.Audi|ence", "Audience Simulator.Engine.Scenario.Audience")]
    [InlineData("rows.Select(|", "Select")]
    [InlineData("new Scenario|()", "Scenario")]
    public void What_a_name_is_is_told(string code, string expected)
    {
        Assert.Contains(expected, Inspected(code));
    }

    [Fact]
    public void The_documentation_is_told_with_it() => Assert.Contains("\n\nWho follows the sender.", Inspected("scenario.Aud|ience"), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Of_what_is_unknown_nothing_is_told() => Assert.Equal("", Inspected("unkn|own"));

    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("var x = 1;", "complete")]
    [InlineData("if (true)\n{", "incomplete")]
    [InlineData("int F(", "incomplete")]
    public void Whether_code_is_finished_is_told(string code, string expected) => Assert.Equal(expected, (string?)Submission.State(code)["status"]);

    private string[] Names(string code)
    {
        int cursor = code.IndexOf('|', StringComparison.Ordinal);
        return [.. Completion.At(_cells.Session, code.Remove(cursor, 1), cursor)["names"]!.AsArray().Select(name => (string)name!)];
    }

    private string Inspected(string code)
    {
        int cursor = code.IndexOf('|', StringComparison.Ordinal);
        return (string?)Inspection.At(_cells.Session, code.Remove(cursor, 1), cursor)["text"] ?? "";
    }
}
