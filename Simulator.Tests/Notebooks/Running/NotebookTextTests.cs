using System.Text.Json.Nodes;
using Experiments.Notebooks.Running;

namespace Simulator.Tests.Notebooks.Running;

/// <summary>Files as Jupyter writes them; what Python writes was taken from Python.</summary>
public sealed class NotebookTextTests
{
    [Theory]
    [InlineData("3", "3")]
    [InlineData("-12345678901234567890", "-12345678901234567890")]
    [InlineData("1.0", "1.0")]
    [InlineData("0.10", "0.1")]
    [InlineData("1E-05", "1e-05")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("1E+15", "1000000000000000.0")]
    [InlineData("1E+16", "1e+16")]
    [InlineData("-1.5E+22", "-1.5e+22")]
    [InlineData("123456789012345680.0", "1.2345678901234568e+17")]
    [InlineData("1.7976931348623157E+308", "1.7976931348623157e+308")]
    [InlineData("5E-324", "5e-324")]
    [InlineData("0.30000000000000004", "0.30000000000000004")]
    [InlineData("-0.0", "-0.0")]
    public void Numbers_are_written_as_Python_writes_them(string json, string expected) => Assert.Equal(expected + "\n", NotebookText.Of(JsonNode.Parse(json)!));

    [Fact]
    public void Keys_are_sorted_and_indented_by_one() => Assert.Equal(
        "{\n \"a\": [],\n \"b\": {\n  \"B\": {},\n  \"b\": [\n   null,\n   true\n  ]\n }\n}\n",
        NotebookText.Of(JsonNode.Parse("""{"b": {"b": [null, true], "B": {}}, "a": []}""")!));

    [Fact]
    public void Only_what_must_be_is_escaped() => Assert.Equal("\"<ü\\n\\t\\\\\\\"/\\u0000\u007f\u2028😀>\"\n", NotebookText.Of(JsonValue.Create("<ü\n\t\\\"/\0\u007f\u2028😀>")));

    [Theory]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("one\n")]
    [InlineData("one\n\ntwo\r\n")]
    public void Lines_join_to_what_they_were(string text) => Assert.Equal(text, NotebookText.Joined(NotebookText.Lines(text)));

    [Fact]
    public void Cells_without_an_id_get_one_from_their_text_and_keep_a_valid_one()
    {
        JsonObject[] Cells() =>
        [
            new() { ["source"] = "same" }, new() { ["source"] = "same" }, new() { ["source"] = "x", ["id"] = "kept" }, new() { ["source"] = "y", ["id"] = "kept" }, new() { ["source"] = "z", ["id"] = "no good" },
        ];
        (JsonObject[] once, JsonObject[] again) = (Cells(), Cells());
        CellIds.Complete(once);
        CellIds.Complete(again);
        string[] ids = [.. once.Select(cell => (string)cell["id"]!)];
        Assert.Equal(ids, again.Select(cell => (string)cell["id"]!));
        Assert.Equal(5, ids.Distinct().Count());
        Assert.Equal("kept", ids[2]);
        Assert.All(ids, id => Assert.Matches("^[a-z0-9]{1,8}$", id));
    }
}
