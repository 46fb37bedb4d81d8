using Experiments.Config;

namespace Simulator.Tests.Config;

public sealed class A_resolved_file_is_the_same_experiment
{
    private const string Study = """
        name: study
        question: "Does it say: \"yes\", or \\ no?\nÄ – 😀"
        scenario:
          horizon: 40
          platform: {dailyCap: 500, reportLimit: 0.01}
          audience: {segments: [{name: fans, share: 0.3, trust: {mean: 0.9}}, {name: others, share: 0.7}]}
        messages:
          book: {offer: true, value: 1e-7}
          "on": {}
        policies:
          - {name: "true", sends: [{message: book, to: {signalAtLeast: 0.1, cap: {messages: 2}}}]}
          - {name: "a, b: c", test: {messages: [book, "on"]}}
        whatIf:
          - {name: inherited, set: {audience.consent: 0.9}}
          - {name: groups, set: {policies.true.sends: [{message: book, first: 2}], messages.extra: {value: 0.5}, scenario.platform.dailyCap: null}}
          - {name: fewer, policies: ["true"]}
        """;

    [Fact]
    public void It_gives_the_same_text_hash_and_points_again()
    {
        using var folder = new ExperimentFolder();
        ExperimentReading first = folder.Read(Study);
        Assert.Empty(first.Problems);
        ExperimentReading again = folder.Read(first.ResolvedYaml);
        Assert.Empty(again.Problems);
        Assert.Equal(first.ResolvedYaml, again.ResolvedYaml);
        Assert.Equal(first.Hash, again.Hash);
        Assert.Equal(first.Points.Select(Described), again.Points.Select(Described));
    }

    [Fact]
    public void It_has_every_parameter()
    {
        using var folder = new ExperimentFolder();
        string resolved = folder.Read("name: study").ResolvedYaml;
        Assert.Contains("  attention: {mean: 0.7, concentration: 5}\n", resolved, StringComparison.Ordinal);
        Assert.Contains("reputationHalfLife: 30", resolved, StringComparison.Ordinal);
        Assert.Contains("network: null", resolved, StringComparison.Ordinal);
        Assert.Contains("case: null\n", resolved, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_hash_follows_values_and_not_how_they_are_written()
    {
        using var folder = new ExperimentFolder();
        string hash = folder.Read("name: study\nscenario: {trust: {loss: 0.3}}").Hash;
        Assert.Equal(64, hash.Length);
        Assert.Equal(hash, folder.Read("# other words\nscenario:\n  trust:\n    loss: 0.30\nname: \"study\"\n").Hash);
        Assert.Equal(hash, folder.Read("name: study", "trust.loss=0.3").Hash);
        Assert.NotEqual(hash, folder.Read("name: study").Hash);
    }

    /// <summary>Everything a point is made of. A record prints its lists by type only, so these are resolved to text.</summary>
    private static string Described(Experiments.Running.Point point) => string.Join(
        "\n",
        point.Index,
        point.Name,
        string.Join("; ", point.Set.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}")),
        Experiments.Config.Yaml.YamlText.Block(ResolvedTree.Of(point.Scenario)),
        string.Join("\n", point.Policies.Select(policy => Experiments.Config.Yaml.YamlText.Block(ResolvedTree.Of(policy)))));
}
