using Simulator.Ledgers;

namespace Simulator.Policies;

/// <summary>
/// What a sender does. One object serves many runs at once, so it keeps no state of its own: all a policy may know of the
/// past is in the <see cref="FollowerView"/>, which shows what a sender can see and nothing else. A policy that takes notes of what it saw begins each run with
/// a new object.
/// </summary>
public interface IPolicy
{
    /// <summary>Name in results.</summary>
    string Name { get; }

    /// <summary>How badly this sender judges relationships: standard deviation of the lasting misjudgement on the logit scale.</summary>
    double SignalNoise => 1;

    /// <summary>How messages are sent.</summary>
    Delivery Delivery => DefaultDelivery;

    /// <summary>How many latest messages to each person the view remembers (for frequency caps); 2 bytes a person each.</summary>
    int RememberedMessages => 0;

    /// <summary>The policy for one run: itself, or an object of the run's own that may take notes.</summary>
    /// <param name="economics">The sender's own books: margin of a sale and cost of work.</param>
    IPolicy Begin(Economics economics) => this;

    /// <summary>Chooses the messages of a day.</summary>
    /// <param name="day">The day, from 0.</param>
    /// <param name="followers">What the sender can see.</param>
    /// <param name="outbox">Takes the messages, delivered in the order in which they are put in.</param>
    void Choose(int day, FollowerView followers, Outbox outbox);

    private static readonly Delivery DefaultDelivery = new();
}
