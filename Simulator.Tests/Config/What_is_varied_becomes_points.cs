using Experiments.Config;
using Experiments.Running;

namespace Simulator.Tests.Config;

public sealed class What_is_varied_becomes_points
{
    private const string Study = """
        name: study
        scenario: {horizon: 30, audience: {size: 100}}
        messages: {book: {offer: true}, talk: {value: 0.5}}
        policies:
          - {name: blast, sends: [{message: book}]}
          - {name: weekly, sends: [{message: book, times: 4}]}

        """;

    [Fact]
    public void A_grid_has_every_combination_the_last_factor_fastest()
    {
        IReadOnlyList<Point> points = Points("vary: {trust.loss: [0, 0.5], 'policies.weekly.sends[0].every': [3, 7, 14]}");
        Assert.Equal(
            [(0.0, 3), (0, 7), (0, 14), (0.5, 3), (0.5, 7), (0.5, 14)],
            points.Select(point => (point.Scenario.Trust.Loss, point.Policies[2].Sends[0].Every)));
        Assert.All(points, point => Assert.Equal(["silent", "blast", "weekly"], point.Policies.Select(policy => policy.Name)));
        Assert.Equal(Enumerable.Range(0, 6), points.Select(point => point.Index));
        Assert.Equal("trust loss 0.5, every 3", points[3].Name);
    }

    [Fact]
    public void A_list_takes_the_levels_of_all_factors_together()
    {
        IReadOnlyList<Point> points = Points("vary: {trust.loss: [0, 0.5], trust.gain: [0.2, 0.3]}\ndesign: {kind: list}");
        Assert.Equal([(0.0, 0.2), (0.5, 0.3)], points.Select(point => (point.Scenario.Trust.Loss, point.Scenario.Trust.Gain)));
    }

    [Fact]
    public void One_at_a_time_starts_with_the_experiment_as_written()
    {
        IReadOnlyList<Point> points = Points("vary: {trust.loss: {from: 0.1, to: 0.9}, trust.gain: [0.2]}\ndesign: {kind: oneAtATime}");
        Assert.Equal(
            [(0.5, 0.1), (0.1, 0.1), (0.9, 0.1), (0.5, 0.2)], points.Select(point => (point.Scenario.Trust.Loss, point.Scenario.Trust.Gain)));
        Assert.Equal("as written", points[0].Name);
    }

    [Fact]
    public void Other_values_go_along_with_a_level()
    {
        IReadOnlyList<Point> points = Points("""
            vary:
              policies.weekly.sends[0].every:
                values: [3, 14]
                with: {'policies.weekly.sends[0].times': [10, 2]}
            """);
        Assert.Equal([(3, 10), (14, 2)], points.Select(point => (point.Policies[2].Sends[0].Every, point.Policies[2].Sends[0].Times)));
        Assert.Equal(["10", "2"], points.Select(point => point.Varied["policies.weekly.sends[0].times"]));
    }

    [Fact]
    public void A_message_and_a_switch_are_levels_too()
    {
        IReadOnlyList<Point> points = Points("vary: {'policies.blast.sends[0].message': [book, talk], 'policies.blast.sends[0].to.excludeBuyers': [false, true]}");
        Assert.Equal(
            [("book", false), ("book", true), ("talk", false), ("talk", true)],
            points.Select(point => (point.Policies[1].Sends[0].Message.Name, point.Policies[1].Sends[0].To.ExcludeBuyers)));
    }

    [Fact]
    public void A_factor_with_a_condition_stays_as_written_elsewhere_and_no_row_comes_twice()
    {
        IReadOnlyList<Point> points = Points("""
            vary:
              policies.blast.sends[0].message: [book, talk]
              messages.talk.value: {values: [0.2, 0.8], when: {'policies.blast.sends[0].message': talk}}
            """);
        Assert.Equal(
            [("book", "0.5"), ("talk", "0.2"), ("talk", "0.8")],
            points.Select(point => (point.Varied["policies.blast.sends[0].message"], point.Varied["messages.talk.value"])));
    }

