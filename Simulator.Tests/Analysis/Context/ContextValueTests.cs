using Experiments.Analysis;
using Experiments.Analysis.Context;
using Experiments.Analysis.Findings;
using Simulator.Ledgers;
using Simulator.Policies;
using Simulator.Policies.Learning;
using Simulator.Tests.Engine;

namespace Simulator.Tests.Analysis.Context;

public sealed class ContextValueTests
{
    private static readonly Dictionary<string, ContextRole> Roles = new()
    {
        ["all"] = ContextRole.Everybody,
        ["guess"] = ContextRole.Guessed,
        ["known low"] = ContextRole.Known,
        ["known high"] = ContextRole.Known,
        ["tool"] = ContextRole.Learned,
    };

    [Theory]
    [InlineData(0, 1, false, ContextRole.Everybody)]
    [InlineData(0.2, 1, false, ContextRole.Guessed)]
    [InlineData(0.2, 0, false, ContextRole.Known)]
    [InlineData(0, 1, true, ContextRole.Learned)]
    [InlineData(0.2, 0, true, ContextRole.LearnedKnown)]
    internal void The_role_of_a_policy_is_what_it_knows(double signal, double noise, bool learns, object role) => Assert.Equal(
        role,
        ContextRoles.Of(new Schedule
        {
            SignalNoise = noise,
            Sends = [new Send { Message = Worlds.Pitch, To = new Targeting { SignalAtLeast = signal, Learn = learns ? new LearnedTargeting() : null } }],
        }));

    [Fact]
    public void The_best_is_chosen_on_even_replicates_and_measured_on_odd_ones()
    {
        // On even replicates the high threshold wins by luck; what it is worth is told by the others.
        PointResults point = World(known: replicate => replicate % 2 == 0 ? (100, 900) : (100, 60 + replicate));
        ContextValue value = ContextValue.Of(point, Roles)!;
        Assert.Equal("known high", value.Known.Name);
        Interval gain = value.Gain(value.Known, Metric.NetValue)!.Value;
        Assert.Equal(10, gain.Count);
        Assert.InRange(gain.Mean, 50, 90);
    }

    [Fact]
    public void A_gain_over_the_gain_of_knowing_is_the_share_for_every_policy()
    {
        // The odd replicates are others than the even ones for the tool too.
        ContextValue value = ContextValue.Of(World(known: replicate => (100, 200 + replicate), tool: replicate => replicate % 2 == 0 ? 500 : 90 + replicate), Roles)!;
        double whole = value.Gain(value.Known, Metric.NetValue)!.Value.Mean;
        Assert.All(new[] { value.Known, value.Guessed!, value.Learned[0] }, policy =>
            Assert.Equal(value.Share(policy, Metric.NetValue)!.Value.Mean, value.Gain(policy, Metric.NetValue)!.Value.Mean / whole, 1e-12));
        Assert.Equal(100, value.Gain(value.Learned[0], Metric.NetValue)!.Value.Mean, 1e-9);
    }

    [Theory]
    [InlineData(1, 13, true, 0.02, (0.1 + (12 * 0.02)) / 13)]
    [InlineData(1, 13, false, 0.02, 0.1 / 13)]
    [InlineData(14, 13, true, 0, 0.1 / 13)]
    [InlineData(14, 40, true, 0.02, (0.1 + (12 * 0.02)) / 13)]
    internal void What_is_sent_by_lot_is_the_pilot_and_what_is_tried_later(int every, int times, bool refit, double explore, double share)
    {
        var learn = new LearnedTargeting { Pilot = 0.1, Refit = refit, Explore = explore };
        Assert.Equal(share, ContextRoles.ByLot(new Schedule { Sends = [new Send { Message = Worlds.Pitch, Every = every, Times = times, To = new Targeting { Learn = learn } }] }, horizon: 182), 1e-12);
    }

