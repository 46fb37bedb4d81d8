using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.People;
using Simulator.RandomStreams;
using Simulator.Recovery;

namespace Simulator.Engine;

/// <summary>New followers of a day: Poisson(inflow·size·e^(−effect·Q)).</summary>
internal static class Arrivals
{
    /// <summary>
    /// People ever in an audience, as a multiple of those at the start, beyond which a run is given up. Nothing bounds the standing debt
    /// from below: one person of enormous reach who praises a small audience draws newcomers who praise in turn, and so on to infinity.
    /// Such a run would take all memory before it fails. Chosen: growth that the model is meant for is far below.
    /// </summary>
    private const int LargestGrowth = 100;

    /// <summary>People below which growth is never too large. Chosen: they take less than 200 MB.</summary>
    private const int AlwaysAllowed = 1_000_000;

    internal static void Welcome(
        Founding founding, Cohorts cohorts, Crew crew, Correspondence correspondence, Scenario scenario, double standingDebt, in Draws draws, int day)
    {
        Followers people = cohorts.People;
        correspondence.OpenDay(people.Count);
        double uniform = draws.Block(Purpose.Arrivals, 0, day).FineUniform0;
        int arrivals = PoissonQuantile.Of(Expected(scenario, standingDebt), uniform);
        long allowed = Math.Max(AlwaysAllowed, (long)LargestGrowth * scenario.Audience.Size);
        if (people.Count + (long)arrivals > allowed)
        {
            throw new InvalidOperationException(
                $"the audience of {scenario.Audience.Size} grew beyond {allowed} people on day {day}: praise drew newcomers who praised in turn. Is wordOfMouth.reputationEffect too large, or the audience too small for the reach of its members?");
        }

        int first = people.Count;
        founding.Welcome(people, draws, arrivals, crew);
        cohorts.Enter(first, day);
        cohorts.Ledger.Add(Flow.Arrived, day, arrivals);
    }

    internal static double Expected(Scenario scenario, double standingDebt) =>
        scenario.Audience.Inflow * scenario.Audience.Size * Math.Exp(-scenario.WordOfMouth.ReputationEffect * standingDebt);
}