    [Theory]
    [InlineData("{from: 0.1, to: 0.9, steps: 3}", "0.1 0.5 0.9")]
    [InlineData("{from: 0.01, to: 1, steps: 3, scale: log}", "0.01 0.1 1")]
    [InlineData("{from: 0, to: 1}", "0 0.25 0.5 0.75 1")]
    public void A_range_has_equal_steps_or_equal_ratios(string range, string expected) =>
        Assert.Equal(expected.Split(' '), Points($"vary: {{trust.loss: {range}}}").Select(point => point.Varied["scenario.trust.loss"]));

    [Fact]
    public void A_range_of_whole_numbers_has_whole_steps_each_once() =>
        Assert.Equal([1, 2, 3], Points("vary: {'policies.weekly.sends[0].every': {from: 1, to: 3, steps: 5}}").Select(point => point.Policies[2].Sends[0].Every));

    [Theory, InlineData("sobol"), InlineData("latinHypercube")]
    public void A_space_filling_design_meets_every_sixteenth_of_each_range_and_every_listed_level_equally_often(string kind)
    {
        IReadOnlyList<Point> points = Points($"vary: {{trust.loss: {{from: 0.2, to: 0.6}}, drift.distrust: {{from: 1, to: 16, scale: log}}, 'policies.weekly.sends[0].message': [book, talk]}}\ndesign: {{kind: {kind}, points: 16}}");
        Assert.Equal(Enumerable.Range(0, 16), points.Select(point => (int)((point.Scenario.Trust.Loss - 0.2) / 0.4 * 16)).Order());
        Assert.Equal(Enumerable.Range(0, 16), points.Select(point => (int)(Math.Log2(point.Scenario.Drift.Distrust) * 4)).Order());
        Assert.Equal(8, points.Count(point => point.Policies[2].Sends[0].Message.Name == "talk"));
    }

    [Fact]
    public void Another_seed_gives_other_points_and_the_same_one_the_same()
    {
        const string Sobol = "vary: {trust.loss: {from: 0, to: 1}}\ndesign: {kind: sobol, points: 4}\n";
        double[] Losses(string seed) => [.. Points(Sobol + seed).Select(point => point.Scenario.Trust.Loss)];
        Assert.Equal(Losses("seed: 1"), Losses(""));
        Assert.NotEqual(Losses("seed: 1"), Losses("seed: 2"));
    }

    [Fact]
    public void Points_that_are_no_power_of_two_are_doubted_where_they_spoil_the_balance()
    {
        using var folder = new ExperimentFolder();
        ExperimentReading reading = folder.Read(Study + "vary: {trust.loss: {from: 0, to: 1}}\ndesign: {kind: sobol, points: 12}\n");
        Assert.Contains(reading.Warnings, warning => warning.Message.StartsWith("12 is no power of two", StringComparison.Ordinal));
    }

    [Fact]
    public void More_runs_than_anybody_waits_for_are_counted_in_a_warning()
    {
        using var folder = new ExperimentFolder();
        string Read(int points) => string.Join(" ", folder.Read(Study + $"vary: {{trust.loss: {{from: 0, to: 1}}}}\nreplicates: 100\ndesign: {{kind: sobol, points: {points}}}\n").Warnings.Select(warning => warning.Message));
        Assert.Contains("19,660,800 runs", Read(65_536), StringComparison.Ordinal);
        Assert.DoesNotContain("runs; they take days", Read(1_024), StringComparison.Ordinal);
    }

