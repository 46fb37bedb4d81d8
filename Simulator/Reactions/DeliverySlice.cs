using Simulator.Messages;
using Simulator.People;
using Simulator.RandomStreams;
using Simulator.Recovery;

namespace Simulator.Reactions;

/// <summary>
/// A slice of a campaign, delivered stage by stage: who still follows and how likely each is to read, then all random blocks at
/// once, then the readers. The plain twin is delivery one by one in <see cref="ReactionStep"/>.
/// </summary>
internal sealed class DeliverySlice
{
    /// <summary>People in a slice: its buffers stay in the first-level cache.</summary>
    internal const int Capacity = 256;

    private readonly int[] _people = new int[Capacity];
    private readonly uint[] _tags = new uint[Capacity];
    private readonly int[] _gone = new int[Capacity];
    private readonly double[] _budgets = new double[Capacity];
    private readonly double[] _probabilities = new double[Capacity];
    private readonly double[] _pressures = new double[Capacity];
    private readonly BlockColumns _draws = new(Capacity);
    private readonly int[] _reading = new int[Capacity];
    private readonly Reader[] _readers = new Reader[Capacity];
    private int _count;

    /// <summary>People to whom the slice was delivered.</summary>
    internal ReadOnlySpan<int> Delivered => _people.AsSpan(0, _count);

    /// <summary>Delivers to those of a list who follow this morning: notes the delivery and adds the pressure of the message.</summary>
    /// <param name="roster">People.</param>
    /// <param name="recipients">At most <see cref="Capacity"/> people, each once.</param>
    /// <param name="reading">Parameters of reading.</param>
    /// <param name="promotion">π of the message.</param>
    /// <returns>Messages delivered.</returns>
    internal int Deliver(Roster roster, ReadOnlySpan<int> recipients, Reading reading, double promotion)
    {
        int present = KeepPresent(roster, KeepFollowing(roster.People, recipients));
        NoteDelivery(roster.People, roster.Today, reading, promotion, _people.AsSpan(0, present));
        return _count = present;
    }

    // A loop that calls nothing keeps columns and constants in registers.
    private void NoteDelivery(Followers people, DayScales today, Reading reading, double promotion, ReadOnlySpan<int> recipients)
    {
        Column<double> pressureColumn = people.Pressure;
        Column<float> attention = people.Attention;
        Column<float> relationship0 = people.Relationship0;
        Column<double> relationshipShift = people.RelationshipShift;
        Column<double> closedness = people.Closedness;
        double lifted = promotion * today.PressureLift;
        (double floor, double capacity) = (reading.Floor, reading.Capacity);
        (double pressureScale, double shiftScale, double closednessScale) = (today.Pressure, today.Relationship, today.Closedness);
        Span<double> pressures = _pressures.AsSpan(0, recipients.Length);
        Span<double> probabilities = _probabilities.AsSpan(0, recipients.Length);
        for (int index = 0; index < recipients.Length; index++)
        {
            int person = recipients[index];
            double stored = pressureColumn[person];
            pressureColumn[person] = stored + lifted;
            double pressure = stored * pressureScale;
            pressures[index] = pressure;
            double relationship = relationship0[person] + (relationshipShift[person] * shiftScale);
            double openness = 1 - (closedness[person] * closednessScale);
            probabilities[index] = attention[person] * (floor + ((1 - floor) * relationship)) * openness * capacity / (capacity + pressure);
        }

        Span<uint> tags = _tags.AsSpan(0, recipients.Length);
        for (int index = 0; index < recipients.Length; index++)
        {
            tags[index] = Draws.Tag(Purpose.Delivery, DeliveryCount.Next(people, recipients[index], today.Day));
        }
    }

    // Drifts since the last visit are booked apart, after all budgets are known: a drift changes nobody else's.
    private int KeepPresent(Roster roster, int following)
    {
        Span<int> kept = _people;
        Span<int> gone = _gone;
        Span<double> budgets = _budgets.AsSpan(0, following);
        roster.Today.BudgetsLeft(roster.People, kept[..following], budgets);
        int present = 0;
        int left = 0;
        for (int index = 0; index < budgets.Length; index++)
        {
            int person = kept[index];
            bool isGone = budgets[index] <= 0;
            kept[present] = person;
            gone[left] = person;
            present += isGone ? 0 : 1;
            left += isGone ? 1 : 0;
        }

        foreach (int person in gone[..left])
        {
            roster.BookDrift(person);
        }

        return present;
    }

    // Whether somebody left long ago is unpredictable, so everybody is written and only followers are counted: no branch to take wrongly.
    private int KeepFollowing(Followers people, ReadOnlySpan<int> recipients)
    {
        Span<int> kept = _people;
        Column<Status> status = people.Status;
        int count = 0;
        foreach (int person in recipients)
        {
            kept[count] = person;
            count += status[person] == Status.Following ? 1 : 0;
        }

        return count;
    }

    /// <summary>Notes the deliveries for frequency caps.</summary>
    internal void Remember(Correspondence correspondence, int day)
    {
        foreach (int person in _people.AsSpan(0, _count))
        {
            correspondence.RememberDelivery(person, day);
        }
    }

    /// <summary>Draws who reads, and appraises the message for all of them before anybody reacts: a reaction depends on a long
    /// chain of arithmetic, which would have to be waited for at every wrongly predicted branch.</summary>
    /// <returns>The readers, in the order of the list.</returns>
    internal ReadOnlySpan<Reader> Read(in LetterContext letter, ReaderReaction reaction, in Draws draws, int day)
    {
        int count = _count;
        PhiloxBatch.Fill(draws, _people.AsSpan(0, count), _tags.AsSpan(0, count), day, _draws);
        int readers = KeepReading(count);
        for (int number = 0; number < readers; number++)
        {
            int index = _reading[number];
            ref Reader reader = ref _readers[number];
            reader.Person = _people[index];
            reader.Ordinal = (int)(_tags[index] & Draws.OrdinalMask);
            reader.Pressure = _pressures[index];
            (reader.BuyWord, reader.VoiceWord, reader.ExitWord) = (_draws.Word1[index], _draws.Word2[index], _draws.Word3[index]);
            reaction.Appraise(letter, ref reader);
        }

        return _readers.AsSpan(0, readers);
    }

    private int KeepReading(int count)
    {
        ReadOnlySpan<uint> words = _draws.Word0.AsSpan(0, count);
        ReadOnlySpan<double> probabilities = _probabilities.AsSpan(0, count);
        Span<int> kept = _reading;
        int readers = 0;
        for (int index = 0; index < words.Length; index++)
        {
            kept[readers] = index;
            readers += RandomBlock.Uniform(words[index]) < probabilities[index] ? 1 : 0;
        }

        return readers;
    }
}
