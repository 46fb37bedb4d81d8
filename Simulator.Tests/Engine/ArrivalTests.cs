using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.WordOfMouth;

namespace Simulator.Tests.Engine;

public sealed class ArrivalTests
{
    [Fact]
    public void A_standing_debt_slows_the_inflow()
    {
        Scenario scenario = Worlds.Annoyed with
        {
            Audience = Worlds.Annoyed.Audience with { Inflow = 0.5 },
            WordOfMouth = new WordOfMouthSettings { Seen = 0.05, Overlap = 0, Cooldown = 1000, ReputationHalfLife = 1e6, Bystander = 0 },
        };
        Ledger ledger = Simulation.Run(scenario, Worlds.Once).Ledger;
        for (int day = 1; day < scenario.Horizon; day++)
        {
            double expected = 500 * Math.Exp(-0.5 * ledger.StandingDebt[day - 1] * Math.Pow(2, -1e-6));
            Assert.InRange(ledger.Count(Flow.Arrived)[day], expected - (5 * Math.Sqrt(expected)), expected + (5 * Math.Sqrt(expected)));
        }

        Assert.True(ledger.StandingDebt[^1] > 0.5);
    }

    [Fact]
    public void An_inflow_that_grows_without_bound_ends_with_its_cause()
    {
        Scenario scenario = Worlds.Delighted with
        {
            Audience = Worlds.Delighted.Audience with { Inflow = 0.01 },
            Reactions = Worlds.Still.Reactions with { Praise = 1, PraisePublic = 1 },
            WordOfMouth = new WordOfMouthSettings { Seen = 1, ReputationEffect = 1000 },
        };
        var failure = Assert.Throws<InvalidOperationException>(() => Simulation.Run(scenario, Worlds.Once));
        Assert.Contains("reputationEffect", failure.Message);
    }
}
