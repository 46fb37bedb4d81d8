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
        DayScales today = roster.Today;
        Followers people = roster.People;
        double lifted = promotion * today.PressureLift;
        int onTheList = KeepFollowing(people, recipients);
        int count = 0;
        foreach (int person in _people.AsSpan(0, onTheList))
        {
            if (today.BudgetLeft(people, person) <= 0)
            {
                roster.BookDrift(person);
                continue;
            }

            double stored = people.Pressure[person];
            people.Pressure[person] = stored + lifted;
            double pressure = stored * today.Pressure;
            _people[count] = person;
            _tags[count] = Draws.Tag(Purpose.Delivery, DeliveryCount.Next(people, person, today.Day));
            _pressures[count] = pressure;
            _probabilities[count++] = ReactionFormulas.ReadProbability(
                reading, people.Attention[person], today.RelationshipOf(people, person), today.OpennessOf(people, person), pressure);
        }

        return _count = count;
    }

    // Whether somebody left long ago is unpredictable, so everybody is written and only followers are counted: no branch to take wrongly.
    private int KeepFollowing(Followers people, ReadOnlySpan<int> recipients)
    {
        Span<int> kept = _people;
        int count = 0;
        foreach (int person in recipients)
        {
            kept[count] = person;
            count += people.Status[person] == Status.Following ? 1 : 0;
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
