using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.People;
using Simulator.Policies;
using Simulator.Policies.Learning;
using Simulator.Reactions;
using Simulator.Recovery;
using Simulator.Tests.Patterns;
using Simulator.WordOfMouth;

namespace Simulator.Tests.Twin;

/// <summary>Settings under which the engine must equal the plain model: the usual ones, and those at the ends of what is allowed.</summary>
internal static class Settings
{
    private static readonly Scenario Small = new() { Horizon = 80, Audience = new Audience { Size = 800 } };

    private static readonly Schedule EveryThirdDay = Schedule.Cadence(CmoJoe.Book, every: 3, times: 200, over: 1, newOfferEvery: 4);

    // Public voices in every mailing: word of mouth touches everybody again and again.
    private static readonly WordOfMouthSettings Loud = new()
    {
        Seen = 0.2,
        Overlap = 0.5,
        Join = 0.5,
        Loss = 0.3,
        Gain = 0.3,
        HalfLife = 3,
    };

    private static readonly ReactionRates Outspoken = new()
    {
        Complain = 0.3,
        ComplainPublic = 0.7,
        PraisePublic = 0.6,
        Block = 0.05,
    };

    private static readonly Scenario LoudWorld = Small with { Horizon = 60, Audience = Small.Audience with { Size = 400 }, WordOfMouth = Loud, Reactions = Outspoken };

    private static Schedule To(Targeting to) => EveryThirdDay with { Sends = [EveryThirdDay.Sends[0] with { To = to, Over = 2 }] };

