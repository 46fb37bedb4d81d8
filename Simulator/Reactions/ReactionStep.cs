using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.People;
using Simulator.Policies;
using Simulator.RandomStreams;
using Simulator.Recovery;

namespace Simulator.Reactions;

/// <summary>
/// Delivers the messages of a day, mailing after mailing. Within a mailing cohorts are independent unless the platform counts along; what they raise together is gathered in their order,
/// which is that of people.
/// </summary>
internal sealed class ReactionStep
{
    /// <summary>The part of a cohort from which a mailing is worth several threads, 16,384 people. Chosen: half a millisecond of work.</summary>
    private const int WorthThreads = 64;

    private readonly ReactionParameters _parameters;
    private readonly Delivery _delivery;
    private readonly Cohorts _cohorts;
    private readonly Crew _crew;
    private readonly Correspondence _correspondence;
    private readonly VoiceLog _voices;
    private readonly PollSample _poll;
    private readonly PlatformGate _gate;
    private readonly Draws _draws;
    private readonly CohortDelivery? _toAll;
    private readonly List<StagedDelivery> _staged = [];
    private readonly List<(int Cohort, int Start, int End)> _parts = [];

    internal ReactionStep(
        ReactionParameters parameters, Delivery delivery, Cohorts cohorts, Crew crew, Correspondence correspondence, VoiceLog voices, PollSample poll, PlatformGate gate, Draws draws)
    {
        (_parameters, _delivery, _cohorts, _crew, _correspondence) = (parameters, delivery, cohorts, crew, correspondence);
        (_voices, _poll, _gate, _draws) = (voices, poll, gate, draws);
        _toAll = cohorts.AreSeveral ? null : new CohortDelivery(parameters, delivery, cohorts[0], correspondence, voices, poll, gate, draws);
    }

    /// <summary>Delivers an outbox in its order.</summary>
    internal void Apply(Outbox outbox)
    {
        for (int index = 0; index < outbox.Mailings.Count; index++)
        {
            Mailing mailing = outbox.Mailings[index];
            RefuseStrangers(outbox.People(mailing));
            LetterContext letter = Open(mailing.Letter);
            long sentBefore = letter.Tally.Sent;
            if (_toAll is { } toAll)
            {
                toAll.Deliver(letter, mailing.Letter, index, outbox.People(mailing));
            }
            else
            {
                DeliverByCohort(letter, outbox, index);
            }

            if (letter.Offer is { } offer && letter.Tally.Sent > sentBefore)
            {
                _correspondence.NoteSent(offer);
            }
        }
    }

    private void RefuseStrangers(ReadOnlySpan<int> recipients)
    {
        if (recipients.Length > 0 && recipients[^1] >= _cohorts.People.Count)
        {
            throw new InvalidOperationException($"The policy sends to person {recipients[^1]}; the audience has people 0 … {_cohorts.People.Count - 1}.");
        }
    }

    private LetterContext Open(in Letter letter) => new(
        letter.Message,
        _correspondence.Offer(letter.Message, letter.Offer),
        _correspondence.Copy(letter.Message, letter.Offer, letter.Copy),
        _correspondence.TallyOf(letter.Message),
        ReactionFormulas.StrangerLogit(_parameters.Appraisal, letter.Message.Promotion, letter.Message.Personalization));

    private void DeliverByCohort(LetterContext letter, Outbox outbox, int index)
    {
        Mailing mailing = outbox.Mailings[index];
        Cut(outbox.People(mailing));
        MakeRoom(letter);
        bool together = _gate.IsOpen && mailing.End - mailing.Start >= _cohorts.PeopleInEach / WorthThreads;
        _crew.Do(_parts.Count, together, number =>
        {
            (int cohort, int start, int end) = _parts[number];
            StagedDelivery staged = _staged[cohort];
            staged.Delivery.Deliver(letter with { Tally = staged.Tally }, mailing.Letter, index, outbox.People(mailing)[start..end]);
        });
        foreach ((int cohort, _, _) in _parts)
        {
            StagedDelivery staged = _staged[cohort];
            _voices.Take(staged.Voices);
            _poll.Take(staged.Poll);
            letter.Tally.Take(staged.Tally);
        }
    }

    // Recipients rise, so those of a cohort follow each other.
    private void Cut(ReadOnlySpan<int> recipients)
    {
        _parts.Clear();
        int start = 0;
        while (start < recipients.Length)
        {
            int cohort = _cohorts.NumberOf(recipients[start]);
            int found = recipients[start..].BinarySearch(_cohorts[cohort].Limit);
            int end = start + (found < 0 ? ~found : found);
            _parts.Add((cohort, start, end));
            start = end;
        }
    }

    // Nothing that threads share may move while they write.
    private void MakeRoom(in LetterContext letter)
    {
        int people = _cohorts.People.Count;
        letter.Offer?.Reserve(people);
        letter.Copy?.Reserve(people);
        _correspondence.ReserveDeliveries(people);
        while (_staged.Count < _cohorts.Count)
        {
            var voices = new VoiceLog();
            PollSample poll = _poll.Beside();
            Roster roster = _cohorts[_staged.Count];
            _staged.Add(new StagedDelivery(
                new CohortDelivery(_parameters, _delivery, roster, _correspondence, voices, poll, _gate, _draws), voices, poll, new Tally()));
        }
    }

    /// <summary>Delivery to a cohort, and what it raises until that is gathered.</summary>
    private sealed record StagedDelivery(CohortDelivery Delivery, VoiceLog Voices, PollSample Poll, Tally Tally);
}
