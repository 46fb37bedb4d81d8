using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Policies;
using Simulator.Tests.Twin;

namespace Simulator.Tests.Ledgers;

public sealed class ConservationTests
{
    [Theory, MemberData(nameof(RandomSettings.Numbers), MemberType = typeof(RandomSettings))]
    public void Nobody_is_lost_and_nobody_leaves_twice(int number)
    {
        (Scenario scenario, Schedule schedule) = RandomSettings.Draw(number);
        Ledger ledger = Simulation.Run(scenario, schedule, seed: 77).Ledger;
        int expected = scenario.Audience.Size;
        for (int day = 0; day < ledger.Days; day++)
        {
            expected += ledger.Count(Flow.Arrived)[day] - ledger.Count(Flow.Drifted)[day]
                - ledger.Count(Flow.Unfollows)[day] - ledger.Count(Flow.Blocks)[day];
            Assert.Equal(expected, ledger.Followers[day]);
            Assert.InRange(ledger.TunedOut[day], 0, expected);
            Assert.InRange(ledger.RelationshipCapital[day], -1e-6, expected + 1e-6);
            Assert.InRange(ledger.Count(Flow.Read)[day], 0, ledger.Count(Flow.Sent)[day]);
            Assert.InRange(ledger.Count(Flow.Annoyed)[day], 0, ledger.Count(Flow.Read)[day]);
            Assert.InRange(ledger.Count(Flow.ComplaintsJoined)[day], 0, ledger.Count(Flow.ComplaintsPublic)[day]);
        }
    }

    [Theory, MemberData(nameof(RandomSettings.Numbers), MemberType = typeof(RandomSettings))]
    public void Running_totals_never_fall(int number)
    {
        (Scenario scenario, Schedule schedule) = RandomSettings.Draw(number);
        Outcome outcome = Simulation.Run(scenario, schedule, seed: 78);
        var days = new double[scenario.Horizon];
        foreach (MetricInfo info in MetricInfo.All.Where(info => info.IsDaily && !Levels.Contains(info.Metric)))
        {
            outcome.Daily(info.Metric, days);
            for (int day = 1; day < days.Length; day++)
            {
                Assert.True(days[day] >= days[day - 1], $"{info.Name} falls on day {day}");
            }

            Assert.Equal(outcome[info.Metric], days[^1]);
        }
    }

    private static readonly Metric[] Levels =
    [
        Metric.Followers, Metric.TunedOut, Metric.TrustCapital, Metric.RelationshipCapital, Metric.Openness, Metric.StandingDebt,
        Metric.NetValue, Metric.ResidualValue, Metric.TrustDebt, Metric.TrustPrice, Metric.IcebergRatio,
    ];
}
