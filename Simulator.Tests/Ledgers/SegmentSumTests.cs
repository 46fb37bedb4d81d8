using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.People;
using Simulator.Policies;
using Simulator.RandomStreams;
using Simulator.Tests.Engine;
using Simulator.Tests.Patterns;
using Simulator.Tests.Twin;

namespace Simulator.Tests.Ledgers;

public sealed class SegmentSumTests
{
    private static readonly Metric[] Sums = [Metric.TrustCapital, Metric.RelationshipCapital];

    // Means and ratios; every other outcome by segment is a count or a sum and adds up.
    private static readonly Metric[] Ratios = [Metric.Openness, Metric.TrustDebt, Metric.IcebergRatio];

    private static readonly Scenario Whole = new() { Horizon = 120, Audience = new Audience { Size = 2000, Inflow = 0.01 } };

    [Theory, MemberData(nameof(TheEngineEqualsThePlainModel.SegmentedSettings), MemberType = typeof(TheEngineEqualsThePlainModel))]
    public void Segments_add_up_to_the_whole(string setting)
    {
        (Scenario scenario, Schedule schedule) = Settings.ByName[setting];
        AssertAddsUp(Simulation.Run(scenario, schedule, seed: 5), scenario.Audience.Segments.Count);
    }

    [Theory, MemberData(nameof(RandomSettings.SegmentedNumbers), MemberType = typeof(RandomSettings))]
    public void Segments_add_up_to_the_whole_for_settings_drawn_at_random(int number)
    {
        (Scenario scenario, Schedule schedule) = RandomSettings.Draw(number);
        AssertAddsUp(Simulation.Run(scenario, schedule, seed: 79), scenario.Audience.Segments.Count);
    }

    [Fact]
    public void The_settings_reach_every_outcome_by_segment()
    {
        List<SegmentOutcome> segments = [.. Settings.ByName.Values
            .Where(setting => setting.Scenario.Audience.Segments.Count > 1)
            .SelectMany(setting => Simulation.Run(setting.Scenario, setting.Schedule, seed: 5).Segments)];
        Assert.All(
            MetricInfo.All,
            info => Assert.Equal(info.IsBySegment, segments.Exists(segment => segment[info.Metric] is not (null or 0))));
    }

    [Fact]
    public void An_audience_without_segments_has_no_outcomes_by_segment()
    {
        Outcome outcome = Simulation.Run(Whole, CmoJoe.Weekly);
        Assert.Empty(outcome.Segments);
        Assert.Null(outcome.Ledger.BySegment);
    }

    [Fact]
    public void One_segment_is_the_whole()
    {
        Outcome outcome = Simulation.Run(Split(Whole, ("all", 1)), CmoJoe.Weekly, seed: 3);
        SegmentOutcome all = Assert.Single(outcome.Segments);
        foreach (MetricInfo info in MetricInfo.All.Where(info => info.IsBySegment))
        {
            AssertClose(outcome[info.Metric], all[info.Metric], info.Name);
        }
    }

    [Theory, InlineData(1UL), InlineData(2UL)]
    public void Cutting_an_audience_into_equal_segments_changes_nothing_and_their_names_do_not_matter(ulong seed)
    {
        Outcome whole = Simulation.Run(Whole, CmoJoe.Weekly, seed);
        Outcome halves = Simulation.Run(Split(Whole, ("left", 0.5), ("right", 0.5)), CmoJoe.Weekly, seed);
        Outcome renamed = Simulation.Run(Split(Whole, ("right", 0.5), ("left", 0.5)), CmoJoe.Weekly, seed);
        Assert.Null(LedgerText.FirstDifference(whole.Ledger, halves.Ledger));
        Assert.Equal(["left", "right"], halves.Segments.Select(segment => segment.Name));
        Assert.Equal(["right", "left"], renamed.Segments.Select(segment => segment.Name));
        for (int segment = 0; segment < 2; segment++)
        {
            Assert.All(Enum.GetValues<Metric>(), metric => Assert.Equal(halves.Segments[segment][metric], renamed.Segments[segment][metric]));
        }

        AssertAddsUp(halves, 2);

        // The halves differ by chance alone: two counts whose difference varies by less than their sum.
        double[] harmed = [.. halves.Segments.Select(segment => segment[Metric.Harmed]!.Value)];
        Assert.InRange(Math.Abs(harmed[0] - harmed[1]), 0, 4 * Math.Sqrt(harmed.Sum()));
    }

    [Fact]
    public void Newcomers_draw_their_segment_and_count_in_it()
    {
        Scenario scenario = Split(Whole with { Audience = Whole.Audience with { Inflow = 0.05 } }, ("many", 0.7), ("few", 0.3));
        Outcome outcome = Simulation.Run(scenario, CmoJoe.OneBlast, seed: 8);
        int arrived = (int)outcome[Metric.Arrived]!.Value;
        using var people = new Followers(1);
        var founding = new Founding(scenario.Audience);
        founding.FoundAudience(people, new Draws(8, 0));
        founding.Welcome(people, new Draws(8, 0), arrived);
        byte[] newcomers = people.Segment.First(people.Count)[scenario.Audience.Size..].ToArray();
        int[] expected = [newcomers.Count(segment => segment == 0), newcomers.Count(segment => segment == 1)];
        Assert.Equal(expected.Select(count => (double?)count), outcome.Segments.Select(segment => segment[Metric.Arrived]));
        Assert.InRange(expected[0], (0.7 * arrived) - (4 * Math.Sqrt(0.21 * arrived)), (0.7 * arrived) + (4 * Math.Sqrt(0.21 * arrived)));
    }

    private static Scenario Split(Scenario scenario, params (string Name, double Share)[] parts) => scenario with
    {
        Audience = scenario.Audience with
        {
            Segments = [.. parts.Select(part => scenario.Audience.NewSegment() with { Name = part.Name, Share = part.Share })],
        },
    };

    private static void AssertAddsUp(Outcome outcome, int segments)
    {
        Assert.Equal(segments, outcome.Segments.Count);
        foreach (MetricInfo info in MetricInfo.All.Where(info => info.IsBySegment && !Ratios.Contains(info.Metric)))
        {
            double sum = outcome.Segments.Sum(segment => segment[info.Metric]!.Value);
            if (Sums.Contains(info.Metric))
            {
                AssertClose(outcome[info.Metric], sum, info.Name);
            }
            else
            {
                Assert.True(outcome[info.Metric] == sum, $"{info.Name}: {sum} of {outcome[info.Metric]}");
            }
        }
    }

    private static void AssertClose(double? expected, double? actual, string name) => Assert.True(
        expected == actual || Math.Abs(expected!.Value - actual!.Value) <= 1e-9 * Math.Max(1, Math.Abs(expected.Value)), $"{name}: {actual} instead of {expected}");
}
