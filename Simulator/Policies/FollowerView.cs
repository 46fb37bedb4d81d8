using Simulator.Messages;
using Simulator.People;
using Simulator.RandomStreams;
using Simulator.Recovery;

namespace Simulator.Policies;

/// <summary>
/// What a sender can see of the people in the audience: its own sends, replies, purchases, complaints, who still follows, reach,
/// time since following, and an engagement signal. Traits and hidden state (trust, relationship, tolerance, openness) cannot be reached from here.
/// </summary>
public sealed class FollowerView
{
    private readonly Followers _people;
    private readonly FollowerClocks _clocks;
    private readonly Correspondence _sent;
    private readonly Draws _draws;
    private readonly double _signalNoise;
    private DayScales _today;

    internal FollowerView(Followers people, FollowerClocks clocks, Correspondence sent, Draws draws, double signalNoise) =>
        (_people, _clocks, _sent, _draws, _signalNoise) = (people, clocks, sent, draws, signalNoise);

    /// <summary>People ever in the audience; their indices are 0 … Count − 1.</summary>
    public int Count => _people.Count;

    /// <summary>Whether a person is on the list of followers today.</summary>
    public bool IsFollowing(int person) => _people.Status[Known(person)] == Status.Following && _today.BudgetLeft(_people, person) > 0;

    /// <summary>Engagement signal Λ(logit(R) + noise·z), 0–1: the sender's estimate of the relationship, wrong in the same direction for good.</summary>
    public double Signal(int person)
    {
        double relationship = Math.Clamp(_today.RelationshipOf(_people, Known(person)), 0.001, 0.999);
        double logit = Math.Log(relationship / (1 - relationship)) + (_signalNoise * _people.MisjudgementOf(person));
        return 1 / (1 + Math.Exp(-logit));
    }

    /// <summary>Whether a person ever complained, in private or in public.</summary>
    public bool HasComplained(int person) => (_people.Marks[Known(person)] & Marks.Complained) != 0;

    /// <summary>Whether a person ever replied with praise.</summary>
    public bool HasPraised(int person) => (_people.Marks[Known(person)] & Marks.Praised) != 0;

    /// <summary>Whether a person ever bought anything that was offered.</summary>
    public bool HasBought(int person) => (_people.Marks[Known(person)] & Marks.Bought) != 0;

    /// <summary>Whether a person bought one offer of a message.</summary>
    public bool HasBought(int person, Message message, int offer = 0) => _sent.HasBought(Known(person), message, offer);

    /// <summary>Size of a person's own audience, people.</summary>
    public double Reach(int person) => _people.ReachOf(Known(person));

    /// <summary>Days since a person began to follow; those of the initial audience count from day 0.</summary>
    public int DaysFollowing(int person) => _today.Day - _sent.ArrivalDay(Known(person));

    /// <summary>Day of the last message delivered to a person, or null.</summary>
    public int? LastMessaged(int person) => _people.DeliveryAfter[Known(person)] == 0 ? null : _people.DeliveryAfter[person] - 1;

    /// <summary>Messages delivered to a person within so many days, today included (not those still in the outbox); only as many as <see cref="IPolicy.RememberedMessages"/> are known.</summary>
    public int MessagesWithin(int person, int days) => _sent.MessagesWithin(Known(person), _today.Day - days + 1);

    /// <summary>A lasting random number in (0, 1) of a person, for random shares of the list.</summary>
    public double Lot(int person) => _draws.Block(Purpose.Lot, person, 0).FineUniform0;

    /// <summary>The same for pilots, drawn apart: who is in a pilot says nothing about who is in a random share.</summary>
    public double PilotLot(int person) => _draws.Block(Purpose.Pilot, person, 0).FineUniform0;

    /// <summary>A random number in (0, 1) of a person that is drawn anew every day, for trying people of whom a model expects nothing.</summary>
    public double TodaysLot(int person) => _draws.Block(Purpose.Exploration, person, _today.Day).FineUniform0;

    /// <summary>Messages of a kind delivered so far.</summary>
    public long Sent(Message message) => _sent.TallyOf(message).Sent;

    /// <summary>Sales to readers of a message so far.</summary>
    public long Sales(Message message) => _sent.TallyOf(message).Sales;

    /// <summary>Complaints of readers of a message so far.</summary>
    public long Complaints(Message message) => _sent.TallyOf(message).Complaints;

    internal void Turn(int day) => _today = new DayScales(_clocks, day);

    // Columns do not check; whatever comes from a policy is checked here.
    private int Known(int person) => (uint)person < (uint)_people.Count
        ? person
        : throw new ArgumentOutOfRangeException(nameof(person), person, $"the audience has people 0 … {_people.Count - 1}.");
}
