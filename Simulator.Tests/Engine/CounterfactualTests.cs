using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.People;
using Simulator.Policies;
using Simulator.Reactions;
using Simulator.Tests.Patterns;
using Simulator.WordOfMouth;

namespace Simulator.Tests.Engine;

public sealed class CounterfactualTests
{
    private const int OneMore = 400;

    private static readonly Scenario World = new()
    {
        Horizon = 25,
        Audience = new Audience { Size = 900, Inflow = 0 },
        Reactions = new ReactionRates { Complain = 1, ComplainPublic = 1, PraisePublic = 1, Praise = 1 },
        WordOfMouth = new WordOfMouthSettings { Seen = 1, Overlap = 0.5, Join = 0.5 },
    };

    [Theory, InlineData(1UL), InlineData(2UL), InlineData(3UL)]
    public void Messaging_one_more_person_changes_nobody_else_without_word_of_mouth(ulong seed)
    {
        Scenario deaf = World with { WordOfMouth = World.WordOfMouth with { Seen = 0 } };
        int[] changed = ChangedBy(deaf, seed);
        Assert.All(changed, person => Assert.Equal(OneMore, person));
    }

    [Fact]
    public void Messaging_one_more_person_changes_only_people_within_reach()
    {
        Scenario closeKnit = World with { WordOfMouth = World.WordOfMouth with { Homophily = 1, Community = 100 } };
        int[] changed = [.. Enumerable.Range(1, 6).SelectMany(seed => ChangedBy(closeKnit, (ulong)seed))];
        Assert.Contains(changed, person => person != OneMore);
        Assert.All(changed, person => Assert.InRange(person, 400, 499));
    }

    [Fact]
    public void Two_policies_meet_the_same_people()
    {
        Scenario scenario = World with
        {
            Audience = World.Audience with { Inflow = 0.02 },
            WordOfMouth = World.WordOfMouth with { ReputationEffect = 0 },
        };
        var first = new List<(double, double)>();
        var second = new List<(double, double)>();
        ListeningPolicy Recording(List<(double, double)> people, bool sends) => new((day, followers, outbox) =>
        {
            if (sends)
            {
                outbox.Send(day, CmoJoe.Book);
            }

            if (day == scenario.Horizon - 1)
            {
                people.AddRange(Enumerable.Range(0, followers.Count).Select(person => (followers.Reach(person), followers.Lot(person))));
            }
        });

        Simulation.Compare(scenario, [Recording(first, sends: true), Recording(second, sends: false)], seed: 4);
        Assert.True(first.Count > scenario.Audience.Size);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Silence_sends_and_provokes_nothing()
    {
        Outcome outcome = Simulation.Run(new Scenario { Horizon = 60 }, Schedule.Silent);
        foreach (Flow flow in Enum.GetValues<Flow>().Except([Flow.Arrived, Flow.Drifted, Flow.SalesOrganic]))
        {
            Assert.False(outcome.Ledger.Count(flow).ContainsAnyExcept(0), flow.ToString());
        }

        Assert.Equal(0, outcome[Metric.TrustDebt]);
        Assert.Null(outcome[Metric.BreakEvenDay]);
    }

    [Fact]
    public void Sending_nothing_is_silence_whatever_the_policy_is_called()
    {
        var idle = new ListeningPolicy((_, _, _) => { });
        Outcome outcome = Simulation.Run(World, idle, seed: 6);
        Assert.Null(LedgerText.FirstDifference(outcome.Silent, outcome.Ledger));
    }

    [Fact]
    public void Runs_are_identical_again_on_other_threads_and_in_another_order()
    {
        const int Replicates = 12;
        string[] forwards = [.. Enumerable.Range(0, Replicates).Select(Book)];
        var backwards = new string[Replicates];
        for (int replicate = Replicates - 1; replicate >= 0; replicate--)
        {
            backwards[replicate] = Book(replicate);
        }

        var inParallel = new string[Replicates];
        Parallel.For(0, Replicates, new ParallelOptions { MaxDegreeOfParallelism = 4 }, replicate => inParallel[replicate] = Book(replicate));
        Assert.Equal(forwards, backwards);
        Assert.Equal(forwards, inParallel);
        Assert.Equal(Replicates, forwards.Distinct().Count());
    }

    [Fact]
    public void Policies_compared_together_or_alone_come_to_the_same()
    {
        IReadOnlyList<Outcome> together = Simulation.Compare(World, [CmoJoe.OneBlast, CmoJoe.Weekly], seed: 2, replicate: 5);
        Outcome alone = Simulation.Run(World, CmoJoe.Weekly, seed: 2, replicate: 5);
        Assert.Null(LedgerText.FirstDifference(alone.Ledger, together[1].Ledger));
    }

    private static string Book(int replicate) => LedgerText.Of(Simulation.Run(World, CmoJoe.Weekly, seed: 9, replicate).Ledger);

    // Every tenth person gets the message; whom does it change that one more gets it?
    private static int[] ChangedBy(Scenario scenario, ulong seed)
    {
        var without = new List<Seen>();
        var with = new List<Seen>();
        Simulation.Compare(scenario, [Recording(without, oneMore: false), Recording(with, oneMore: true)], seed);
        return [.. Enumerable.Range(0, without.Count).Where(person => without[person] != with[person])];

        ListeningPolicy Recording(List<Seen> people, bool oneMore) => new((day, followers, outbox) =>
        {
            for (int person = 5; day % 3 == 0 && person < followers.Count; person += 10)
            {
                outbox.Send(person, CmoJoe.Book);
            }

            if (day % 3 == 0 && oneMore)
            {
                outbox.Send(OneMore, CmoJoe.Book);
            }

            if (day == scenario.Horizon - 1)
            {
                people.AddRange(Enumerable.Range(0, followers.Count).Select(person => Seen.Of(followers, person, CmoJoe.Book)));
            }
        });
    }

    /// <summary>All that can be seen of a person; with a signal without noise that includes the relationship.</summary>
    private sealed record Seen(bool Follows, double Relationship, bool Complained, bool Praised, bool Bought)
    {
        internal static Seen Of(FollowerView view, int person, Message message) => new(
            view.IsFollowing(person), view.Signal(person), view.HasComplained(person), view.HasPraised(person), view.HasBought(person, message));
    }
}
