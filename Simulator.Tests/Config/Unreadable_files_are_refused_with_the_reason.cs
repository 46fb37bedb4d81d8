using System.Text;
using Experiments.Config;

namespace Simulator.Tests.Config;

public sealed class Unreadable_files_are_refused_with_the_reason
{
    [Theory]
    [InlineData("", "study.yaml:1:1  the file is empty.")]
    [InlineData("# nothing but a comment\n", "study.yaml:1:1  the file is empty.")]
    [InlineData("[1]", "study.yaml:1:1  an experiment is a group of keys, such as 'name: cadence'; found a list.")]
    [InlineData("name: \"x\n", "study.yaml:1:7  this is not valid YAML: while scanning a quoted scalar, found unexpected end of stream.")]
    [InlineData("name: x\n  seed: 3\n", "study.yaml:2:7  this is not valid YAML: while scanning a plain scalar value, found invalid mapping.")]
    [InlineData("name: x\n---\nname: y\n", "study.yaml:2:1  a second document begins here; put each experiment in a file of its own.")]
    [InlineData("name: !secret x\n", "study.yaml:1:7  the tag '!secret' is not used here; leave it out.")]
    [InlineData("name: *x\n", "study.yaml:1:7  nothing before this is marked '&x'.")]
    [InlineData("name: &x [*x]\n", "study.yaml:1:11  nothing before this is marked '&x'.")]
    [InlineData("[a]: 3\n", "study.yaml:1:1  a key must be a word, not a list, a group or an alias.")]
    public void A_text_that_is_no_experiment(string text, string expected)
    {
        using var folder = new ExperimentFolder();
        Assert.Equal([expected], folder.Problems(text));
    }

    [Fact]
    public void A_file_nested_too_deeply()
    {
        using var folder = new ExperimentFolder();
        Assert.Equal(["study.yaml:1:71  nested more than 64 levels deep."], folder.Problems("name: " + new string('[', 100_000)));
    }

    [Fact]
    public void A_few_aliases_that_unfold_into_millions()
    {
        using var folder = new ExperimentFolder();
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 9; level++)
        {
            string alias = $"*a{level - 1}";
            text.Append($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat(alias, 10))}]\n");
        }

        Assert.Equal(["study.yaml:6:10  more than 200000 values once aliases are followed."], folder.Problems(text.ToString()));
    }

    [Fact]
    public void A_file_that_is_too_large()
    {
        using var folder = new ExperimentFolder();
        string problem = Assert.Single(folder.Problems("# " + new string('x', 4 << 20)));
        Assert.EndsWith("is larger than 4 MB; this is not an experiment file.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_text()
    {
        using var folder = new ExperimentFolder();
        File.WriteAllBytes(folder.File("picture.yaml"), [0xff, 0xd8, 0xff]);
        Assert.EndsWith("is not text in UTF-8.", Assert.Single(ExperimentFile.Read(folder.File("picture.yaml"), []).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_with_the_one_that_was_meant()
    {
        using var folder = new ExperimentFolder();
        folder.Write("name: x", "cadence.yaml");
        Assert.EndsWith("did you mean 'cadence.yaml'?", Assert.Single(ExperimentFile.Read(folder.File("cadense.yaml"), []).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder()
    {
        using var folder = new ExperimentFolder();
        Assert.EndsWith("is a folder; name the file in it.", Assert.Single(ExperimentFile.Read(folder.File("."), []).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_inherit_from_each_other()
    {
        using var folder = new ExperimentFolder();
        folder.Write("base: study.yaml", "other.yaml");
        Assert.Equal(
            ["other.yaml:1:7  base: the files inherit from each other in a circle: study.yaml → other.yaml → study.yaml."],
            folder.Problems("name: x\nbase: other.yaml"));
    }

    [Fact]
    public void A_base_that_is_not_there()
    {
        using var folder = new ExperimentFolder();
        string problem = Assert.Single(folder.Problems("name: x\nbase: other.yaml"));
        Assert.Equal("study.yaml:2:7  base: there is no file 'other.yaml'.", problem);
    }
}
