using Simulator.Messages;
using Simulator.Policies;

namespace Simulator.Tests.Patterns;

/// <summary>The case: three texts of one pitch over three days, one to each follower.</summary>
internal static class CmoJoe
{
    internal static Message Book { get; } = new()
    {
        Name = "book",
        Promotion = 0.9,
        Personalization = 0.1,
        Value = 0.1,
        Copies = 3,
        Offer = true,
    };

    internal static Message Conversation { get; } = new()
    {
        Name = "conversation",
        Promotion = 0,
        Personalization = 0.8,
        Value = 0.7,
        Copies = 0,
    };

    internal static Schedule OneBlast { get; } = Schedule.OneBlast(Book, over: 3);

    internal static Schedule Weekly { get; } = Schedule.Cadence(Book, every: 7, times: 52, over: 3, newOfferEvery: 5);
}