    internal static IReadOnlyDictionary<string, (Scenario Scenario, Schedule Schedule)> ByName { get; } =
        new Dictionary<string, (Scenario, Schedule)>
        {
            ["silence"] = (Small, Schedule.Silent),
            ["the case"] = (Small with { Audience = new Audience { Size = 3000 }, Horizon = 60 }, CmoJoe.OneBlast),
            ["weekly"] = (Small with { Horizon = 200 }, CmoJoe.Weekly),
            ["every third day, loud word of mouth"] = (LoudWorld, EveryThirdDay),
            ["answers after three days"] = (LoudWorld with { Response = new Response { Delay = 3, Rate = 0.6, Restore = 0.9 } }, EveryThirdDay),
            ["answers without delay"] = (LoudWorld with { Response = new Response { Delay = 0, Rate = 1, Restore = 1 } }, EveryThirdDay),
            ["no cooldown"] = (LoudWorld with { WordOfMouth = Loud with { Cooldown = 0, Join = 0.02, Seen = 0.02 } }, EveryThirdDay),
            ["cooldown of one day"] = (LoudWorld with { WordOfMouth = Loud with { Cooldown = 1 } }, EveryThirdDay),
            ["duplicates"] = (Small, EveryThirdDay with { Delivery = new Delivery { Duplicates = 0.4 } }),
            ["a share of the list"] = (Small, To(new Targeting { Share = 0.7 })),
            ["nobody reached"] = (Small, To(new Targeting { Share = 0 })),
            ["an offer that never arrives"] = (LoudWorld, SecondOfferNeverArrives()),
            ["several sends a day"] = (LoudWorld, SeveralSends()),
            ["best signals"] = (Small, To(new Targeting { SignalAtLeast = 0.3 }) with { SignalNoise = 2 }),
            ["true signals"] = (Small, To(new Targeting { SignalAtLeast = 0.2 }) with { SignalNoise = 0 }),
            ["without complainers"] = (LoudWorld, To(new Targeting { ExcludeComplained = true })),
            ["without buyers"] = (Small, To(new Targeting { ExcludeBuyers = true })),
            ["frequency cap"] = (Small, To(new Targeting { Cap = new FrequencyCap { Messages = 2, Within = 10 } })),
            ["daily cap"] = (Small with { Platform = new Platform { DailyCap = 333 } }, EveryThirdDay with { Delivery = new Delivery { Duplicates = 0.3 } }),
            ["suspensions"] = (
                LoudWorld with { Platform = new Platform { ReportLimit = 0.004, ReportWindow = 5, Suspension = 6 } },
                Schedule.Cadence(CmoJoe.Book, every: 2, times: 60, newOfferEvery: 1)),
            ["three segments"] = (Small with { Audience = Segmented() }, EveryThirdDay),
            ["three segments, loud word of mouth and late answers"] = (
                LoudWorld with { Audience = Segmented() with { Size = 401, Inflow = 0.02 }, Response = new Response { Delay = 2, Rate = 0.7 } },
                EveryThirdDay),
            ["three segments, some of it undelivered"] = (
                LoudWorld with { Audience = Segmented() with { Size = 500 }, Platform = new Platform { DailyCap = 150 } },
                To(new Targeting { Share = 0.8, ExcludeComplained = true }) with { Delivery = new Delivery { Duplicates = 0.3 } }),
            ["three segments, tuning out until the next landmark"] = (
                Small with { Horizon = 79, Audience = Segmented(), Openness = new OpennessDynamics { Loss = 0.9, HalfLife = 0.15 }, Drift = new Drift { Base = 0.01 } },
                EveryThirdDay),
            ["segments of one person and of nobody"] = (
                LoudWorld with
                {
                    Audience = new Audience
                    {
                        Size = 200,
                        Inflow = 0,
                        Segments =
                        [
                            new Segment { Name = "one", Share = 0.005 },
                            new Segment { Name = "nobody", Share = 0 },
                            new Segment { Name = "rest", Share = 0.995 },
                        ],
                    },
                },
                EveryThirdDay),
            ["one declared segment"] = (Small with { Audience = Small.Audience with { Segments = [new Segment { Name = "all" }] } }, EveryThirdDay),
            ["follower graph"] = (LoudWorld with { Graph = Ring(400) }, EveryThirdDay),
            ["very short half-lives"] = (HalfLives(0.05, 0.3, 0.11, 0.07, 0.2), EveryThirdDay),
            ["short half-lives, landmarks far apart"] = (HalfLives(0.02, 0.1, 0.04, 0.06, 0.03) with { Horizon = 120 }, CmoJoe.Weekly),
            ["very long half-lives"] = (HalfLives(1e6, 1e6, 1e5, 1e6, 1e4), EveryThirdDay),
            ["short and long half-lives"] = (HalfLives(0.05, 1e6, 0.1, 1e6, 30), EveryThirdDay),
            ["no drift"] = (Small with { Drift = new Drift { Base = 0 } }, EveryThirdDay),
            ["huge drift"] = (Small with { Drift = new Drift { Base = 0.3 } }, EveryThirdDay),
            ["drift by distrust"] = (Small with { Drift = new Drift { Base = 0.001, Distrust = 30, Distance = 10 } }, EveryThirdDay),
            ["no inflow"] = (Small with { Audience = Small.Audience with { Inflow = 0 } }, EveryThirdDay),
            ["flood of new followers"] = (LoudWorld with { Audience = new Audience { Size = 300, Inflow = 0.1 }, Horizon = 40 }, EveryThirdDay),
            ["standing debt decides inflow"] = (LoudWorld with { WordOfMouth = Loud with { Seen = 0.05, ReputationEffect = 3, ReputationHalfLife = 0.5 } }, EveryThirdDay),
            ["one person"] = (Small with { Audience = new Audience { Size = 1 } }, EveryThirdDay),
            ["one day"] = (LoudWorld with { Horizon = 1 }, CmoJoe.OneBlast),
            ["written anew each time"] = (Small, Schedule.Cadence(CmoJoe.Book with { Copies = 0 }, every: 3, times: 40)),
            ["a new offer every campaign"] = (LoudWorld, Schedule.Cadence(CmoJoe.Book, every: 4, times: 40, over: 2, newOfferEvery: 1)),
            ["campaigns overlap"] = (LoudWorld, Schedule.Cadence(CmoJoe.Book with { Copies = 4 }, every: 2, times: 30, over: 7, newOfferEvery: 2)),
            ["trust and relationship are one"] = (Small with { Audience = Small.Audience with { TrustRelationshipCorrelation = 1 } }, EveryThirdDay),
            ["trust and relationship are opposites"] = (Small with { Audience = Small.Audience with { TrustRelationshipCorrelation = -1 } }, EveryThirdDay),
            ["relationship first"] = (LoudWorld, Schedule.RelationshipFirst(CmoJoe.Conversation, CmoJoe.Book, weeks: 6, over: 3)),
            ["learned targeting"] = (Small, Learned(new LearnedTargeting { Pilot = 0.3 })),
            ["learned targeting that is never fitted anew"] = (LoudWorld, Learned(new LearnedTargeting { Pilot = 0.4, Refit = false, Penalty = 0.1, BadReactionCost = 1 })),
            ["learned targeting beside other sends, among new followers"] = (
                Small with { Audience = new Audience { Size = 400, Inflow = 0.03 } },
                Learned(new LearnedTargeting { Pilot = 0.5, Wait = 1, BadReactionCost = 2 }, new Send { Message = CmoJoe.Conversation, First = 1, Every = 5, Times = 9, Over = 2 })),
            ["learned targeting with limits and losses"] = (
                Small with { Platform = new Platform { DailyCap = 60 } },
                Learned(new LearnedTargeting { Pilot = 0.2, BadReactionCost = 0 }) with { Delivery = new Delivery { Duplicates = 0.2, SecondsPerDm = 10 }, SignalNoise = 0 }),
            ["learned targeting that tries many and values few"] = (Small, Learned(new LearnedTargeting { Pilot = 0.1, Explore = 0.3, BadReactionCost = 100 })),
            ["learned targeting without exploration"] = (Small, Learned(new LearnedTargeting { Pilot = 0.2, Explore = 0 })),
            ["a pilot in which nobody buys"] = (Small with { Audience = new Audience { Size = 60 }, Economics = new Economics { Margin = 100 } }, Learned(new LearnedTargeting { Pilot = 0.1 })),
            ["every effect at its largest"] = (Extreme(), EveryThirdDay),
        };

