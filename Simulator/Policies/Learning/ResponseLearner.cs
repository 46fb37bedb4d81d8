using Simulator.Messages;

namespace Simulator.Policies.Learning;

/// <summary>
/// Learns from reactions that can be seen what a message to a person is worth: note each message that is sent, read its reactions off some days
/// later, fit, and ask for the value of the next one. Any policy may use it; like all of a policy's notes it belongs to one run
/// (<see cref="IPolicy.Begin"/>). The policy must remember <see cref="ObservableFeatures.RecentMessages"/> messages.
/// </summary>
/// <param name="settings">How it learns, and what a bad reaction is worth.</param>
/// <param name="margin">Margin of a sale, currency units.</param>
/// <param name="costPerMessage">Cost of sending one message, currency units.</param>
public sealed class ResponseLearner(LearnedTargeting settings, double margin, double costPerMessage)
{
    private readonly Queue<Note> _waiting = [];
    private readonly List<double> _features = [];
    private readonly List<bool> _bought = [];
    private readonly List<bool> _bad = [];
    private readonly double[] _row = new double[ObservableFeatures.Count];
    private FeatureScale? _scale;
    private LogisticModel? _buying;
    private LogisticModel? _reacting;

    /// <summary>Messages whose reactions have been read off.</summary>
    public int Learned => _bought.Count;

    /// <summary>Purchases among them.</summary>
    public int Purchases => _bought.Count(bought => bought);

    /// <summary>Bad reactions among them: a new complaint, or gone from the list. Who drifted away counts too, since a sender cannot tell.</summary>
    public int BadReactions => _bad.Count(bad => bad);

    /// <summary>Notes a message that is put into the outbox today, with what is known of the person before it.</summary>
    /// <param name="day">Today.</param>
    /// <param name="followers">What the sender sees.</param>
    /// <param name="person">Index of the person.</param>
    /// <param name="message">The message.</param>
    /// <param name="offer">Number of the offer; who has bought it already is not noted.</param>
    public void NoteMessage(int day, FollowerView followers, int person, Message message, int offer)
    {
        ArgumentNullException.ThrowIfNull(followers);
        if (!followers.HasBought(person, message, offer))
        {
            ObservableFeatures.Read(followers, person, _row);
            _waiting.Enqueue(new Note(person, day, message, offer, followers.HasComplained(person), [.. _row]));
        }
    }

    /// <summary>Reads off the reactions to messages that are <see cref="LearnedTargeting.Wait"/> days old; those that did not arrive are dropped.</summary>
    /// <param name="day">Today.</param>
    /// <param name="followers">What the sender sees.</param>
    public void ReadReactions(int day, FollowerView followers)
    {
        ArgumentNullException.ThrowIfNull(followers);
        while (_waiting.TryPeek(out Note note) && day - note.Day >= settings.Wait)
        {
            _waiting.Dequeue();
            if (followers.LastMessaged(note.Person) >= note.Day)
            {
                _features.AddRange(note.Features);
                _bought.Add(followers.HasBought(note.Person, note.Message, note.Offer));
                _bad.Add(!followers.IsFollowing(note.Person) || (!note.HadComplained && followers.HasComplained(note.Person)));
            }
        }
    }

    /// <summary>Fits both models to all reactions read off so far; without any, nothing is known and no message has a value.</summary>
    public void Fit()
    {
        if (Learned == 0)
        {
            return;
        }

        double[] rows = [.. _features];
        _scale = FeatureScale.Of(rows, ObservableFeatures.Count);
        for (int start = 0; start < rows.Length; start += ObservableFeatures.Count)
        {
            _scale.Apply(rows.AsSpan(start, ObservableFeatures.Count));
        }

        _buying = LogisticModel.Fit(rows, _bought.ToArray(), settings.Penalty);
        _reacting = LogisticModel.Fit(rows, _bad.ToArray(), settings.Penalty);
    }

    /// <summary>Expected value of a message to a person, margin·P(buy) − cost − badReactionCost·P(bad reaction), currency units; null before anything was learned.</summary>
    /// <param name="followers">What the sender sees.</param>
    /// <param name="person">Index of the person.</param>
    public double? Value(FollowerView followers, int person) => Chances(followers, person) is { } chances
        ? (margin * chances.Buying) - costPerMessage - (settings.BadReactionCost * chances.Bad)
        : null;

    /// <summary>Chances that a message to a person sells, and that it brings a bad reaction; null before anything was learned.</summary>
    /// <param name="followers">What the sender sees.</param>
    /// <param name="person">Index of the person.</param>
    public (double Buying, double Bad)? Chances(FollowerView followers, int person)
    {
        ArgumentNullException.ThrowIfNull(followers);
        if (_scale is null)
        {
            return null;
        }

        ObservableFeatures.Read(followers, person, _row);
        _scale.Apply(_row);
        return (_buying!.Chance(_row), _reacting!.Chance(_row));
    }

    private readonly record struct Note(int Person, int Day, Message Message, int Offer, bool HadComplained, double[] Features);
}
