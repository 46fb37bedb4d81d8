using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Policies;
using Simulator.Tests.Engine;

namespace Simulator.Tests.Policies;

public sealed class PlatformTests
{
    private static readonly Schedule Daily = Schedule.Cadence(Worlds.Pitch, every: 1, times: 20);

    [Fact]
    public void What_exceeds_the_daily_cap_is_dropped_and_counted()
    {
        Ledger ledger = Simulation.Run(Worlds.Delighted with { Platform = new Platform { DailyCap = 300 } }, Daily).Ledger;
        Assert.All(ledger.Count(Flow.Sent)[..20].ToArray(), sent => Assert.Equal(300, sent));
        Assert.All(ledger.Count(Flow.Undelivered)[..20].ToArray(), dropped => Assert.Equal(700, dropped));
    }

    [Fact]
    public void Too_many_reports_suspend_the_sender_from_the_next_day_on()
    {
        Scenario scenario = Worlds.Annoyed with
        {
            Reactions = Worlds.Still.Reactions with { Block = 0.1 },
            Platform = new Platform { ReportLimit = 0.05, ReportWindow = 7, Suspension = 3 },
        };
        Ledger ledger = Simulation.Run(scenario, Daily).Ledger;
        int[] sent = ledger.Count(Flow.Sent).ToArray();
        Assert.True(sent[0] == 1000 && sent[4] > 500 && sent[8] > 400);
        Assert.All([1, 2, 3, 5, 6, 7], day => Assert.Equal(0, sent[day]));
        Assert.Equal(ledger.Followers[1], ledger.Count(Flow.Undelivered)[1]);
    }

    [Fact]
    public void Reports_below_the_limit_have_no_consequence()
    {
        Scenario scenario = Worlds.Annoyed with
        {
            Reactions = Worlds.Still.Reactions with { Block = 0.01 },
            Platform = new Platform { ReportLimit = 0.05 },
        };
        Assert.Equal(0, Simulation.Run(scenario, Daily)[Metric.Undelivered]);
    }
}
