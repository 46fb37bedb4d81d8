using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Policies;

namespace Simulator.Tests.Twin;

public sealed class TheEngineEqualsThePlainModel
{
    public static TheoryData<string> AllSettings { get; } = [.. Settings.ByName.Keys];

    [Theory, MemberData(nameof(AllSettings))]
    public void Every_count_of_every_day_is_equal(string setting)
    {
        (Scenario scenario, Schedule schedule) = Settings.ByName[setting];
        AssertEqual(scenario, schedule, seed: 1, replicate: 0);
        AssertEqual(scenario, schedule, seed: 0xFEDC_BA98_7654_3210, replicate: 3);
    }

    [Theory, MemberData(nameof(RandomSettings.Numbers), MemberType = typeof(RandomSettings))]
    public void Every_count_of_every_day_is_equal_for_settings_drawn_at_random(int number)
    {
        (Scenario scenario, Schedule schedule) = RandomSettings.Draw(number);
        Assert.Empty(scenario.Problems());
        AssertEqual(scenario, schedule, seed: (ulong)number, replicate: 1);
    }

    [Fact]
    public void The_settings_reach_every_counter()
    {
        foreach (Flow flow in Enum.GetValues<Flow>())
        {
            Assert.Contains(Settings.ByName.Values, setting =>
                Simulation.Run(setting.Scenario, setting.Schedule).Ledger.Count(flow).ContainsAnyExcept(0));
        }
    }

    private static void AssertEqual(Scenario scenario, Schedule schedule, ulong seed, int replicate)
    {
        Outcome engine = Simulation.Run(scenario, schedule, seed, replicate);
        PlainLedger plain = PlainTwin.Run(scenario, schedule, seed, replicate);
        Assert.Null(plain.FirstDifference(engine.Ledger));
        Assert.Equal(plain.PollNegativeShare, engine[Metric.PollNegativeShare]);
    }
}
