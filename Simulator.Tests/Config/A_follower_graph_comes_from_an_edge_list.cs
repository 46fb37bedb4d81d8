using Experiments.Config;
using Experiments.Config.Yaml;

namespace Simulator.Tests.Config;

public sealed class A_follower_graph_comes_from_an_edge_list
{
    private const string Study = "name: x\nscenario: {audience: {size: 5}, wordOfMouth: {network: edges.txt}}\n";

    [Fact]
    public void With_a_heading_comments_and_any_separator()
    {
        using var folder = new ExperimentFolder();
        folder.Write("# who sees whom\nviewer,speaker\n0,1\n2 1 # a friend\n\n4\t3\n", "edges.txt");
        ExperimentReading reading = folder.Read(Study);
        Assert.Empty(reading.Problems);
        Assert.Equal([0, 2], reading.Points[0].Scenario.Graph!.ViewersOf(1).ToArray());
        Assert.Equal([4], reading.Points[0].Scenario.Graph!.ViewersOf(3).ToArray());
    }

    [Fact]
    public void Whose_bad_lines_are_told_by_number()
    {
        using var folder = new ExperimentFolder();
        folder.Write("viewer,speaker\n0,5\n-1,2\nx,y\n4\n1,2,3\n", "edges.txt");
        Assert.Equal(
            [
                "edges.txt:2:1  scenario.wordOfMouth.network: there is no person 5; the audience has 5, numbered 0 to 4.",
                "edges.txt:3:1  scenario.wordOfMouth.network: there is no person -1; the audience has 5, numbered 0 to 4.",
                "edges.txt:4:1  scenario.wordOfMouth.network: 'x,y' is not an edge; write viewer,speaker as two whole numbers.",
                "edges.txt:5:1  scenario.wordOfMouth.network: '4' is not an edge; write viewer,speaker as two whole numbers.",
                "edges.txt:6:1  scenario.wordOfMouth.network: '1,2,3' is not an edge; write viewer,speaker as two whole numbers.",
            ],
            folder.Problems(Study));
    }

    [Fact]
    public void That_must_exist()
    {
        using var folder = new ExperimentFolder();
        Assert.Equal(["study.yaml:2:56  scenario.wordOfMouth.network: there is no file 'edges.txt'."], folder.Problems(Study));
    }

    [Fact]
    public void That_may_be_too_big()
    {
        using var folder = new ExperimentFolder();
        string path = folder.Write("0 1\n0 2\n0 3\n", "edges.txt");
        EdgeList list = new EdgeListReader(maximumEdges: 2).Read(path, 5, Place.Option("test"));
        Assert.Null(list.Graph);
        Assert.Equal(["edges.txt:3:1  scenario.wordOfMouth.network: more than 2 edges."], folder.Lines(list.Problems));
    }

    [Fact]
    public void Whose_content_and_not_whose_place_makes_the_experiment()
    {
        using var here = new ExperimentFolder();
        using var there = new ExperimentFolder();
        here.Write("0 1\n", "edges.txt");
        there.Write("0 1\n", "edges.txt");
        string hash = here.Read(Study).Hash;
        Assert.Equal(hash, there.Read(Study).Hash);
        there.Write("0 2\n", "edges.txt");
        Assert.NotEqual(hash, there.Read(Study).Hash);
    }

    [Fact]
    public void Which_a_resolved_file_finds_from_anywhere()
    {
        using var here = new ExperimentFolder();
        using var there = new ExperimentFolder();
        here.Write("0 1\n", "edges.txt");
        ExperimentReading reading = here.Read(Study);
        ExperimentReading again = there.Read(reading.ResolvedYaml);
        Assert.Empty(again.Problems);
        Assert.Equal(reading.Hash, again.Hash);
    }

    [Fact]
    public void Named_relative_to_the_file_that_names_it()
    {
        using var here = new ExperimentFolder();
        using var there = new ExperimentFolder();
        here.Write("0 1\n", "edges.txt");
        here.Write(Study, "study.yaml");
        Assert.Empty(there.Read($"base: {here.File("study.yaml")}\nname: y\n").Problems);
    }

    [Fact]
    public void And_a_what_if_may_bring_its_own()
    {
        using var here = new ExperimentFolder();
        using var there = new ExperimentFolder();
        here.Write("0 1\n", "other.txt");
        ExperimentReading reading = here.Read("name: x\nscenario: {audience: {size: 5}}\nwhatIf: [{name: known, set: {wordOfMouth.network: other.txt}}]\n");
        Assert.Null(reading.Points[0].Scenario.Graph);
        Assert.Equal(1, reading.Points[1].Scenario.Graph!.Edges);
        Assert.Equal(reading.Hash, there.Read(reading.ResolvedYaml).Hash);
    }
}
