namespace Simulator.Ledgers;

/// <summary>Every outcome that exists per day, from the ledger and its silent twin.</summary>
internal static class DailySeries
{
    /// <summary>Fills one value a day; returns false when the outcome does not exist per day.</summary>
    internal static bool Fill(Outcome outcome, Metric metric, Span<double> days)
    {
        Ledger ledger = outcome.Ledger;
        switch (metric)
        {
            case Metric.Sent: return Running(days, ledger.Count(Flow.Sent));
            case Metric.Undelivered: return Running(days, ledger.Count(Flow.Undelivered));
            case Metric.Read: return Running(days, ledger.Count(Flow.Read));
            case Metric.Annoyed: return Running(days, ledger.Count(Flow.Annoyed));
            case Metric.SalesDm: return Running(days, ledger.Count(Flow.SalesDm));
            case Metric.SalesOrganic: return Running(days, ledger.Count(Flow.SalesOrganic));
            case Metric.SalesReferral: return Running(days, ledger.Count(Flow.SalesReferral));
            case Metric.SalesOutside: return Running(days, ledger.Count(Flow.SalesOutside));
            case Metric.Sales: return RunningSales(days, ledger, ledger.Days);
            case Metric.ShortTermSales: return RunningSales(days, ledger, Outcome.ShortTermDays);
            case Metric.Praise: return Running(days, ledger.Count(Flow.Praise));
            case Metric.ComplaintsPrivate: return Running(days, ledger.Count(Flow.ComplaintsPrivate));
            case Metric.ComplaintsPublic: return Running(days, ledger.Count(Flow.ComplaintsPublic));
            case Metric.ComplaintsJoined: return Running(days, ledger.Count(Flow.ComplaintsJoined));
            case Metric.ComplaintsBystander: return Running(days, ledger.Count(Flow.ComplaintsBystander));
            case Metric.Complaints: return RunningComplaints(days, ledger);
            case Metric.Unfollows: return Running(days, ledger.Count(Flow.Unfollows));
            case Metric.Blocks: return Running(days, ledger.Count(Flow.Blocks));
            case Metric.Drifted: return Running(days, ledger.Count(Flow.Drifted));
            case Metric.Arrived: return Running(days, ledger.Count(Flow.Arrived));
            case Metric.Answers: return Running(days, ledger.Count(Flow.Answers));
            case Metric.Harmed: return Running(days, ledger.Count(Flow.Harmed));
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
