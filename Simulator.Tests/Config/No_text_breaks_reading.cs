using System.Text;
using Experiments.Config;
using Experiments.Config.Yaml;

namespace Simulator.Tests.Config;

public sealed class No_text_breaks_reading
{
    [Theory]
    [InlineData("%YAML 99999999999.1\n---\nname: x\n")]
    [InlineData("%TAG ! x\n%TAG ! y\n---\nname: x\n")]
    [InlineData("name: \"\\UFFFFFFFF\"\n")]
    [InlineData("name: \"\\ud800\"\n")]
    [InlineData("name: \"\\q\"\n")]
    [InlineData("? x\n: y\n? [z]\n")]
    [InlineData("name: |99\n  x\n")]
    [InlineData("name: &\n")]
    [InlineData("name: *\n")]
    [InlineData("name: !<\n")]
    [InlineData("\u0000")]
    [InlineData("\"\": {\"\": 1}\nmessages: {\"\": {}}\npolicies: [{name: \"\"}]\n")]
    [InlineData("messages: {\"a[0\": {promotion: 7}}\n")]
    [InlineData("scenario: {audience: {segments: [null, 3, [], {}]}}\n")]
    [InlineData("whatIf: [null, 3, {set: 3}, {set: {scenario: 3}}, {set: {policies: 3}}, {set: {messages: {a: 3}}, policies: 7}]\n")]
    [InlineData("policies: [{name: p, sends: 3, test: {}}, {name: p, test: {messages: [a, 3, []]}, delivery: []}]\ncase: p\n")]
    public void Not_a_strange_one(string text)
    {
        using var folder = new ExperimentFolder();
        ExperimentReading reading = folder.Read(text);
        Assert.NotEmpty(reading.Problems);
        Assert.All(reading.Problems, problem => Assert.DoesNotContain('\n', problem.ToString()));
    }

    [Fact]
    public void Not_a_damaged_one()
    {
        using var folder = new ExperimentFolder();
        string text = File.ReadAllText(ShippedExperiments.Case);
        var random = new Random(1);
        for (int trial = 0; trial < 100; trial++)
        {
            var damaged = new StringBuilder(text);
            for (int hits = random.Next(1, 5); hits > 0; hits--)
            {
                int place = random.Next(damaged.Length);
                damaged.Remove(place, Math.Min(random.Next(3), damaged.Length - place));
                damaged.Insert(place, "{}[]:,-#&*!|>'\"%@`?.7 \n\tx"[random.Next(25)]);
            }

            ExperimentReading reading = folder.Read(damaged.ToString());
            Assert.Equal(reading.Experiment is null, reading.Problems.Count > 0);
            if (reading.Experiment is not null)
            {
                Assert.Equal(reading.Hash, folder.Read(reading.ResolvedYaml).Hash);
            }
        }
    }

    [Fact]
    public void And_every_text_is_written_so_that_it_is_read_again()
    {
        var texts = new List<string> { "", " ", "true", "No", "null", "~", "1", "1e3", ".5", "-", "- a", "a: b", "a #b", "#a", "😀", " a", "a ", "'", "y", ".nan" };
        for (int block = 0; block < 256; block++)
        {
            texts.Add(new string([.. Enumerable.Range(block * 256, 256).Select(code => (char)code).Where(letter => !char.IsSurrogate(letter))]));
        }

        texts.AddRange(Enumerable.Range(32, 95).SelectMany(first => Enumerable.Range(32, 95).Select(second => $"{(char)first}{(char)second}")));
        var problems = new List<Diagnostic>();
        foreach (string text in texts)
        {
            Place at = Place.Option("test");
            string written = YamlText.Line(new ListNode(at, [new ScalarNode(at, text, plain: false)]));
            var read = (ListNode)YamlReader.ReadValue(written, at, problems)!;
            ScalarNode scalar = Assert.IsType<ScalarNode>(Assert.Single(read.Items));
            Assert.Equal((text, true), (scalar.Text, scalar.IsText));
        }

        Assert.Empty(problems);
    }
}
