using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Fronts;
using Experiments.Optimisation;
using Experiments.Reports;
using Experiments.Running;
using Experiments.Store;
using Simulator.Tests.Running;

namespace Simulator.Tests.Optimisation;

public sealed class PolicySearchTests
{
    [Fact]
    public void A_search_stopped_again_and_again_on_other_threads_gives_the_same_rows()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSearch.Plan(folder, SmallSearch.Yaml());

        IReadOnlyList<string> whole = SmallSearch.Work(plan, folder["whole"], threads: 1);
        IReadOnlyList<string> stopped = SmallSearch.Work(plan, folder["stopped"], threads: 3, stopAfter: 25);

        Assert.Contains(whole, row => row.StartsWith("reevaluations", StringComparison.Ordinal));
        Assert.Equal(whole, stopped);
    }

    [Fact]
    public void The_re_evaluation_uses_replicates_that_the_search_has_not_seen()
    {
        using var folder = new TemporaryFolder();
        IReadOnlyList<string> rows = SmallSearch.Work(SmallSearch.Plan(folder, SmallSearch.Yaml()), folder["out"], threads: 2);

        int[] beliefs = [.. rows.Where(row => row.StartsWith("beliefs", StringComparison.Ordinal)).Select(row => int.Parse(row.Split(' ', ',')[1]))];
        Assert.Equal([.. Enumerable.Range(0, 4), .. Enumerable.Range(32, 20)], beliefs.Order());
        Assert.Equal(32, PolicySearch.FirstFresh(4, 20));
        Assert.Equal(256, PolicySearch.FirstFresh(256, 256));
        Assert.Equal(512, PolicySearch.FirstFresh(257, 256));
    }

    [Fact]
    public void The_report_has_a_front_without_dominated_policies_and_finished_sentences()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSearch.Plan(folder, SmallSearch.Yaml());
        SmallSearch.Work(plan, folder["out"], threads: 2);

        MethodReport report = plan.Method!.Compose(folder["out"], plan.Facts());
        report.Write();

        Assert.NotEmpty(report.Answer.Findings);
        Assert.All(report.Answer.Findings, finding => Assert.EndsWith(".", finding.Text, StringComparison.Ordinal));
        Assert.All(report.Answer.Findings, finding => Assert.False(finding.Title.EndsWith('.'), finding.Title));
        Assert.Contains("levers", report.Charts.Select(chart => chart.Id));
        Assert.True(File.Exists(Path.Combine(folder["out"], "tables", "front.csv")));
        Assert.Contains("The policies of the front", File.ReadAllText(report.Page), StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_tells_what_each_lever_does_over_all_that_can_be_chosen()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSearch.Plan(folder, SmallSearch.Yaml(
            "{population: 16, generations: 2, reevaluate: {top: 6, replicates: 20}}",
            "  policies.plan.sends[0].times: {values: [1, 3, 5], with: {policies.plan.delivery.secondsPerDm: [4, 8, 15]}}\n  policies.plan.sends[0].to.signalAtLeast: {from: 0, to: 0.6}"));
        SmallSearch.Work(plan, folder["out"], threads: 2);

        Finding effects = plan.Method!.Compose(folder["out"], plan.Facts()).Answer.Findings.Single(finding => finding.Id == LeverEffectsFinding.Id);

        Assert.StartsWith("Over all that can be chosen, ", effects.Title, StringComparison.Ordinal);
        Assert.Contains("averaged over the other levers: ", effects.Text, StringComparison.Ordinal);
        Assert.Contains("Some levers carry others with them, and their effects cannot be told apart: times also sets “seconds per DM”", effects.Text, StringComparison.Ordinal);
        Assert.Contains("learnt from 48 of the policies tried; policies left out are foretold with a Q² of", effects.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_without_beliefs_or_with_three_objectives_is_reported_too()
    {
        using var folder = new TemporaryFolder();
        string yaml = SmallSearch.Yaml(
            "{population: 8, generations: 1, objectives: [{outcome: net_value}, {outcome: trust_debt}, {outcome: complaints}], reevaluate: {top: 6, replicates: 20}}",
            "  policies.plan.sends[0].every: [3, 7, 14]\n  policies.plan.sends[0].to.signalAtLeast: {from: 0, to: 0.6}");
        ExperimentPlan plan = SmallSearch.Plan(folder, yaml);
        SmallSearch.Work(plan, folder["out"], threads: 2);

        MethodReport report = plan.Method!.Compose(folder["out"], plan.Facts());

        Assert.All(report.Answer.Findings, finding => Assert.DoesNotContain("belief", finding.Text, StringComparison.Ordinal));
        Assert.Contains("complaints", report.Answer.Findings[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{constraints: [{outcome: sent, atLeast: 1000000}], population: 8, generations: 1}", "keeps to the constraints. The nearest has sent")]
    [InlineData("{objectives: [{outcome: net_value}, {outcome: complaints_joined}], population: 8, generations: 1}", "'complaints_joined' is 0 for all 8 policies")]
    public void What_cannot_be_reached_or_never_changes_is_refused_with_what_to_change(string optimise, string expected)
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSearch.Plan(folder, SmallSearch.Yaml(optimise, more: "").Replace("horizon: 35", "horizon: 35\n  wordOfMouth: {join: 0}", StringComparison.Ordinal));

        RefusedException refusal = Assert.Throws<RefusedException>(() => SmallSearch.Work(plan, folder["out"], threads: 2));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{population: 9}", "optimise.population: 9 is odd, but candidates come in pairs; take 10.")]
    [InlineData("{population: 4}", "optimise.population: 4 is not allowed; from 8 to 2000.")]
    [InlineData("{objectives: [{outcome: net_value}]}", "there is nothing to weigh against each other")]
    [InlineData("{objectives: [{outcome: net_valu}, {outcome: trust_debt}]}", "there is no outcome 'net_valu'; did you mean 'net_value'?")]
    [InlineData("{objectives: [{outcome: net_value}, {outcome: net_value}]}", "'net_value' is an objective already")]
    [InlineData("{objectives: [{outcome: net_value}, {outcome: break_even_day}]}", "'break_even_day' has no value in some runs")]
    [InlineData("{objectives: [{outcome: net_value, goal: maximize}, {outcome: trust_debt}]}", "there is no goal 'maximize'; did you mean 'maximise'?")]
    [InlineData("{constraints: [{outcome: complaints}]}", "a limit needs 'atMost' or 'atLeast'")]
    [InlineData("{constraints: [{outcome: complaints, atLeast: 5, atMost: 3}]}", "nothing is at least 5 and at most 3")]
    public void Bad_settings_are_named_with_what_to_change(string optimise, string expected)
    {
        using var folder = new TemporaryFolder();

        Assert.Contains(SmallSearch.Read(folder, SmallSearch.Yaml(optimise)).Problems, problem => problem.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("  scenario.trust.loss: [0, 0.5]", "nothing here is for the sender to decide")]
    [InlineData("  scenario.response.restore: [0, 0.5]", "nothing here is for the sender to decide")]
    [InlineData("  policies.plan.sends[0].every: {values: [3, 7], with: {scenario.trust.loss: [0, 1]}}", "one is decided by the sender, the other belongs to the world")]
    public void Paths_of_the_world_are_beliefs_and_no_levers(string vary, string expected)
    {
        using var folder = new TemporaryFolder();

        Assert.Contains(SmallSearch.Read(folder, SmallSearch.Yaml(vary: vary)).Problems, problem => problem.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Levers_and_beliefs_are_told_apart_by_who_decides_them()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSearch.Plan(folder, SmallSearch.Yaml());
        var space = new SearchSpace(plan.Sweep!.Sweep.Factors, plan.Seed);

        Assert.Equal(["scenario.trust.loss", "scenario.audience.appetite.mean"], space.Beliefs.Select(factor => factor.Path));
        Assert.Contains("scenario.response.rate", space.Levers.Select(factor => factor.Path));
        Assert.Equal([Gene.Ordered(3), Gene.Continuous, Gene.Unordered(2), Gene.Ordered(2)], space.Genes);
        Assert.NotEqual(space.BeliefsOf(0)[0], space.BeliefsOf(1)[0]);
    }

    [Fact]
    public void Worst_tenths_and_rank_correlations_are_those_worked_out_by_hand()
    {
        double[] hundred = [.. Enumerable.Range(1, 100).Select(value => (double)value)];

        Assert.Equal(95.5, ReplicateResamples.WorstMean(hundred, -1), 12);
        Assert.Equal(((25 * 1) + (24 * 1) + (23 * 0.5)) / 2.5, ReplicateResamples.WorstMean([.. hundred.Take(25)], -1), 12);
        Assert.Equal(5.5, ReplicateResamples.WorstMean(hundred, 1), 12);
        Assert.Equal(1, LeverPattern.RankCorrelation([1, 2, 5, 9]), 12);
        Assert.Equal(-1, LeverPattern.RankCorrelation([4, 3, 2, 1]), 12);
        Assert.Equal(0, LeverPattern.RankCorrelation([1, 1, 1]));
    }

    [Fact]
    public void A_difference_of_worst_tenths_is_told_only_where_paired_resamples_tell_it()
    {
        var random = new Random(3);
        double[] one = [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble() * 100)];
        double[] better = [.. one.Select(value => value + 5)];
        double[] alike = [.. one.Select(value => value + ((random.NextDouble() - 0.5) * 20))];
        var resamples = new ReplicateResamples(one.Length, 1);

        Interval shift = resamples.Difference(better, one, 1);
        Assert.Equal((5.0, 5.0), (Math.Round(shift.Low!.Value, 9), Math.Round(shift.High!.Value, 9)));
        Assert.True(resamples.WorstTenth(one, 1) is { Low: { } low, High: { } high, Mean: var mean } && low < mean && mean < high && high - low > 1);
        Assert.Equal(0, resamples.Difference(alike, [.. alike.Reverse()], 1).SideOf(0));
    }

    [Fact]
    public void A_lever_that_moves_only_within_a_level_of_another_has_an_order()
    {
        // Overall 1 2 3 4 1 2 3 4: hardly an order; within each level a perfect one.
        (string, double)[] levels = [.. Enumerable.Range(0, 8).Select(index => (index < 4 ? "15" : "60", 1.0 + (index % 4)))];

        Assert.InRange(LeverPattern.RankCorrelation([.. levels.Select(level => level.Item2)]), 0, 0.69);
        Assert.Equal(1, LeversFinding.Within(levels), 12);
        Assert.Equal(0, LeversFinding.Within(levels.Take(3)));
    }

    [Fact]
    public void The_policy_as_written_is_judged_like_those_of_the_front_in_every_objective()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSearch.Plan(folder, SmallSearch.Yaml(vary: """
              policies.plan.sends[0].every: {values: [3, 7, 14], with: {policies.plan.delivery.secondsPerDm: [1, 2, 4]}}
              scenario.trust.loss: {from: 0, to: 0.8}
            """));
        SmallSearch.Work(plan, folder["out"], threads: 2);

        MethodReport report = plan.Method!.Compose(folder["out"], plan.Facts());
        report.Write();

        string[] rows = File.ReadAllLines(Path.Combine(folder["out"], "tables", "front.csv"));
        string[] written = rows.Single(row => row.StartsWith("as written", StringComparison.Ordinal)).Split(',');
        string[] columns = rows[0].Split(',');
        Assert.Equal(2, columns.Count(column => column.StartsWith("share better than sending nothing in", StringComparison.Ordinal)));
        Assert.All(columns.Zip(written).Where(cell => cell.First.Contains("worst tenth", StringComparison.Ordinal)), cell => Assert.NotEmpty(cell.Second));
        Assert.Contains("also sets “seconds per DM” (for every message of the policy", report.Answer.Findings.Single(finding => finding.Id == LeversFinding.Id).Text, StringComparison.Ordinal);
    }
}
