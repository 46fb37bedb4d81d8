using Simulator.Ledgers;

namespace Simulator.Tests.Ledgers;

public sealed class ComparisonTests
{
    [Fact]
    public void Trust_debt_and_price_are_worked_out_by_hand()
    {
        Assert.Equal(0.2, TwinComparison.TrustDebt(80, 100), 12);
        Assert.True(double.IsNaN(TwinComparison.TrustDebt(0, 0)));
        Assert.Equal(40, TwinComparison.TrustPrice(80, 100, 50), 12);
        Assert.True(double.IsNaN(TwinComparison.TrustPrice(80, 100, 0)));
    }

    [Fact]
    public void Break_even_is_the_first_day_from_which_the_value_stays_below()
    {
        Assert.Equal(3, TwinComparison.BreakEvenDay([5, 1, 9, 2, 2], [2, 2, 3, 3, 4]));
        Assert.Equal(0, TwinComparison.BreakEvenDay([1, 1], [2, 2]));
        Assert.Null(TwinComparison.BreakEvenDay([1, 1, 5], [2, 2, 5]));
    }

    [Fact]
    public void Detection_lags_behind_the_loss_of_trust()
    {
        // Trust is down 6% on day 1. Of the organic noise, 4 moves a day: 1.645·√(4·(d + 1)). The follower count falls by two a day.
        var silent = new Ledger(20);
        var ledger = new Ledger(20);
        for (int day = 0; day < 20; day++)
        {
            silent.Add(Flow.Arrived, day, 3);
            silent.Add(Flow.Drifted, day, 1);
            (silent.FollowersLevel[day], ledger.FollowersLevel[day]) = (1000, 1000 - (2 * day));
            (silent.TrustCapitalLevel[day], ledger.TrustCapitalLevel[day]) = (100, day == 0 ? 96 : 94);
        }

        // 2·3 = 6 < 6.58 on day 3; 2·4 = 8 > 7.36 on day 4.
        Assert.Equal(3, TwinComparison.DetectionLag(ledger, silent));
        Assert.Null(TwinComparison.DetectionLag(silent, silent));
    }

    [Fact]
    public void Money_is_discounted_by_the_day_and_costs_are_hours()
    {
        var ledger = new Ledger(366);
        ledger.Add(Flow.SalesDm, 0, 3);
        ledger.Add(Flow.SalesOutside, 365, 2);
        ledger.Add(Flow.Sent, 0, 900);
        ledger.Add(Flow.Answers, 365, 4);
        ledger.TrustCapitalLevel[0] = 500;
        var leaving = new double[366];
        leaving[0] = 0.001;
        var money = new MoneySeries(ledger, new Economics(), secondsPerDm: 4, leaving);

        // 900 DMs of 4 seconds are an hour: 30. Four answers of 5 minutes are a third of an hour: 10.
        Assert.Equal(30, money.Revenue[0], 12);
        Assert.Equal(30, money.Cost[0], 12);
        Assert.Equal(0, money.NetValue[0], 12);
        Assert.Equal(50, money.Revenue[365], 12);
        Assert.Equal(40, money.Cost[365], 12);
        Assert.Equal((20 - 10) / 1.1, money.NetValue[365], 12);
        Assert.Equal(10 * 0.0004 * 500 / (0.001 + (Math.Log(1.1) / 365)), money.ResidualValue[0], 9);
    }

    [Fact]
    public void Every_outcome_has_the_place_and_name_of_its_metric()
    {
        Metric[] metrics = Enum.GetValues<Metric>();
        Assert.Equal(metrics, MetricInfo.All.Select(info => info.Metric));
        Assert.All(metrics, metric => Assert.Equal(metric.ToString(), MetricInfo.Of(metric).Name.Replace("_", ""), ignoreCase: true));
    }
}
