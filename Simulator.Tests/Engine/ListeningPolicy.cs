using Simulator.Policies;

namespace Simulator.Tests.Engine;

/// <summary>A policy that does whatever a test wants, and sees what a sender sees.</summary>
internal sealed class ListeningPolicy(Action<int, FollowerView, Outbox> choose) : IPolicy
{
    public string Name => "listening";

    public double SignalNoise { get; init; }

    public Delivery Delivery { get; init; } = new();

    public int RememberedMessages { get; init; }

    public void Choose(int day, FollowerView followers, Outbox outbox) => choose(day, followers, outbox);
}