    [Fact]
    public void The_resolved_file_has_the_same_points_and_hash()
    {
        using var folder = new ExperimentFolder();
        const string Varied = "vary: {trust.loss: {from: 0.1, to: 0.8, label: 'loss, as felt'}, 'policies.weekly.sends[0].every': [3, 7]}\nhorizons: [7, 30]\nreplicates: {atLeast: 4, atMost: 9, until: {outcome: sales, halfWidth: 5%}}\n";
        ExperimentReading reading = folder.Read(Study + Varied);
        ExperimentReading again = folder.Read(reading.ResolvedYaml);
        Assert.Empty(again.Problems);
        Assert.Equal(reading.Hash, again.Hash);
        Assert.Equal(reading.ResolvedYaml, again.ResolvedYaml);
        Assert.Equal(reading.Points.Select(point => point.Name), again.Points.Select(point => point.Name));
        Assert.Equal(reading.Points.Select(point => point.Scenario.Trust), again.Points.Select(point => point.Scenario.Trust));
    }

    [Fact]
    public void What_is_stored_of_a_point_is_what_is_run_there()
    {
        using var folder = new ExperimentFolder();
        ExperimentReading reading = folder.Read(Study + "vary: {horizon: [20, 30], trust.loss: [0.1, 0.2]}\n");
        Assert.Equal(
            reading.Points.Select(point => (point.Index, point.Name, point.Scenario.Horizon)), reading.Sweep!.Stored.Select(point => (point.Index, point.Name, point.Days)));
    }

