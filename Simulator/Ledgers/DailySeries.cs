namespace Simulator.Ledgers;

/// <summary>Every outcome that exists per day, from the ledger and its silent twin.</summary>
internal static class DailySeries
{
    /// <summary>Fills one value a day; returns false when the outcome does not exist per day.</summary>
    internal static bool Fill(Outcome outcome, Metric metric, Span<double> days)
    {
        Ledger ledger = outcome.Ledger;
        if (MetricInfo.Of(metric).Flow is { } flow)
        {
            return Running(days, ledger.Count(flow));
        }

        switch (metric)
        {
            case Metric.Sales: return RunningSales(days, ledger, ledger.Days);
            case Metric.ShortTermSales: return RunningSales(days, ledger, Outcome.ShortTermDays);
            case Metric.Complaints: return RunningComplaints(days, ledger);
            case Metric.Followers: return Level(days, ledger.Followers);
            case Metric.TunedOut: return Level(days, ledger.TunedOut);
            case Metric.TrustCapital: return Level(days, ledger.TrustCapital);
            case Metric.RelationshipCapital: return Level(days, ledger.RelationshipCapital);
            case Metric.Openness: return Level(days, ledger.Openness);
            case Metric.StandingDebt: return Level(days, ledger.StandingDebt);
            case Metric.Revenue: return Level(days, outcome.Money.Revenue);
            case Metric.Cost: return Level(days, outcome.Money.Cost);
            case Metric.NetValue: return Level(days, outcome.Money.NetValue);
            case Metric.ResidualValue: return Level(days, outcome.Money.ResidualValue);
            case Metric.TrustDebt: return TrustDebt(days, outcome);
            case Metric.TrustPrice: return TrustPrice(days, outcome);
            case Metric.IcebergRatio: return IcebergRatio(days, ledger);
            default: return false;
        }
    }

    private static bool Running(Span<double> days, ReadOnlySpan<int> flow)
    {
        long total = 0;
        for (int day = 0; day < days.Length; day++)
        {
            days[day] = total += flow[day];
        }

        return true;
    }

    private static bool Level(Span<double> days, ReadOnlySpan<double> level)
    {
        level.CopyTo(days);
        return true;
    }

    private static bool Level(Span<double> days, ReadOnlySpan<int> level)
    {
        for (int day = 0; day < days.Length; day++)
        {
            days[day] = level[day];
        }

        return true;
    }

    private static bool RunningSales(Span<double> days, Ledger ledger, int until)
    {
        long total = 0;
        for (int day = 0; day < days.Length; day++)
        {
            days[day] = total += day < until ? ledger.Sales(day) : 0;
        }

        return true;
    }

    private static bool RunningComplaints(Span<double> days, Ledger ledger)
    {
        long total = 0;
        for (int day = 0; day < days.Length; day++)
        {
            days[day] = total += ledger.Count(Flow.ComplaintsPrivate)[day] + ledger.Count(Flow.ComplaintsPublic)[day];
        }

        return true;
    }

    private static bool TrustDebt(Span<double> days, Outcome outcome)
    {
        for (int day = 0; day < days.Length; day++)
        {
            days[day] = TwinComparison.TrustDebt(outcome.Ledger.TrustCapital[day], outcome.Silent.TrustCapital[day]);
        }

        return true;
    }

    private static bool TrustPrice(Span<double> days, Outcome outcome)
    {
        long extraSales = 0;
        for (int day = 0; day < days.Length; day++)
        {
            extraSales += outcome.Ledger.Sales(day) - outcome.Silent.Sales(day);
            days[day] = TwinComparison.TrustPrice(outcome.Ledger.TrustCapital[day], outcome.Silent.TrustCapital[day], extraSales);
        }

        return true;
    }

    private static bool IcebergRatio(Span<double> days, Ledger ledger)
    {
        RunningComplaints(days, ledger);
        long harmed = 0;
        for (int day = 0; day < days.Length; day++)
        {
            harmed += ledger.Count(Flow.Harmed)[day];
            days[day] = days[day] > 0 ? harmed / days[day] : double.NaN;
        }

        return true;
    }
}
