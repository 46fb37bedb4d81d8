using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.People;
using Simulator.RandomStreams;
using Simulator.Recovery;

namespace Simulator.Engine;

/// <summary>New followers of a day: Poisson(inflow·size·e^(−effect·Q)).</summary>
internal static class Arrivals
{
    internal static void Welcome(
        Founding founding, Roster roster, Correspondence correspondence, Scenario scenario, double standingDebt, in Draws draws, int day)
    {
        correspondence.OpenDay(roster.People.Count);
        double uniform = draws.Block(Purpose.Arrivals, 0, day).FineUniform0;
        int arrivals = PoissonQuantile.Of(Expected(scenario, standingDebt), uniform);
        int first = roster.People.Count;
        founding.Welcome(roster.People, draws, arrivals);
        roster.Enter(first, day);
        roster.Ledger.Add(Flow.Arrived, day, arrivals);
    }

    internal static double Expected(Scenario scenario, double standingDebt) =>
        scenario.Audience.Inflow * scenario.Audience.Size * Math.Exp(-scenario.WordOfMouth.ReputationEffect * standingDebt);
}
