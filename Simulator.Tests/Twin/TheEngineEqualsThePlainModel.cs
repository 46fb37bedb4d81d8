using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Policies;

namespace Simulator.Tests.Twin;

public sealed class TheEngineEqualsThePlainModel
{
    public static TheoryData<string> AllSettings { get; } = [.. Settings.ByName.Keys];

    public static TheoryData<string> SegmentedSettings { get; } =
        [.. Settings.ByName.Where(setting => setting.Value.Scenario.Audience.Segments.Count > 0).Select(setting => setting.Key)];

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

    [Theory, MemberData(nameof(SegmentedSettings))]
    public void Every_outcome_of_every_segment_is_equal(string setting)
    {
        (Scenario scenario, Schedule schedule) = Settings.ByName[setting];
        AssertSegmentsEqual(scenario, schedule, seed: 1, replicate: 0);
        AssertSegmentsEqual(scenario, schedule, seed: 0xFEDC_BA98_7654_3210, replicate: 3);
    }

    [Theory, MemberData(nameof(RandomSettings.SegmentedNumbers), MemberType = typeof(RandomSettings))]
    public void Every_outcome_of_every_segment_is_equal_for_settings_drawn_at_random(int number)
    {
        (Scenario scenario, Schedule schedule) = RandomSettings.Draw(number);
        AssertSegmentsEqual(scenario, schedule, seed: (ulong)number, replicate: 1);
    }

    private static void AssertSegmentsEqual(Scenario scenario, Schedule schedule, ulong seed, int replicate)
    {
        IReadOnlyList<SegmentOutcome> engine = Simulation.Run(scenario, schedule, seed, replicate).Segments;
        IReadOnlyList<PlainSegment> plain = PlainTwin.Run(scenario, schedule, seed, replicate).Segments;
        IReadOnlyList<PlainSegment> silent = PlainTwin.Run(scenario, Schedule.Silent, seed, replicate).Segments;
        Assert.Equal(scenario.Audience.Segments.Select(segment => segment.Name), engine.Select(segment => segment.Name));
        for (int segment = 0; segment < engine.Count; segment++)
        {
            Assert.Null(plain[segment].FirstDifference(engine[segment], silent[segment]));
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
