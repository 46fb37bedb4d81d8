using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.Parameters;
using Simulator.Policies.Learning;

namespace Simulator.Policies;

/// <summary>A policy written as a list of sends: silence, one blast, a cadence, relationship first, segments, tests.</summary>
public sealed record Schedule : ParameterSet, IPolicy
{
    /// <summary>Name of the policy that sends nothing.</summary>
    public const string SilentName = "silent";

    private static readonly Dictionary<int, LearnedSend> NothingLearned = [];

    /// <summary>The policy that sends nothing.</summary>
    public static Schedule Silent { get; } = new() { Name = SilentName };

    /// <inheritdoc/>
    [Parameter("name of the policy in results")]
    public string Name { get; init; } = "policy";

    /// <summary>What is sent, and when; on one day in this order.</summary>
    [Parameter("what is sent, and when")]
    public IReadOnlyList<Send> Sends { get; init; } = [];

    /// <summary>Variants to be tried first; null means none.</summary>
    [Parameter("variants tried on a share, the winner sent to the rest")]
    public VariantTest? Test { get; init; }

    /// <inheritdoc/>
    [Parameter("how badly this sender judges relationships (standard deviation on the logit scale)", From = 0, To = 100)]
    public double SignalNoise { get; init; } = 1;

    /// <inheritdoc/>
    [Parameter("how messages are sent")]
    public Delivery Delivery { get; init; } = new();

    /// <inheritdoc/>
    public int RememberedMessages => Math.Max(Sends.Max(send => send.To.Cap?.Messages) ?? 0, Learns ? ObservableFeatures.RecentMessages : 0);

    /// <summary>Whether a send learns to whom it goes.</summary>
    internal bool Learns => Sends.Any(send => send.To.Learn is not null);

    /// <summary>One message to everybody, once.</summary>
    public static Schedule OneBlast(Message message, int over = 1) => Cadence(message, every: 1, times: 1, over) with { Name = "one blast" };

    /// <summary>One message to everybody, again and again.</summary>
    public static Schedule Cadence(Message message, int every, int times, int over = 1, int newOfferEvery = 0) => new()
    {
        Name = $"every {every} days",
        Sends = [new Send { Message = message, Every = every, Times = times, Over = over, NewOfferEvery = newOfferEvery }],
    };

    /// <summary>Weekly conversation first, then one pitch.</summary>
    public static Schedule RelationshipFirst(Message conversation, Message pitch, int weeks = 8, int over = 1) => new()
    {
        Name = "relationship first",
        Sends =
        [
            new Send { Message = conversation, Every = 7, Times = weeks, Over = over },
            new Send { Message = pitch, First = 7 * weeks, Over = over },
        ],
    };

    /// <inheritdoc/>
    public IPolicy Begin(Economics economics) => Learns ? new LearningSchedule(this, economics) : this;

    /// <inheritdoc/>
    public void Choose(int day, FollowerView followers, Outbox outbox) => Choose(day, followers, outbox, NothingLearned);

    /// <summary>The messages of a day, with what was learned in this run.</summary>
    /// <param name="day">The day, from 0.</param>
    /// <param name="followers">What the sender can see.</param>
    /// <param name="outbox">Takes the messages.</param>
    /// <param name="learned">The sends that learn, by their place in <see cref="Sends"/>.</param>
    internal void Choose(int day, FollowerView followers, Outbox outbox, IReadOnlyDictionary<int, LearnedSend> learned)
    {
        for (int place = 0; place < Sends.Count; place++)
        {
            if (learned.TryGetValue(place, out LearnedSend? send))
            {
                send.Fill(day, followers, outbox);
            }
            else
            {
                ScheduledSend.Fill(Sends[place], day, followers, outbox);
            }
        }

        if (Test is { } test)
        {
            ScheduledTest.Fill(test, day, followers, outbox);
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path)
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return new Problem(Child(path, "name"), "a policy needs a name.");
        }
    }
}
