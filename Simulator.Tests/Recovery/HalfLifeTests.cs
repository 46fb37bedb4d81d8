using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Recovery;
using Simulator.Tests.Engine;

namespace Simulator.Tests.Recovery;

/// <summary>One pitch on day 0 in a world where nothing else happens: what it took comes back with its half-lives.</summary>
public sealed class HalfLifeTests
{
    private static readonly Scenario World = Worlds.Still with { Horizon = 301 };

    [Fact]
    public void Lost_trust_is_forgiven_in_twenty_days_and_forgotten_in_two_hundred_and_seventy()
    {
        double[] missing = MissingTrust(World);
        Assert.True(missing[0] > 1);
        foreach (int day in new[] { 1, 20, 60, 270 })
        {
            Assert.Equal((0.6 * Math.Pow(2, -day / 20.0)) + (0.4 * Math.Pow(2, -day / 270.0)), missing[day] / missing[0], 9);
        }
    }

    [Theory, InlineData(0, 20), InlineData(1, 270)]
    public void Trust_is_split_by_the_remembered_share(double rememberedShare, int halfLife)
    {
        double[] missing = MissingTrust(World with { Trust = new TrustDynamics { RememberedShare = rememberedShare } });
        Assert.Equal(0.5, missing[halfLife] / missing[0], 9);
    }

    [Fact]
    public void The_relationship_is_half_back_after_a_hundred_and_twenty_days()
    {
        Outcome outcome = Simulation.Run(World, Worlds.Once);
        double first = outcome.Silent.RelationshipCapital[0] - outcome.Ledger.RelationshipCapital[0];
        Assert.True(Math.Abs(first) > 0.1);
        Assert.Equal(0.5, (outcome.Silent.RelationshipCapital[120] - outcome.Ledger.RelationshipCapital[120]) / first, 9);
    }

    [Fact]
    public void Openness_is_half_back_after_sixty_days()
    {
        Ledger ledger = Simulation.Run(World, Worlds.Once).Ledger;
        Assert.True(ledger.Openness[0] < 0.99);
        Assert.Equal(0.5, (1 - ledger.Openness[60]) / (1 - ledger.Openness[0]), 9);
    }

    [Fact]
    public void A_person_stays_tuned_out_until_openness_is_back_at_one_half()
    {
        // s ≈ 1 and ν = 0: each reading takes 80% of openness; 0.8·2^(−d/10) falls to ½ after 10·log2(1.6) = 6.8 days.
        Scenario scenario = Worlds.Annoyed with { Openness = new OpennessDynamics { Loss = 0.8, HalfLife = 10 }, Reactions = Worlds.Still.Reactions };
        Ledger ledger = Simulation.Run(scenario, Simulator.Policies.Schedule.OneBlast(Worlds.Pitch with { Value = 0 })).Ledger;
        Assert.InRange(ledger.TunedOut[0], 990, 1000);
        Assert.Equal(ledger.TunedOut[0], ledger.TunedOut[6]);
        Assert.Equal(0, ledger.TunedOut[7]);
    }

    [Fact]
    public void A_landmark_that_moves_changes_nothing()
    {
        // Half-lives of 0.1 days move the landmark every 50 days; those of 0.2 every 100. Both forget everything overnight.
        Scenario quick = World with { Drift = new Drift { Base = 0.001 }, Trust = new TrustDynamics { ForgiveHalfLife = 0.01, ForgetHalfLife = 0.01 } };
        Scenario none = World with { Drift = new Drift { Base = 0.001 }, Trust = new TrustDynamics { Loss = 0, Gain = 0 } };
        Ledger forgotten = Simulation.Run(quick, Worlds.Once).Ledger;
        Ledger never = Simulation.Run(none, Worlds.Once).Ledger;
        Assert.Equal(never.Count(Flow.Drifted).ToArray(), forgotten.Count(Flow.Drifted).ToArray());
    }

    private static double[] MissingTrust(Scenario scenario)
    {
        Outcome outcome = Simulation.Run(scenario, Worlds.Once);
        return [.. Enumerable.Range(0, scenario.Horizon).Select(day => outcome.Silent.TrustCapital[day] - outcome.Ledger.TrustCapital[day])];
    }
}
