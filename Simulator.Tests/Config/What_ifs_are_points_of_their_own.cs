using Experiments.Config;
using Experiments.Running;
using Simulator.Policies;

namespace Simulator.Tests.Config;

public sealed class What_ifs_are_points_of_their_own
{
    private const string Study = """
        name: study
        scenario: {horizon: 30, audience: {segments: [{name: fans, share: 0.3}, {name: others, share: 0.7}]}}
        messages: {book: {offer: true}}
        policies:
          - {name: one blast, sends: [{message: book}]}
          - {name: weekly, sends: [{message: book, times: 4}]}
        whatIf:

        """;

    [Fact]
    public void The_first_point_is_the_experiment_as_written_and_silence_comes_first()
    {
        Point point = Points("  - {name: other, set: {trust.loss: 0}}")[0];
        Assert.Equal((0, "as written"), (point.Index, point.Name));
        Assert.Equal(["silent", "one blast", "weekly"], point.Policies.Select(policy => policy.Name));
        Assert.Same(Schedule.Silent, point.Policies[0]);
        Assert.Empty(point.Set);
    }

    [Fact]
    public void A_what_if_changes_what_it_sets_and_runs_the_policies_it_names()
    {
        Point point = Points("  - {name: other, set: {trust.loss: 0, 'policies.weekly.sends[0].every': 3}, policies: [weekly]}")[1];
        Assert.Equal((1, "other", 0.0), (point.Index, point.Name, point.Scenario.Trust.Loss));
        Assert.Equal(["silent", "weekly"], point.Policies.Select(policy => policy.Name));
        Assert.Equal(3, point.Policies[1].Sends[0].Every);
        Assert.Equal(new Dictionary<string, string> { ["scenario.trust.loss"] = "0", ["policies.weekly.sends[0].every"] = "3" }, point.Set);
    }

    [Fact]
    public void Every_point_tells_its_value_of_every_path_that_differs_somewhere()
    {
        IReadOnlyList<Point> points = Points("  - {name: other, set: {trust.loss: 0}}\n  - {name: hasty, set: {'policies.weekly.sends[0].every': 3}}");
        Assert.Equal(["0.5", "0", "0.5"], points.Select(point => point.Varied["scenario.trust.loss"]));
        Assert.Equal(["7", "7", "3"], points.Select(point => point.Varied["policies.weekly.sends[0].every"]));
    }

    [Fact]
    public void What_segments_inherit_is_among_the_differences()
    {
        Point point = Points("  - {name: other, set: {audience.consent: 0.9}}")[1];
        Assert.All(point.Scenario.Audience.Segments, segment => Assert.Equal(0.9, segment.Consent));
        Assert.Equal(
            ["scenario.audience.consent", "scenario.audience.segments.fans.consent", "scenario.audience.segments.others.consent"], point.Set.Keys.Order());
    }

    [Theory]
    [InlineData("{name: a, set: {trust.loss: 7}}", "study.yaml:8:33  whatIf[0].set.scenario.trust.loss: 7 is not allowed; from 0 to 1.")]
    [InlineData("{name: a, set: {trust.los: 1}}", "study.yaml:8:21  whatIf[0].set.scenario.trust.los: unknown key; did you mean 'loss'?")]
    [InlineData("{name: a, set: {seed: 1}}", "study.yaml:8:21  whatIf[0].set.seed: 'seed' cannot be set here; known: scenario, messages, policies.")]
    [InlineData("{name: a, set: {policies.weakly.signalNoise: 1}}", "study.yaml:8:21  whatIf[0].set.policies.weakly.signalNoise: there is no item named 'weakly'; did you mean 'weekly'?")]
    [InlineData("{name: a, policies: [weakly]}", "study.yaml:8:26  whatIf[0].policies[0]: there is no policy 'weakly'; did you mean 'weekly'?")]
    [InlineData("{name: a, set: {audience.segments.fans.share: 0.5}}", "study.yaml:8:20  whatIf[0].set.scenario.audience.segments: the shares add to 1.2; they must add to 1.")]
    [InlineData("{name: as written}", "study.yaml:8:12  whatIf[0].name: the name 'as written' is taken; results are told apart by it.")]
    [InlineData("{set: {}}", "study.yaml:8:5  whatIf[0].name: a what-if needs a name.")]
    public void A_problem_of_a_what_if_is_told_where_the_what_if_stands(string whatIf, string expected)
    {
        using var folder = new ExperimentFolder();
        Assert.Equal([expected], folder.Problems($"{Study}  - {whatIf}\n"));
    }

    [Fact]
    public void A_problem_of_the_file_is_not_told_again_for_every_what_if()
    {
        using var folder = new ExperimentFolder();
        Assert.Single(folder.Problems($"{Study}  - {{name: a, set: {{trust.loss: 0}}}}\n", "trust.gain=9"));
    }

    private static IReadOnlyList<Point> Points(string whatIf)
    {
        using var folder = new ExperimentFolder();
        ExperimentReading reading = folder.Read(Study + whatIf);
        Assert.Empty(reading.Problems);
        return reading.Points;
    }
}
