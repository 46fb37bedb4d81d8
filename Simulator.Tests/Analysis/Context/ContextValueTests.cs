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
    public void A_recovered_share_leads_the_answer()
    {
        Finding finding = ContextFinding.Of(Results(World(known: replicate => (100, 200 + replicate))))!;
        Assert.StartsWith("A tool that learns from reactions recovers 5", finding.Title, StringComparison.Ordinal);
        Assert.Contains("“tool” recovers 5", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_knowing_is_worth_nothing_no_share_is_given()
    {
        Finding finding = ContextFinding.Of(Results(World(known: replicate => (-100, -50 - replicate))))!;
        Assert.Equal("Even knowing every relationship earns less than writing to everybody here, so there is nothing to recover", finding.Title);
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
    private static PointResults World(Func<int, (double Low, double High)> known) => new(0, "as written",
    [
        Policy("all", _ => 0),
        Policy("guess", replicate => 80 + (replicate % 3)),
        Policy("known low", replicate => known(replicate).Low),
        Policy("known high", replicate => known(replicate).High),
        Policy("tool", replicate => 110 + (2 * (replicate % 5))),
    ]);

    private static PolicyResults Policy(string name, Func<int, double> gain) => new(
        name,
        Enumerable.Range(0, 20).ToDictionary(replicate => replicate, replicate => Outcomes(1000 + (37 * replicate % 11) + gain(replicate))),
        new Dictionary<Metric, DaySeries>());

    private static double?[] Outcomes(double netValue)
    {
        var outcomes = new double?[MetricInfo.All.Count];
        outcomes[(int)Metric.NetValue] = netValue;
        return outcomes;
    }
}