    private static Schedule Learned(LearnedTargeting learn, params Send[] others) => new()
    {
        Name = "learned",
        Sends =
        [
            new Send { Message = CmoJoe.Book, First = 2, Every = 10, Times = 6, Over = 3, NewOfferEvery = 2, To = new Targeting { Learn = learn, Share = 0.95, ExcludeComplained = true } },
            .. others,
        ],
    };

    private static Schedule SecondOfferNeverArrives() => new()
    {
        Sends =
        [
            new Send { Message = CmoJoe.Book, Every = 3, Times = 20, NewOfferEvery = 5 },
            new Send { Message = CmoJoe.Book with { Name = "course" }, First = 1, Every = 3, Times = 20, NewOfferEvery = 1, To = new Targeting { Share = 0 } },
        ],
    };

    private static Schedule SeveralSends() => new()
    {
        Name = "several sends",
        Delivery = new Delivery { Duplicates = 0.2 },
        Sends =
        [
            new Send { Message = CmoJoe.Conversation, Every = 2, Times = 40 },
            new Send { Message = CmoJoe.Book, First = 1, Every = 3, Times = 30, Over = 2, NewOfferEvery = 3, To = new Targeting { Share = 0.9 } },
            new Send { Message = CmoJoe.Book with { Name = "course", Copies = 1, Promotion = 0.6 }, Every = 5, Times = 20, NewOfferEvery = 1 },
            new Send { Message = CmoJoe.Book, First = 2, Every = 3, Times = 30, To = new Targeting { ExcludeBuyers = true, SignalAtLeast = 0.1 } },
        ],
    };

    private static Audience Segmented() => new()
    {
        Size = 997,
        Inflow = 0.01,
        Segments =
        [
            new Segment { Name = "friends", Share = 0.2, Relationship = new BetaShape(0.8, 10), Consent = 1 },
            new Segment { Name = "readers", Share = 0.5 },
            new Segment { Name = "strangers", Share = 0.3, Relationship = new BetaShape(0.05, 5), Trust = new BetaShape(0.3, 4), Consent = 0 },
        ],
    };

    private static FollowerGraph Ring(int people) => FollowerGraph.Of(
        people, [.. from speaker in Enumerable.Range(0, people) from step in Enumerable.Range(1, speaker % 40) select ((speaker + step) % people, speaker)]);

    private static Scenario HalfLives(double forgive, double forget, double relationship, double openness, double pressure) => LoudWorld with
    {
        Trust = new TrustDynamics { ForgiveHalfLife = forgive, ForgetHalfLife = forget },
        Relationship = new RelationshipDynamics { HalfLife = relationship },
        Openness = new OpennessDynamics { HalfLife = openness, Loss = 0.7 },
        Pressure = new PressureDynamics { HalfLife = pressure },
        Drift = new Drift { Base = 0.003 },
    };

    private static Scenario Extreme() => LoudWorld with
    {
        Trust = new TrustDynamics { Loss = 1, Gain = 1, RememberedShare = 0.4, ForgiveHalfLife = 3 },
        Relationship = new RelationshipDynamics { Loss = 1, Gain = 1 },
        Openness = new OpennessDynamics { Loss = 1, HalfLife = 5 },
        Reactions = new ReactionRates { Praise = 1, PraisePublic = 1, Complain = 1, ComplainPublic = 1, Block = 0.1, Unfollow = 0.1, Reminder = 0.1 },
        WordOfMouth = Loud with { Loss = 1, Gain = 1, Join = 1, Referral = 1, OutsideSale = 1, Bystander = 1 },
        Economics = new Economics { OrganicRate = 0.2 },
    };
}
