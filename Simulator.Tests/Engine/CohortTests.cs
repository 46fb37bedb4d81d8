using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.People;
using Simulator.Policies;
using Simulator.Policies.Learning;
using Simulator.Tests.Twin;

namespace Simulator.Tests.Engine;

/// <summary>An audience in many small cohorts: whoever works on them, and however many they are, the run is the same.</summary>
public sealed class CohortTests
{
    /// <summary>People in a cohort: the smallest number whose bits share no word with those of the next.</summary>
    private const int Small = 64;

    private static readonly Schedule Learning = Schedule.Cadence(new Message { Name = "book", Offer = true, Copies = 2 }, every: 5, times: 12, newOfferEvery: 2) is var cadence
        ? cadence with { Sends = [cadence.Sends[0] with { To = new Targeting { Learn = new LearnedTargeting { Pilot = 0.3 } } }] }
        : throw new InvalidOperationException();

    public static TheoryData<string> AllSettings { get; } = [.. Settings.ByName.Keys];

    [Theory, MemberData(nameof(AllSettings))]
    public void The_ledger_is_the_same_to_the_last_bit_for_any_number_of_threads(string setting)
    {
        (Scenario scenario, Schedule schedule) = Settings.ByName[setting];
        AssertSameForAnyThreads(scenario, schedule, Small);
    }

    [Fact]
    public void Learned_targeting_is_the_same_for_any_number_of_threads_and_in_one_cohort()
    {
        var scenario = new Scenario { Horizon = 70, Audience = new Audience { Size = 1500 } };
        AssertSameForAnyThreads(scenario, Learning, cohortSize: 256);
        AssertEqualsOneCohort(scenario, Learning, cohortSize: 256);
    }

    [Fact]
    public void Large_mailings_are_the_same_for_any_number_of_threads()
    {
        Schedule weekly = Schedule.Cadence(new Message { Name = "book", Offer = true, Copies = 2 }, every: 7, times: 4, newOfferEvery: 2);
        var scenario = new Scenario { Horizon = 30, Audience = new Audience { Size = 90_000, Inflow = 0.01 } };
        AssertSameForAnyThreads(scenario, weekly, cohortSize: 4096);
        AssertSameForAnyThreads(scenario, weekly with { Delivery = new Delivery { Duplicates = 0.2 } }, cohortSize: 4096);
        Schedule choosy = weekly with { Sends = [weekly.Sends[0] with { To = new Targeting { SignalAtLeast = 0.2, ExcludeBuyers = true } }] };
        AssertSameForAnyThreads(scenario, choosy, cohortSize: 4096);
        AssertEqualsOneCohort(scenario, choosy, cohortSize: 4096);
    }

    [Fact]
    public void The_ledger_is_the_same_where_two_threads_begin_on_different_cohorts_at_the_same_moment()
    {
        Assert.SkipWhen(Environment.ProcessorCount == 1, "With one processor, nothing happens at the same time.");
        Schedule weekly = Schedule.Cadence(new Message { Name = "book", Offer = true, Copies = 2 }, every: 7, times: 4, newOfferEvery: 2);
        weekly = weekly with { Sends = [weekly.Sends[0] with { To = new Targeting { SignalAtLeast = 0.2, ExcludeBuyers = true } }] };
        var scenario = new Scenario { Horizon = 30, Audience = new Audience { Size = 90_000, Inflow = 0.01 } };
        using var meeting = new Barrier(2);
        int met = 0;
        var run = new Run(scenario, weekly, seed: 1, replicate: 0, threads: 2, cohortSize: 4096)
        {
            // Who is alone with the last piece does not wait for long.
            Meeting = () => Interlocked.Add(ref met, meeting.SignalAndWait(TimeSpan.FromMilliseconds(20)) ? 1 : 0),
        };
        Ledger together = run.Complete(TestContext.Current.CancellationToken);
        Assert.Null(LedgerText.FirstDifference(Complete(scenario, weekly, threads: 1, cohortSize: 4096).Ledger, together));
        Assert.InRange(met, 10, int.MaxValue);
    }

    [Theory, MemberData(nameof(AllSettings))]
    public void Many_cohorts_equal_one(string setting)
    {
        (Scenario scenario, Schedule schedule) = Settings.ByName[setting];
        AssertEqualsOneCohort(scenario, schedule, Small);
    }

    [Theory, MemberData(nameof(RandomSettings.Numbers), MemberType = typeof(RandomSettings))]
    public void Many_cohorts_equal_the_plain_model(int number)
    {
        (Scenario scenario, Schedule schedule) = RandomSettings.Draw(number);
        var run = new Run(scenario, schedule, (ulong)number, replicate: 1, threads: 2, Small);
        PlainLedger plain = PlainTwin.Run(scenario, schedule, (ulong)number, replicate: 1);
        Assert.Null(plain.FirstDifference(run.Complete(TestContext.Current.CancellationToken)));
        Assert.Equal(plain.PollNegativeShare, run.PollNegativeShare);
    }

