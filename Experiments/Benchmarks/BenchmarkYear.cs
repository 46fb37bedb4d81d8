using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.Policies;

namespace Experiments.Benchmarks;

/// <summary>The year that is timed: the case's pitch every week for a year, a new offer every fifth.</summary>
internal static class BenchmarkYear
{
    internal static Schedule WeeklyPitch { get; } = Schedule.Cadence(
        new Message { Name = "book", Promotion = 0.9, Personalization = 0.1, Value = 0.1, Copies = 3, Offer = true },
        every: 7,
        times: 52,
        over: 3,
        newOfferEvery: 5);

    internal static Ledger Weekly(Scenario scenario, int replicate) =>
        new Run(scenario, WeeklyPitch, seed: 1, replicate).Complete(CancellationToken.None);

    /// <summary>People ever in the audience in a silent year: those of day 0 and those who came.</summary>
    internal static int PeopleEver()
    {
        Ledger ledger = new Run(new Scenario(), Schedule.Silent, 1, 0).Complete(CancellationToken.None);
        return new Scenario().Audience.Size + Total(ledger, Flow.Arrived);
    }

    /// <summary>A flow over all days.</summary>
    internal static int Total(Ledger ledger, Flow flow)
    {
        int total = 0;
        foreach (int count in ledger.Count(flow))
        {
            total += count;
        }

        return total;
    }
}
