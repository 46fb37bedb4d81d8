using Simulator.Engine;
using Simulator.Messages;
using Simulator.People;
using Simulator.Policies;
using Simulator.RandomStreams;
using Simulator.Reactions;
using Simulator.Recovery;
using Simulator.WordOfMouth;

namespace Simulator.Tests.Twin;

/// <summary>Settings drawn at random over most of what is allowed, each a function of its number.</summary>
internal sealed class RandomSettings
{
    private readonly int _number;
    private int _drawn;

    private RandomSettings(int number) => _number = number;

    public static TheoryData<int> Numbers { get; } = [.. Enumerable.Range(1, 24)];

    /// <summary>The numbers of the settings whose audience has segments: every other one.</summary>
    public static TheoryData<int> SegmentedNumbers { get; } = [.. Enumerable.Range(1, 24).Where(number => number % 2 == 0)];

    internal static (Scenario Scenario, Schedule Schedule) Draw(int number)
    {
        var random = new RandomSettings(number);
        (Scenario scenario, Schedule schedule) = (random.Scenario(), random.Schedule());
        return (number % 2 == 0 ? scenario with { Audience = random.Split(scenario.Audience) } : scenario, schedule);
    }

    private double Next() => Philox4x32.Generate(0xC0FFEE, 0, (uint)_number, (uint)_drawn++, 0, 0).FineUniform0;

    private double Between(double low, double high) => low + ((high - low) * Next());

    private double OfMagnitude(double low, double high) => Math.Exp(Between(Math.Log(low), Math.Log(high)));

    private int Whole(int low, int high) => low + (int)(Next() * (high - low + 1));

    private bool Maybe(double chance) => Next() < chance;

    private BetaShape Shape() => new(Between(0.05, 0.95), OfMagnitude(0.5, 50));

    private Scenario Scenario() => new()
    {
        Horizon = Whole(20, 100),
        Audience = new Audience
        {
            Size = Whole(200, 900),
            Inflow = Between(0, 0.02),
            TrustRelationshipCorrelation = Between(-1, 1),
            Relationship = Shape(),
            Trust = Shape(),
            Tolerance = Shape(),
            Attention = Shape(),
            Appetite = Shape(),
            Consent = Next(),
            Reach = new LogNormalShape { Median = OfMagnitude(1, 100), Sigma = Between(0, 1.5), Maximum = 20_000 },
        },
        Reading = new Reading { Floor = Next(), Capacity = OfMagnitude(0.5, 100) },
        Appraisal = new Appraisal { Base = Between(-3, 1), Relationship = Between(0, 5), Pressure = Between(0, 2), Repetition = Between(-1, 2) },
        Reactions = new ReactionRates
        {
            Praise = Next(),
            PraisePublic = Next(),
            Complain = Between(0, 0.5),
            ComplainPublic = Next(),
            Block = Between(0, 0.1),
            Unfollow = Between(0, 0.1),
            Reminder = Between(0, 0.05),
        },
        Trust = new TrustDynamics
        {
            Loss = Next(),
            Gain = Next(),
            RememberedShare = Next(),
            ForgiveHalfLife = OfMagnitude(0.02, 1000),
            ForgetHalfLife = OfMagnitude(0.02, 10000),
        },
        Relationship = new RelationshipDynamics { Loss = Next(), Gain = Next(), HalfLife = OfMagnitude(0.02, 1000) },
        Openness = new OpennessDynamics { Loss = Next(), HalfLife = OfMagnitude(0.02, 1000) },
        Pressure = new PressureDynamics { HalfLife = OfMagnitude(0.02, 1000) },
        Drift = new Drift { Base = OfMagnitude(0.00005, 0.02), Distrust = Between(0, 10), Distance = Between(0, 10) },
        WordOfMouth = new WordOfMouthSettings
        {
            Seen = Between(0, 0.3),
            HalfLife = OfMagnitude(0.1, 20),
            Overlap = Between(0, 0.4),
            Homophily = Next(),
            Community = Whole(1, 300),
            Loss = Next(),
            Gain = Next(),
            Join = Between(0, 0.5),
            Referral = Next(),
            Cooldown = Whole(2, 20),
            ReputationEffect = Between(0, 0.3),
        },
        Response = new Response { Rate = Next(), Delay = Whole(0, 9), Restore = Next() },
        Platform = new Platform { DailyCap = Maybe(0.3) ? Whole(50, 500) : null, ReportLimit = Maybe(0.3) ? Between(0, 0.01) : null },
    };

    // Two to five segments; each has a tolerance, a relationship and a reach of its own.
    private Audience Split(Audience audience)
    {
        double[] weights = [.. Enumerable.Range(0, Whole(2, 5)).Select(_ => OfMagnitude(0.01, 1))];
        return audience with
        {
            Segments =
            [
                .. weights.Select((weight, index) => audience.NewSegment() with
                {
                    Name = $"segment {index}",
                    Share = weight / weights.Sum(),
                    Tolerance = Shape(),
                    Relationship = Shape(),
                    Reach = audience.Reach with { Median = OfMagnitude(1, 100) },
                }),
            ],
        };
    }

    private Schedule Schedule() => new()
    {
        Sends = [.. Enumerable.Range(0, Whole(1, 3)).Select(index => Line(index))],
        SignalNoise = Between(0, 3),
        Delivery = new Delivery { Duplicates = Maybe(0.5) ? Between(0, 0.5) : 0 },
    };

    private Send Line(int index) => new()
    {
        Message = new Message
        {
            Name = $"message {index}",
            Promotion = Next(),
            Personalization = Next(),
            Value = Next(),
            Copies = Whole(0, 4),
            Offer = Maybe(0.7),
        },
        First = Whole(0, 10),
        Every = Whole(1, 12),
        Times = Whole(1, 40),
        Over = Whole(1, 9),
        NewOfferEvery = Whole(0, 4),
        To = new Targeting
        {
            SignalAtLeast = Maybe(0.3) ? Between(0, 0.5) : 0,
            Share = Maybe(0.3) ? Next() : 1,
            ExcludeComplained = Maybe(0.3),
            ExcludeBuyers = Maybe(0.3),
            Cap = Maybe(0.3) ? new FrequencyCap { Messages = Whole(1, 4), Within = Whole(1, 30) } : null,
        },
    };
}