    [Theory]
    [InlineData("vary: {trust.los: [1]}", "vary.trust.los: there is no parameter 'scenario.trust.los'; did you mean 'loss'?")]
    [InlineData("vary: {seed: [1]}", "vary.seed: 'seed' cannot be varied; known: scenario, messages, policies.")]
    [InlineData("vary: {policies.monthly.signalNoise: [1]}", "vary.policies.monthly.signalNoise: ")]
    [InlineData("vary: {policies.weekly.name: [a]}", "vary.policies.weekly.name: a name cannot be varied; results are told apart by it.")]
    [InlineData("vary: {trust.loss: []}", "vary.trust.loss: there is no value to run; give at least one.")]
    [InlineData("vary: {trust.loss: [0.1, 0.1]}", "vary.trust.loss: 0.1 stands twice in the list.")]
    [InlineData("vary: {trust.loss: 0.1}", "vary.trust.loss: a list of values or a range is needed, found '0.1'; for example [0.1, 0.5] or {from: 0.1, to: 0.8}.")]
    [InlineData("vary: {trust.loss: [0.1, 2]}", "vary.trust.loss: scenario.trust.loss: 2 is not allowed; from 0 to 1.")]
    [InlineData("vary: {trust.loss: {from: 0.1, to: 1.8}}", "vary.trust.loss: 'to' is 1.8, which is not allowed; from 0 to 1.")]
    [InlineData("vary: {trust.loss: {from: 0.5, to: 0.5}}", "vary.trust.loss: the range from 0.5 to 0.5 is empty; 'from' must be below 'to'.")]
    [InlineData("vary: {trust.loss: {from: 0, to: 1, scale: log}}", "vary.trust.loss: a logarithmic range cannot reach 0; start above 0, or use the linear scale.")]
    [InlineData("vary: {trust.loss: {from: 0, to: 1, scale: cubic}}", "vary.trust.loss: a scale is linear or log, found 'cubic'.")]
    [InlineData("vary: {trust.loss: {from: 0, too: 1}}", "vary.trust.loss.too: unknown key; did you mean 'to'?")]
    [InlineData("vary: {'policies.weekly.sends[0].message': [book, novel]}", "there is no message 'novel' under 'messages'")]
    [InlineData("vary: {trust.loss: [0.1], 'scenario.trust.loss': [0.2]}", "'scenario.trust.loss' is set twice; one value cannot be set twice.")]
    [InlineData("vary: {trust.loss: [0.1, 1e-1]}", "vary.trust.loss: 1e-1 stands twice in the list.")]
    [InlineData("vary: {trust.loss: [0, 0.5], trust.gain: {values: [0, 1], when: {trust.loss: 0.7}}}", "'when' names 0.7, which 'scenario.trust.loss' never is; known: 0, 0.5.")]
    [InlineData("vary: {trust.loss: {from: 0, to: 1}, trust.gain: {values: [0, 1], when: {trust.loss: 1}}}", "'when' needs listed values, but 'scenario.trust.loss' is varied over a range")]
    [InlineData("vary: {trust.los: [1]}\ndesign: {kind: gird}", "vary.trust.los: there is no parameter 'scenario.trust.los'; did you mean 'loss'?")]
    [InlineData("vary: {audience.tolerance: [{mean: 0.5}], audience.tolerance.mean: [0.2]}", "overlap: one lies within the other.")]
    [InlineData("vary: {trust.loss: [0, 1], trust.gain: [1]}\ndesign: {kind: list}", "all factors need as many levels, but scenario.trust.loss has 2, scenario.trust.gain has 1.")]
    [InlineData("vary: {trust.loss: {from: 0, to: 1, steps: 5000}, trust.gain: {from: 0, to: 1, steps: 5000}}", "this design has 25,000,000 points, more than 10,000,000; take fewer levels, or a Latin hypercube or Sobol' points.")]
    [InlineData("vary: {trust.loss: [0, 1]}\ndesign: {kind: gird}", "design.kind: there is no design 'gird'; known: grid, list, oneAtATime, latinHypercube, sobol, morris, sobolIndices.")]
    [InlineData("vary: {trust.loss: {values: [0, 1], with: {trust.gain: [1]}}}", "'trust.gain' goes along with 2 values and needs a list of 2.")]
    [InlineData("vary: {trust.loss: {values: [0, 1], when: {trust.gain: 1}}}", "'when' names 'scenario.trust.gain', which is not varied")]
    [InlineData("vary: {trust.loss: [0, 1]}\nwhatIf: [{name: a, set: {trust.gain: 0}}]", "whatIf: 'vary' and 'whatIf' exclude each other")]
    [InlineData("vary: {trust.loss: [0, 1]}\nreplicates: {rank: {}}", "a ranking compares what the sender can choose, but 'trust.loss' is varied")]
    [InlineData("replicates: {until: {outcome: break_even_day, halfWidth: 1}}", "'break_even_day' is empty in runs where it cannot be computed, so no number of replicates makes it precise; choose another outcome.")]
    [InlineData("replicates: {until: {outcome: sales, halfWidth: few}}", "'few' is no width; give a number above 0 or a percentage such as 2%.")]
    [InlineData("replicates: {until: {outcome: sale, halfWidth: 1%}}", "there is no outcome 'sale'; did you mean 'sales'?")]
    [InlineData("horizons: [7, 31]", "horizons[1]: 31 lies beyond the horizon of 30 days.")]
    [InlineData("horizons: [7, 7]", "horizons[1]: horizons ascend, each once.")]
    [InlineData("outcomes: [profit]", "there is no outcome 'profit'")]
    [InlineData("analyses: [powr]", "there is no analysis 'powr'; did you mean 'power'?")]
    public void What_cannot_be_varied_is_told(string lines, string expected)
    {
        using var folder = new ExperimentFolder();
        Assert.Contains(folder.Problems(Study + lines + "\n"), problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Traits_that_every_segment_has_for_itself_are_not_varied_for_all()
    {
        using var folder = new ExperimentFolder();
        string problem = Assert.Single(folder.Problems("name: study\nscenario: {audience: {segments: [{name: fans, share: 0.3}, {name: others, share: 0.7}]}}\nvary: {audience.consent: [0, 1]}\n"));
        Assert.Contains("each segment has its own 'consent'; vary that of a segment, for example scenario.audience.segments.fans.consent", problem, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Point> Points(string lines)
    {
        using var folder = new ExperimentFolder();
        ExperimentReading reading = folder.Read(Study + lines + "\n");
        Assert.Empty(reading.Problems);
        return [.. reading.Points];
    }
}
