namespace Simulator.Ledgers;

/// <summary>Money of one run, running totals at the end of each day, currency units.</summary>
public sealed class MoneySeries
{
    private const double DaysPerYear = 365;

    private readonly double[] _revenue;
    private readonly double[] _cost;
    private readonly double[] _netValue;
    private readonly double[] _residualValue;

    /// <summary>Values a ledger.</summary>
    /// <param name="ledger">What happened.</param>
    /// <param name="economics">Prices.</param>
    /// <param name="secondsPerDm">Work to send one DM, seconds.</param>
    /// <param name="leavingRate">Silent leaving of an average follower at the end of each day, per day.</param>
    internal MoneySeries(Ledger ledger, Economics economics, double secondsPerDm, ReadOnlySpan<double> leavingRate)
    {
        int days = ledger.Days;
        (_revenue, _cost, _netValue, _residualValue) = (new double[days], new double[days], new double[days], new double[days]);
        double revenue = 0;
        double cost = 0;
        double net = 0;
        for (int day = 0; day < days; day++)
        {
            double discount = Discount(day, economics.AnnualDiscountRate);
            double earned = economics.Margin * ledger.Sales(day);
            double spent = DayCost(ledger, day, economics, secondsPerDm);
            _revenue[day] = revenue += earned;
            _cost[day] = cost += spent;
            _netValue[day] = net += discount * (earned - spent);
            _residualValue[day] = discount * Annuity(ledger.TrustCapital[day], economics, leavingRate[day]);
        }
    }

    /// <summary>Margin of all sales so far.</summary>
    public ReadOnlySpan<double> Revenue => _revenue;

    /// <summary>Cost of sending and answering so far.</summary>
    public ReadOnlySpan<double> Cost => _cost;

    /// <summary>Discounted margin minus cost so far.</summary>
    public ReadOnlySpan<double> NetValue => _netValue;

    /// <summary>
    /// Discounted value of the organic sales that today's trust capital would still bring if nothing more were sent and
    /// nobody new came: margin · organicRate · K / (leaving rate + discount rate), an annuity. Reported beside the net value, never in it.
    /// </summary>
    public ReadOnlySpan<double> ResidualValue => _residualValue;

    /// <summary>Value today of one unit on a day: (1 + rate)^(−day/365).</summary>
    internal static double Discount(int day, double annualRate) => Math.Pow(1 + annualRate, -day / DaysPerYear);

    private static double DayCost(Ledger ledger, int day, Economics economics, double secondsPerDm) =>
        economics.HourlyCost * ((ledger.Count(Flow.Sent)[day] * secondsPerDm / 3600) + (ledger.Count(Flow.Answers)[day] * economics.MinutesPerReply / 60));

    private static double Annuity(double capital, Economics economics, double leavingRate)
    {
        double rate = leavingRate + (Math.Log(1 + economics.AnnualDiscountRate) / DaysPerYear);
        return rate > 0 ? economics.Margin * economics.OrganicRate * capital / rate : double.NaN;
    }
}
