using Simulator.Ledgers;
using Simulator.Policies;

namespace Simulator.Engine;

/// <summary>Money of a ledger, with the leaving rate of an average follower for the residual value.</summary>
internal static class Valuation
{
    internal static MoneySeries Of(Ledger ledger, Scenario scenario, Delivery delivery)
    {
        var leaving = new double[ledger.Days];
        for (int day = 0; day < ledger.Days; day++)
        {
            int followers = ledger.Followers[day];
            double trust = followers > 0 ? ledger.TrustCapital[day] / followers : 0;
            double relationship = followers > 0 ? ledger.RelationshipCapital[day] / followers : 0;
            leaving[day] = scenario.Drift.Base * (1 + (scenario.Drift.Distrust * (1 - trust)) + (scenario.Drift.Distance * (1 - relationship)));
        }

        return new MoneySeries(ledger, scenario.Economics, delivery.SecondsPerDm, leaving);
    }
}
