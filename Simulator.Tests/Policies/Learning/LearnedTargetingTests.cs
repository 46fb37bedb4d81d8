using System.Reflection;
using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Parameters;
using Simulator.Policies;
using Simulator.Policies.Learning;
using Simulator.Tests.Engine;
using Simulator.Tests.Patterns;

namespace Simulator.Tests.Policies.Learning;

public sealed class LearnedTargetingTests
{
    private const int Decision = 5;

    private static readonly LearnedTargeting Learn = new() { Pilot = 0.2, Wait = 3 };

    private static readonly Send Fortnightly = new() { Message = CmoJoe.Book, Every = 14, Times = 4, Over = 3, NewOfferEvery = 2, To = new Targeting { Learn = Learn } };

    // Writing costs as much as it brings on average, so that some are worth a message and others are not.
    private static readonly Delivery Slow = new() { SecondsPerDm = 20 };

    private static readonly Scenario Small = new() { Horizon = 60, Audience = new() { Size = 3000 } };

    [Fact]
    public void The_pilot_goes_first_and_the_rest_when_its_last_reactions_are_read_off()
    {
        int[] sent = Simulation.Run(Small, Policy(Fortnightly)).Ledger.Count(Flow.Sent).ToArray();
        double error = Math.Sqrt(0.2 * 0.8 * 3000);
        Assert.InRange(sent[..3].Sum(), 600 - (4 * error), 600 + (4 * error));
        Assert.Equal([0, 0], sent[3..Decision]);
        Assert.All(sent[Decision..(Decision + 3)], messages => Assert.InRange(messages, 1, 799));
        Assert.Equal(0, sent[(Decision + 3)..14].Sum());
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Whoever_is_outside_the_pilot_teaches_nothing_unless_the_models_are_fitted_anew(bool refit)
    {
        Send send = Fortnightly with { To = new Targeting { Learn = Learn with { Refit = refit } } };
        var learner = new ResponseLearner(send.To.Learn!, margin: 10, costPerMessage: 0.17);
        var learned = new LearnedSend(send, learner);
        var policy = new ListeningPolicy(learned.Fill) { SignalNoise = 1, RememberedMessages = ObservableFeatures.RecentMessages };
        Ledger ledger = Simulation.Run(Small, policy).Ledger;
        int pilot = ledger.Count(Flow.Sent)[..3].ToArray().Sum();
        int all = ledger.Count(Flow.Sent).ToArray().Sum();
        Assert.True(all > 2 * pilot);
        Assert.Equal(refit ? all : pilot, learner.Learned);
        Assert.True(refit || learner.Purchases <= ledger.Count(Flow.SalesDm)[..(Decision + 1)].ToArray().Sum() + ledger.Count(Flow.SalesReferral)[..(Decision + 1)].ToArray().Sum());
    }

    [Fact]
    public void Hidden_loss_of_trust_changes_no_choice_before_it_shows()
    {
        // Trust decides nothing that a sender could see between the pilot and the first decision; whoever chooses by it would choose otherwise here.
        Scenario blind = Small with { WordOfMouth = new() { Seen = 0 }, Drift = new() { Distrust = 0 }, Response = new() { Rate = 0 } };
        List<(int Day, int Person)> forgiven = Chosen(blind with { Trust = new() { Loss = 0, Gain = 0 } });
        List<(int Day, int Person)> resented = Chosen(blind with { Trust = new() { Loss = 0.8, Gain = 0.3 } });
        Assert.InRange(forgiven.Count, 300, 2700);
        Assert.Equal(forgiven, resented);
    }

    [Fact]
    public void A_message_goes_to_whom_it_is_worth_more_than_it_costs()
    {
        var learner = new ResponseLearner(Learn, margin: 10, costPerMessage: 0.17);
        var learned = new LearnedSend(Fortnightly, learner);
        bool decided = false;
        Simulation.Run(Small, new ListeningPolicy((day, followers, outbox) =>
        {
            learned.Fill(day, followers, outbox);
            if (day == Decision)
            {
                decided = true;
                HashSet<int> chosen = [.. outbox.Mailings.SelectMany(mailing => outbox.People(mailing).ToArray())];
                for (int person = 0; person < followers.Count; person += 3)
                {
                    (double buying, double bad) = learner.Chances(followers, person)!.Value;
                    Assert.Equal((10 * buying) - 0.17 - (10 * bad), learner.Value(followers, person)!.Value, 1e-12);
                    bool isMeant = followers.IsFollowing(person) && followers.PilotLot(person) >= 0.2 && !followers.HasBought(person, CmoJoe.Book);
                    Assert.Equal(isMeant && learner.Value(followers, person) > 0, chosen.Contains(person));
                }
            }
        })
        { SignalNoise = 1, RememberedMessages = ObservableFeatures.RecentMessages });
        Assert.True(decided);
    }

    [Fact]
    public void Runs_of_one_policy_share_no_notes()
    {
        Schedule policy = Policy(Fortnightly);
        double? first = Simulation.Run(Small, policy, seed: 1)[Metric.NetValue];
        Simulation.Run(Small, policy, seed: 2);
        Assert.Equal(first, Simulation.Run(Small, policy, seed: 1)[Metric.NetValue]);
    }

    [Fact]
    public void A_pilot_in_which_nothing_happens_gives_everybody_the_same_small_chance()
    {
        // Nobody reads: the chance to buy is ½/(n + 1) with about 200 messages, worth 0.025; so a DM for 0.01 goes to all and one for 0.1 to nobody.
        Scenario unread = Worlds.Still with { Audience = Worlds.Still.Audience with { Attention = Worlds.Sharp(0.00002) } };
        Send once = Fortnightly with { Times = 1, Over = 1, To = new Targeting { Learn = Learn with { BadReactionCost = 0 } } };
        Assert.Equal(1000, Simulation.Run(unread, Policy(once) with { Delivery = new Delivery { SecondsPerDm = 1.2 } })[Metric.Sent]);
        Assert.InRange(Simulation.Run(unread, Policy(once) with { Delivery = new Delivery { SecondsPerDm = 12 } })[Metric.Sent]!.Value, 130, 270);
    }

    [Fact]
    public void An_audience_without_a_pilot_teaches_nothing_and_gets_nothing()
    {
        Scenario lonely = Small with { Audience = new() { Size = 1, Inflow = 0 } };
        Send send = Fortnightly with { To = new Targeting { Learn = Learn with { Pilot = 1e-9, Explore = 0 } } };
        Assert.Equal(0, Simulation.Run(lonely, Policy(send))[Metric.Sent]);
    }

    [Fact]
    public void Those_who_are_tried_by_lot_are_the_share_asked_for_and_others_each_time()
    {
        // Nobody reads, so nobody is worth a message after the pilot; what is sent later is sent by lot.
        List<(int Day, int Person)> sent = SentUnread(new LearnedTargeting { Pilot = 0.2, Wait = 3, Explore = 0.1 });
        HashSet<int>[] campaigns = [.. Enumerable.Range(1, 3).Select(campaign => sent.Where(letter => letter.Day / 14 == campaign).Select(letter => letter.Person).ToHashSet())];
        Assert.All(campaigns, people => Assert.InRange(people.Count, 100 - (4 * Math.Sqrt(90)), 100 + (4 * Math.Sqrt(90))));
        Assert.InRange(campaigns[0].Intersect(campaigns[1]).Count(), 10 - (4 * Math.Sqrt(9.9)), 10 + (4 * Math.Sqrt(9.9)));
        Assert.InRange(sent.Count(letter => letter.Day < 14), 200 - (4 * Math.Sqrt(160)), 200 + (4 * Math.Sqrt(160)));
    }

    [Theory, InlineData(0, true), InlineData(0.1, false)]
    public void Nobody_is_tried_by_lot_where_nothing_is_asked_for_or_would_be_learned(double explore, bool refit) =>
        Assert.All(SentUnread(new LearnedTargeting { Pilot = 0.2, Wait = 3, Explore = explore, Refit = refit }), letter => Assert.InRange(letter.Day, 0, 2));

    [Fact]
    public void A_pilot_without_buyers_does_not_silence_the_tool_for_ever()
    {
        Scenario year = Small with { Horizon = 364 };
        Send send = Fortnightly with { Times = 26 };
        double SentBy(double explore, ulong seed) =>
            Simulation.Run(year, Policy(send with { To = new Targeting { Learn = new LearnedTargeting { Pilot = 0.01, Wait = 1, Explore = explore } } }), seed)[Metric.Sent]!.Value;
        ulong[] silenced = [.. Enumerable.Range(1, 12).Select(seed => (ulong)seed).Where(seed => SentBy(0, seed) < 60)];
        Assert.InRange(silenced.Length, 2, 11);

        // By lot alone 5% of some 3,000 people would get 25 campaigns: fewer than 5,000 messages.
        Assert.All(silenced, seed => Assert.True(SentBy(0.05, seed) > 10_000, $"{SentBy(0.05, seed)} messages with seed {seed}"));
    }

    [Fact]
    public void Bad_settings_are_told_all_at_once()
    {
        Send send = Fortnightly with
        {
            Every = 6,
            Message = CmoJoe.Book with { Offer = false },
            To = new Targeting { Learn = new LearnedTargeting { Pilot = 0, Wait = 0, Penalty = 0, BadReactionCost = -1, Explore = 2 } },
        };
        Assert.Equal(
            ["to.learn.pilot", "to.learn.wait", "to.learn.penalty", "to.learn.badReactionCost", "to.learn.explore", "to.learn"],
            send.Problems().Select(problem => problem.Path));
        Problem late = Assert.Single((Fortnightly with { Every = 7 }).Problems());
        Assert.Equal("to.learn.wait", late.Path);
        Assert.Contains("end on day 7, but the second campaign begins on day 7", late.Message, StringComparison.Ordinal);
        Assert.Empty((Fortnightly with { Every = 8 }).Problems());
    }

    [Fact]
    public void What_learns_holds_nothing_but_what_a_sender_sees()
    {
        Type[] learning = [.. typeof(ResponseLearner).Assembly.GetTypes().Where(type => type.Namespace == typeof(ResponseLearner).Namespace)];
        Assert.Contains(typeof(LearnedSend), learning);
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        IEnumerable<Type> touched = learning.SelectMany(type => type.GetFields(All).Select(field => field.FieldType)
            .Concat(type.GetMethods(All).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .Concat(type.GetConstructors(All).SelectMany(made => made.GetParameters().Select(parameter => parameter.ParameterType))));
        Assert.DoesNotContain(touched, type => type.Namespace is "Simulator.People" or "Simulator.Recovery" or "Simulator.RandomStreams" or "Simulator.Engine");
    }

    private static Schedule Policy(Send send) => new() { Sends = [send], Delivery = Slow };

    private static List<(int Day, int Person)> SentUnread(LearnedTargeting learn)
    {
        Scenario unread = Worlds.Still with { Horizon = 56, Audience = Worlds.Still.Audience with { Attention = Worlds.Sharp(0.00002) } };
        var learned = new LearnedSend(Fortnightly with { NewOfferEvery = 0, To = new Targeting { Learn = learn } }, new ResponseLearner(learn, margin: 10, costPerMessage: 0.17));
        var sent = new List<(int, int)>();
        Simulation.Run(unread, new ListeningPolicy((day, followers, outbox) =>
        {
            learned.Fill(day, followers, outbox);
            sent.AddRange(outbox.Mailings.SelectMany(mailing => outbox.People(mailing).ToArray()).Select(person => (day, person)));
        })
        { SignalNoise = 1, RememberedMessages = ObservableFeatures.RecentMessages });
        return sent;
    }

    private static List<(int Day, int Person)> Chosen(Scenario scenario)
    {
        var chosen = new List<(int, int)>();
        var learned = new LearnedSend(Fortnightly, new ResponseLearner(Learn, margin: 10, costPerMessage: 0.17));
        Simulation.Run(scenario, new ListeningPolicy((day, followers, outbox) =>
        {
            learned.Fill(day, followers, outbox);
            if (day < Fortnightly.Every)
            {
                chosen.AddRange(outbox.Mailings.SelectMany(mailing => outbox.People(mailing).ToArray()).Select(person => (day, person)));
            }
        })
        { SignalNoise = 1, RememberedMessages = ObservableFeatures.RecentMessages });
        return chosen;
    }
}
