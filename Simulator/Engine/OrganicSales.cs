using Simulator.Ledgers;
using Simulator.RandomStreams;

namespace Simulator.Engine;

/// <summary>
/// Sales without any DM: Poisson(organicRate·Σ T over followers) a day. Nothing depends on them, so they are drawn when the books
/// are closed and all drifts are known.
/// </summary>
internal static class OrganicSales
{
    internal static void Book(Ledger ledger, Economics economics, in Draws draws)
    {
        for (int day = 0; day < ledger.Days; day++)
        {
            double uniform = draws.Block(Purpose.OrganicSales, 0, day).FineUniform0;
            ledger.Add(Flow.SalesOrganic, day, PoissonQuantile.Of(economics.OrganicRate * ledger.TrustCapital[day], uniform));
        }
    }
}
