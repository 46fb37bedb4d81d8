using Experiments.Config;
using Simulator.Tests.Running;

namespace Simulator.Tests.Sensitivity;

public sealed class Sensitivity_is_refused_with_the_reason
{
    private static ExperimentReading Read(string design, string vary)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file.yaml"], SmallSensitivity.Yaml(design, vary));
        return ExperimentFile.Read(folder["file.yaml"], []);
    }

    private static void Refused(string design, string vary, params string[] said)
    {
        string told = string.Join('\n', Read(design, vary).Problems);
        Assert.All(said, part => Assert.Contains(part, told, StringComparison.Ordinal));
    }

    [Theory, InlineData(SmallSensitivity.Morris), InlineData(SmallSensitivity.Indices)]
    public void A_single_factor_cannot_be_told_from_others(string design) =>
        Refused(design, "  scenario.trust.loss: {from: 0, to: 0.8}", "only 'scenario.trust.loss' is varied", "vary a second one");

    [Fact]
    public void Too_few_points_and_trajectories_are_refused_with_a_better_number()
    {
        Refused("{kind: sobolIndices, points: 8}", SmallSensitivity.Ranges, "8 base points are too few", "take 16 or more");
        Refused("{kind: morris, trajectories: 3}", SmallSensitivity.Ranges, "3 trajectories are too few", "take 4 or more");
    }

    [Fact]
    public void Base_points_that_are_no_power_of_two_are_doubted()
    {
        ExperimentReading reading = Read("{kind: sobolIndices, points: 100}", SmallSensitivity.Ranges);
        Assert.Empty(reading.Problems);
        Assert.Contains(reading.Warnings, warning => warning.ToString().Contains("100 is no power of two", StringComparison.Ordinal));
    }

    [Theory, InlineData(SmallSensitivity.Morris), InlineData(SmallSensitivity.Indices)]
    public void Unequal_replicates_and_other_analyses_are_refused(string design)
    {
        string Told(string key, string value) => string.Join('\n', ExperimentFile.ReadText(
            SmallSensitivity.Yaml(design).Replace("replicates: 2\n", "", StringComparison.Ordinal) + $"\n{key}: {value}\n{(key == "replicates" ? "" : "replicates: 2\n")}", "text", []).Problems);
        Assert.Contains("the same number of replicates at every row", Told("replicates", "{atLeast: 2, atMost: 8, until: {outcome: net_value, halfWidth: 5}}"), StringComparison.Ordinal);
        Assert.Contains("the same number of replicates at every row", Told("replicates", "{atLeast: 2, atMost: 8, rank: {outcome: net_value}}"), StringComparison.Ordinal);
        Assert.Contains("leave 'emulator' out", Told("analyses", "[emulator]"), StringComparison.Ordinal);
        Assert.Equal("", Told("daily", "false"));
    }

    [Fact]
    public void Keys_that_the_design_has_no_use_for_are_named()
    {
        string Warned(string design) => string.Join('\n', Read(design, SmallSensitivity.Ranges).Warnings);
        Assert.Contains("no use for 'points'", Warned("{kind: morris, trajectories: 8, points: 256}"), StringComparison.Ordinal);
        Assert.Contains("no use for 'trajectories'", Warned("{kind: sobolIndices, points: 32, trajectories: 30}"), StringComparison.Ordinal);
        Assert.Contains("no use for 'secondOrder'", Warned("{kind: sobol, points: 32, secondOrder: false}"), StringComparison.Ordinal);
        Assert.DoesNotContain("no use for", Warned(SmallSensitivity.Morris) + Warned(SmallSensitivity.Indices), StringComparison.Ordinal);
    }

    [Theory, InlineData(SmallSensitivity.Morris), InlineData(SmallSensitivity.Indices)]
    public void Factors_that_depend_on_others_are_refused(string design) => Refused(
        design,
        """
          policies.weekly.sends[0].message: [book, chat]
          scenario.trust.loss: {from: 0, to: 0.8, when: {"policies.weekly.sends[0].message": book}}
        """,
        "varied only under a condition", "independent factors only");

    [Fact]
    public void Elementary_effects_refuse_levels_without_order_and_shares_of_variance_take_them()
    {
        const string Vary = """
              scenario.trust.loss: {from: 0, to: 0.8}
              policies.weekly.sends[0].message: [book, chat, third]
            """;
        string Yaml(string design) => SmallSensitivity.Yaml(design, Vary).Replace("  chat:", "  third: {promotion: 0.5}\n  chat:", StringComparison.Ordinal);
        Assert.Contains(ExperimentFile.ReadText(Yaml(SmallSensitivity.Morris), "text", []).Problems, problem => problem.ToString().Contains("have no order", StringComparison.Ordinal));
        Assert.Empty(ExperimentFile.ReadText(Yaml(SmallSensitivity.Indices), "text", []).Problems);
        Assert.Empty(ExperimentFile.ReadText(Yaml(SmallSensitivity.Morris).Replace(", third]", "]", StringComparison.Ordinal), "text", []).Problems);
    }

    [Fact]
    public void More_factors_than_the_sequence_has_dimensions_are_refused()
    {
        string vary = string.Join('\n', Enumerable.Range(0, 129).Select(number => $"  policies.p{number}.sends[0].to.share: {{from: 0.1, to: 1}}"));
        string policies = string.Join('\n', Enumerable.Range(0, 129).Select(number => $"  - {{name: p{number}, sends: [{{message: book}}]}}"));
        string yaml = SmallSensitivity.Yaml(SmallSensitivity.Morris, vary).Replace("policies:\n", $"policies:\n{policies}\n", StringComparison.Ordinal);
        Assert.Contains(ExperimentFile.ReadText(yaml, "text", []).Problems, problem => problem.ToString().Contains("takes up to 128", StringComparison.Ordinal));
    }
}
