namespace Simulator.Ledgers;

/// <summary>Outcomes that exist only against the silent twin.</summary>
internal static class TwinComparison
{
    /// <summary>Trust debt from which a loss counts as one to be detected.</summary>
    private const double DebtToDetect = 0.05;

    /// <summary>One-sided 5% quantile of the standard normal distribution.</summary>
    private const double FivePercentOneSided = 1.6448536269514722;

    /// <summary>Trust debt 1 − K/K of the silent twin; NaN without capital to compare with.</summary>
    internal static double TrustDebt(double capital, double silent) => silent > 0 ? 1 - (capital / silent) : double.NaN;

    /// <summary>Trust capital lost per 100 extra sales; NaN when there are no extra sales.</summary>
    internal static double TrustPrice(double capital, double silent, double extraSales) =>
        extraSales > 0 ? 100 * (silent - capital) / extraSales : double.NaN;

    /// <summary>The first day from which the running net value stays below the twin's to the end; null when it ends at or above it.</summary>
    internal static double? BreakEvenDay(ReadOnlySpan<double> netValue, ReadOnlySpan<double> silent)
    {
        int day = netValue.Length;
        while (day > 0 && netValue[day - 1] < silent[day - 1])
        {
            day--;
        }

        return day == netValue.Length ? null : day;
    }

    /// <summary>
    /// Days from a trust debt of 5% until the follower count is short of the twin's by more than 1.645 standard deviations of
    /// organic noise (arrivals and leavings as Poisson counts); null when either never happens.
    /// </summary>
    internal static double? DetectionLag(Ledger ledger, Ledger silent)
    {
        int down = 0;
        while (down < ledger.Days && !(TrustDebt(ledger.TrustCapital[down], silent.TrustCapital[down]) >= DebtToDetect))
        {
            down++;
        }

        double moves = 0;
        for (int day = 0; day < ledger.Days; day++)
        {
            moves += silent.Count(Flow.Arrived)[day] + silent.Count(Flow.Drifted)[day];
            int shortfall = silent.Followers[day] - ledger.Followers[day];
            if (day >= down && shortfall > FivePercentOneSided * Math.Sqrt(moves))
            {
                return day - down;
            }
        }

        return null;
    }
}
