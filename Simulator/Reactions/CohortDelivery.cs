using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.People;
using Simulator.Policies;
using Simulator.RandomStreams;
using Simulator.Recovery;

namespace Simulator.Reactions;

/// <summary>Delivers messages to the people of one cohort and lets each reader react. What is not of these people (voices, poll, counts of a message) goes where the maker says.</summary>
internal sealed class CohortDelivery
{
    private readonly ReactionParameters _parameters;
    private readonly Delivery _delivery;
    private readonly Roster _roster;
    private readonly Correspondence _correspondence;
    private readonly PlatformGate _gate;
    private readonly Draws _draws;
    private readonly ReaderReaction _reaction;
    private readonly DeliverySlice _slice = new();

    internal CohortDelivery(
        ReactionParameters parameters, Delivery delivery, Roster roster, Correspondence correspondence, VoiceLog voices, PollSample poll, PlatformGate gate, Draws draws)
    {
        (_parameters, _delivery, _roster, _correspondence, _gate, _draws) = (parameters, delivery, roster, correspondence, gate, draws);
        _reaction = new ReaderReaction(parameters, roster, voices, poll);
    }

    /// <summary>Delivers one mailing.</summary>
    /// <param name="letter">What the recipients share.</param>
    /// <param name="terms">Who gets it, among them.</param>
    /// <param name="mailing">Number of the mailing today.</param>
    /// <param name="recipients">People of the cohort, in rising order.</param>
    internal void Deliver(in LetterContext letter, in Letter terms, int mailing, ReadOnlySpan<int> recipients)
    {
        bool allArriveOnce = terms.Reached >= 1 && terms.Cap is null && _delivery.Duplicates <= 0 && _gate.IsOpen;
        if (allArriveOnce)
        {
            DeliverTogether(letter, recipients);
        }
        else
        {
            DeliverOneByOne(letter, terms, mailing, recipients);
        }
    }

    // Nobody is in a mailing twice and nothing limits delivery, so a slice of people can go through each stage together.
    private void DeliverTogether(in LetterContext letter, ReadOnlySpan<int> recipients)
    {
        for (int start = 0; start < recipients.Length; start += DeliverySlice.Capacity)
        {
            ReadOnlySpan<int> slice = recipients[start..Math.Min(start + DeliverySlice.Capacity, recipients.Length)];
            int delivered = _slice.Deliver(_roster, slice, _parameters.Reading, letter.Message.Promotion);
            _roster.Ledger.Add(Flow.Sent, _roster.Today.Day, delivered);
            letter.Tally.Sent += delivered;
            if (_correspondence.RemembersDeliveries)
            {
                _slice.Remember(_correspondence, _roster.Today.Day);
            }

            ReadOnlySpan<Reader> readers = _slice.Read(letter, _reaction, _draws, _roster.Today.Day);
            _roster.Ledger.Add(Flow.Read, _roster.Today.Day, readers.Length);
            if (_roster.Ledger.BySegment is { } segments)
            {
                BookBySegment(segments, _slice.Delivered, readers);
            }

            if (_roster.Diaries is { } diaries)
            {
                NoteInDiaries(diaries, _slice.Delivered, readers);
            }

            foreach (ref readonly Reader reader in readers)
            {
                _reaction.React(letter, reader);
            }
        }
    }

    // The whole audience is booked a slice at a time; segments need each person's.
    private void BookBySegment(SegmentBook segments, ReadOnlySpan<int> delivered, ReadOnlySpan<Reader> readers)
    {
        Followers people = _roster.People;
        foreach (int person in delivered)
        {
            segments.Add(Flow.Sent, people.Segment[person]);
        }

        foreach (ref readonly Reader reader in readers)
        {
            segments.Add(Flow.Read, people.Segment[reader.Person]);
        }
    }

    private void NoteInDiaries(DiaryBook diaries, ReadOnlySpan<int> delivered, ReadOnlySpan<Reader> readers)
    {
        foreach (int person in delivered)
        {
            diaries.Note(Flow.Sent, person, _roster.Today.Day);
        }

        foreach (ref readonly Reader reader in readers)
        {
            diaries.NoteRead(reader.Person, _roster.Today.Day, reader.Spamminess, reader.Annoyance);
        }
    }

    // Word 0 of the transport draw: does it arrive; word 1: is it sent twice.
    private void DeliverOneByOne(in LetterContext letter, in Letter terms, int mailing, ReadOnlySpan<int> recipients)
    {
        bool draws = terms.Reached < 1 || _delivery.Duplicates > 0;
        foreach (int person in recipients)
        {
            if (!_roster.IsPresent(person) || HasEnough(person, terms.Cap))
            {
                continue;
            }

            RandomBlock transport = draws ? _draws.Block(Purpose.Transport, person, _roster.Today.Day, mailing) : default;
            bool arrives = !draws || RandomBlock.Uniform(transport.Word0) < terms.Reached;
            bool isSentTwice = draws && RandomBlock.Uniform(transport.Word1) < _delivery.Duplicates;
            if (!arrives)
            {
                _roster.Book(Flow.Undelivered, person);
            }
            else if (TryDeliver(letter, person) && isSentTwice && _roster.People.Status[person] == Status.Following)
            {
                TryDeliver(letter, person);
            }
        }
    }

    private bool HasEnough(int person, FrequencyCap? cap) =>
        cap is not null && _correspondence.MessagesWithin(person, _roster.Today.Day - cap.Within + 1) >= cap.Messages;

    private bool TryDeliver(in LetterContext letter, int person)
    {
        if (!_gate.Lets(_roster.Today.Day))
        {
            _roster.Book(Flow.Undelivered, person);
            return false;
        }

        Deliver(letter, person);
        return true;
    }

    private void Deliver(in LetterContext letter, int person)
    {
        Followers people = _roster.People;
        DayScales today = _roster.Today;
        int ordinal = DeliveryCount.Next(people, person, today.Day);
        if (_correspondence.RemembersDeliveries)
        {
            _correspondence.RememberDelivery(person, today.Day);
        }

        _roster.Book(Flow.Sent, person);
        letter.Tally.Sent++;
        RandomBlock draw = _draws.Block(Purpose.Delivery, person, today.Day, ordinal);
        double pressure = people.Pressure[person] * today.Pressure;
        people.Pressure[person] += letter.Message.Promotion * today.PressureLift;
        double reads = ReactionFormulas.ReadProbability(
            _parameters.Reading, people.Attention[person], _roster.Relationship(person), _roster.Openness(person), pressure);
        if (RandomBlock.Uniform(draw.Word0) < reads)
        {
            _roster.Ledger.Add(Flow.Read, today.Day);
            _roster.Ledger.BySegment?.Add(Flow.Read, people.Segment[person]);
            var reader = new Reader
            {
                Person = person,
                Ordinal = ordinal,
                Pressure = pressure,
                BuyWord = draw.Word1,
                VoiceWord = draw.Word2,
                ExitWord = draw.Word3,
            };
            _reaction.Appraise(letter, ref reader);
            _roster.Diaries?.NoteRead(person, today.Day, reader.Spamminess, reader.Annoyance);
            _reaction.React(letter, reader);
        }
    }
}
