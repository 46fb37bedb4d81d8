using Simulator.Engine;
using Simulator.Messages;
using Simulator.People;
using Simulator.Policies;
using Simulator.Reactions;
using Simulator.Recovery;
using Simulator.WordOfMouth;

namespace Simulator.Tests.Engine;

/// <summary>Worlds so simple that their outcome can be worked out by hand.</summary>
internal static class Worlds
{
    /// <summary>Nobody comes, nobody leaves, nobody hears of anything, nobody is answered.</summary>
    internal static Scenario Still { get; } = new()
    {
        Horizon = 40,
        Audience = new Audience { Size = 1000, Inflow = 0 },
        Drift = new Drift { Base = 0 },
        WordOfMouth = new WordOfMouthSettings { Seen = 0 },
        Reactions = new ReactionRates { Block = 0, Unfollow = 0, Reminder = 0 },
        Response = new Response { Rate = 0 },
    };

    /// <summary>Still, and everybody reads everything, whatever came before.</summary>
    internal static Scenario Attentive { get; } = Still with
    {
        Audience = Still.Audience with { Attention = Sharp(0.99999) },
        Reading = new Reading { Floor = 1, Capacity = 999_999 },
        Openness = new OpennessDynamics { Loss = 0 },
    };

    /// <summary>Attentive, trusting, patient and hungry: whoever has not bought an offer buys it.</summary>
    internal static Scenario Delighted { get; } = Attentive with
    {
        Audience = Attentive.Audience with { Appetite = Sharp(0.99999), Trust = Sharp(0.99999), Tolerance = Sharp(0.99999) },
        Appraisal = new Appraisal { Base = -20 },
        Reactions = Still.Reactions with { Praise = 0 },
    };

    /// <summary>Attentive, and annoyed by everything: spamminess and annoyance are almost 1.</summary>
    internal static Scenario Annoyed { get; } = Attentive with
    {
        Audience = Attentive.Audience with { Tolerance = Sharp(0.00001) },
        Appraisal = new Appraisal { Base = 20 },
        Reactions = Still.Reactions with { Complain = 1, ComplainPublic = 1 },
    };

    /// <summary>A trait that is the same for everybody.</summary>
    internal static BetaShape Sharp(double mean) => new(mean, 100_000);

    internal static Message Pitch { get; } = new() { Name = "pitch", Offer = true, Copies = 1 };

    /// <summary>One pitch to everybody on day 0.</summary>
    internal static Schedule Once { get; } = Schedule.OneBlast(Pitch);
}