    [Fact]
    public void A_tool_that_stopped_writing_after_its_pilot_is_counted_and_what_that_costs_is_told()
    {
        // Of 1,000 possible messages 26 go out by lot; in five of twenty replicates the tool sends no more and gains nothing.
        PointResults point = World(known: replicate => (100, 200 + replicate), tool: replicate => replicate < 5 ? replicate : 150 + replicate, sent: replicate => replicate < 5 ? 25 + replicate : 400);
        var results = new StoredResults(Facts() with { SentByLot = new Dictionary<string, double> { ["tool"] = 0.026 } }, [point], []);
        Finding finding = LearningSettingsFinding.Of(results)!;
        Assert.Equal("In 5 of 20 replicates “tool” stopped writing after its pilot", finding.Title);
        Assert.Matches("“tool” in 5 of 20, where it gains 2[.0]* \\(95% interval [^)]*\\) and elsewhere 162 ", finding.Text);
        Finding busy = LearningSettingsFinding.Of(Results(World(known: replicate => (100, 200 + replicate))))!;
        Assert.Equal("The tool did not stop writing after its pilot in any replicate", busy.Title);
        Assert.StartsWith("In none of 20 replicates did the tool stop", busy.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tool_is_the_subject_of_the_page_unless_the_file_names_a_case()
    {
        PointResults point = World(known: replicate => (100, 200));
        Assert.Equal("tool", Results(point).Subject!.Name);
        Assert.Equal("guess", new StoredResults(Facts() with { Case = "guess" }, [point], []).Subject!.Name);
        Assert.Equal("all", new StoredResults(Facts() with { ContextRoles = new Dictionary<string, ContextRole>() }, [point], []).Subject!.Name);
    }

    [Fact]
    public void Trust_is_told_below_zero_only_where_it_is_and_what_is_not_told_apart_says_so()
    {
        PointResults point = World(known: replicate => (100, 200 + replicate));
        Finding above = LearningCostFinding.Of(Results(WithDebt(point, tool: 0.02)))!;
        Assert.Equal("The tool costs less trust than writing to everybody: trust debt of 2.0% instead of 10.0%", above.Title);
        Assert.DoesNotContain("below zero", above.Text, StringComparison.Ordinal);
        Assert.Contains("below zero there is more trust than with silence", LearningCostFinding.Of(Results(WithDebt(point, tool: -0.02)))!.Text, StringComparison.Ordinal);
        Assert.StartsWith("Whether the tool costs less trust", LearningCostFinding.Of(Results(WithDebt(point, tool: 0.1)))!.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recovered_share_leads_the_answer()
    {
        Finding finding = ContextFinding.Of(Results(World(known: replicate => (100, 200 + replicate))))!;
        Assert.StartsWith("A tool that learns from reactions recovers 5", finding.Title, StringComparison.Ordinal);
        Assert.StartsWith("“tool” gains 11", finding.Text, StringComparison.Ordinal);
        Assert.Contains("The benchmark is the best of 2 thresholds on the relationship, not perfect knowledge", finding.Text, StringComparison.Ordinal);
        Assert.Equal(finding.Text.IndexOf("95% interval", StringComparison.Ordinal), finding.Text.LastIndexOf("95% interval", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_knowing_is_worth_nothing_no_share_is_given()
    {
        Finding finding = ContextFinding.Of(Results(World(known: replicate => (-100, -50 - replicate))))!;
        Assert.Equal("Even knowing every relationship earns less than writing to everybody here, so there is no share to recover", finding.Title);
        Assert.DoesNotContain("recovers", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Experiments_in_which_nothing_learns_say_nothing_of_it()
    {
        PointResults point = World(known: replicate => (100, 200));
        Assert.Null(ContextValue.Of(point, Roles.Where(role => role.Key != "tool").ToDictionary()));
        Assert.Null(ContextFinding.Of(new StoredResults(Facts() with { ContextRoles = new Dictionary<string, ContextRole>() }, [point], [])));
    }

    private static StoredResults Results(PointResults point) => new(Facts(), [point], []);

    private static ExperimentFacts Facts() => new("made-up", "Is it so?", 1, 20, null, 182, 1000, "0123456789abcdef") { ContextRoles = Roles };

    // Everybody earns 1000 plus luck; what the others gain is given, the tool about 120 and the guess 80.
    private static PointResults World(Func<int, (double Low, double High)> known, Func<int, double>? tool = null, Func<int, double>? sent = null) => new(0, "as written",
    [
        Policy("all", _ => 0),
        Policy("guess", replicate => 80 + (replicate % 3)),
        Policy("known low", replicate => known(replicate).Low),
        Policy("known high", replicate => known(replicate).High),
        Policy("tool", tool ?? (replicate => 110 + (2 * (replicate % 5))), sent),
    ]);

    private static PolicyResults Policy(string name, Func<int, double> gain, Func<int, double>? sent = null) => new(
        name,
        Enumerable.Range(0, 20).ToDictionary(replicate => replicate, replicate => Outcomes(1000 + (37 * replicate % 11) + gain(replicate), sent?.Invoke(replicate) ?? 1000)),
        new Dictionary<Metric, DaySeries>());

    private static double?[] Outcomes(double netValue, double sent)
    {
        var outcomes = new double?[MetricInfo.All.Count];
        (outcomes[(int)Metric.NetValue], outcomes[(int)Metric.Sent]) = (netValue, sent);
        return outcomes;
    }

    // A trust debt of 10% but for the tool's, with luck that the policies do not share.
    private static PointResults WithDebt(PointResults point, double tool) => point with
    {
        Policies = [.. point.Policies.Select((policy, place) => policy with
        {
            Runs = policy.Runs.ToDictionary(run => run.Key, run =>
            {
                double?[] outcomes = [.. run.Value];
                outcomes[(int)Metric.TrustDebt] = (policy.Name == "tool" ? tool : 0.1) + (0.001 * (((run.Key * (place + 2)) % 7) - 3));
                return outcomes;
            }),
        })],
    };
}