    [Fact]
    public void Arrivals_open_new_cohorts()
    {
        var scenario = new Scenario { Horizon = 60, Audience = new Audience { Size = 100, Inflow = 0.2 } };
        Schedule daily = Schedule.Cadence(Worlds.Pitch, every: 1, times: 60);
        int arrived = AssertEqualsOneCohort(scenario, daily, Small).Count(Flow.Arrived).ToArray().Sum();
        Assert.InRange(arrived, 10 * Small, int.MaxValue);
    }

    [Fact]
    public void An_audience_that_fits_into_one_cohort_stays_in_one_and_changes_in_no_bit()
    {
        var scenario = new Scenario { Horizon = 60, Audience = new Audience { Size = 4096, Inflow = 0.05 } };
        Schedule daily = Schedule.Cadence(Worlds.Pitch, every: 1, times: 60);
        Ledger usual = Complete(scenario, daily, threads: 1, cohortSize: 1 << 20).Ledger;
        Assert.Null(LedgerText.FirstDifference(usual, Complete(scenario, daily, threads: 8, cohortSize: 4096).Ledger));
        Assert.NotNull(LedgerText.FirstDifference(usual, Complete(scenario, daily, threads: 8, cohortSize: 2048).Ledger));
    }

    private static void AssertSameForAnyThreads(Scenario scenario, Schedule schedule, int cohortSize)
    {
        (Ledger Ledger, double? Poll, IReadOnlyList<double?> Segments) one = Complete(scenario, schedule, threads: 1, cohortSize);
        foreach (int threads in new[] { 2, 3, 8 })
        {
            (Ledger ledger, double? poll, IReadOnlyList<double?> segments) = Complete(scenario, schedule, threads, cohortSize);
            Assert.Null(LedgerText.FirstDifference(one.Ledger, ledger));
            Assert.Equal(one.Poll, poll);
            Assert.Equal(one.Segments, segments);
        }
    }

    /// <summary>Counts are equal, sums to 10⁻⁹; returns the ledger of many cohorts.</summary>
    private static Ledger AssertEqualsOneCohort(Scenario scenario, Schedule schedule, int cohortSize)
    {
        (Ledger Ledger, double? Poll, IReadOnlyList<double?> Segments) one = Complete(scenario, schedule, threads: 1, cohortSize: 1 << 20);
        (Ledger many, double? poll, IReadOnlyList<double?> segments) = Complete(scenario, schedule, threads: 2, cohortSize);
        foreach (Flow flow in Enum.GetValues<Flow>())
        {
            Assert.Equal(one.Ledger.Count(flow), many.Count(flow));
        }

        Assert.Equal(one.Ledger.Followers, many.Followers);
        Assert.Equal(one.Ledger.TunedOut, many.TunedOut);
        AssertClose(one.Ledger.TrustCapital, many.TrustCapital);
        AssertClose(one.Ledger.RelationshipCapital, many.RelationshipCapital);
        AssertClose(one.Ledger.Openness, many.Openness);
        AssertClose(one.Ledger.StandingDebt, many.StandingDebt);
        Assert.Equal(one.Poll, poll);
        AssertClose([.. one.Segments.Select(value => value ?? double.NaN)], [.. segments.Select(value => value ?? double.NaN)]);
        return many;
    }

    private static void AssertClose(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int index = 0; index < expected.Length; index++)
        {
            bool isClose = expected[index].Equals(actual[index]) || Math.Abs(expected[index] - actual[index]) <= 1e-9 * Math.Max(1, Math.Abs(expected[index]));
            Assert.True(isClose, $"{index}: expected {expected[index]:R}, actual {actual[index]:R}");
        }
    }

    private static (Ledger Ledger, double? Poll, IReadOnlyList<double?> Segments) Complete(Scenario scenario, Schedule schedule, int threads, int cohortSize)
    {
        var run = new Run(scenario, schedule, seed: 1, replicate: 0, threads, cohortSize);
        Ledger ledger = run.Complete(TestContext.Current.CancellationToken);
        double?[] segments = ledger.BySegment is { } book
            ? [.. Enumerable.Range(0, book.Names.Count).SelectMany(segment => Enum.GetValues<Metric>().Select(metric => new SegmentOutcome(book, book, segment)[metric]))]
            : [];
        return (ledger, run.PollNegativeShare, segments);
    }
}
