using System.Runtime.CompilerServices;
using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.People;
using Simulator.Policies;
using Simulator.RandomStreams;
using Simulator.Recovery;

namespace Simulator.Reactions;

/// <summary>Delivers the messages of a day and lets each reader react.</summary>
internal sealed class ReactionStep
{
    private readonly Reading _reading;
    private readonly Appraisal _appraisal;
    private readonly ReactionRates _rates;
    private readonly TrustDynamics _trust;
    private readonly RelationshipDynamics _relationship;
    private readonly OpennessDynamics _openness;
    private readonly int _cooldown;
    private readonly Delivery _delivery;
    private readonly Roster _roster;
    private readonly Correspondence _correspondence;
    private readonly VoiceLog _voices;
    private readonly PollSample _poll;
    private readonly PlatformGate _gate;
    private readonly Draws _draws;

    internal ReactionStep(
        ReactionParameters parameters, Delivery delivery, Roster roster, Correspondence correspondence, VoiceLog voices, PollSample poll, PlatformGate gate, Draws draws)
    {
        (_reading, _appraisal, _rates, _trust, _relationship, _openness, _cooldown) = parameters;
        (_delivery, _roster, _correspondence, _voices, _poll, _gate, _draws) = (delivery, roster, correspondence, voices, poll, gate, draws);
    }

    /// <summary>Delivers an outbox in its order.</summary>
    internal void Apply(Outbox outbox, int day)
    {
        for (int index = 0; index < outbox.Mailings.Count; index++)
        {
            Mailing mailing = outbox.Mailings[index];
            Letter letter = mailing.Letter;
            var context = new LetterContext(
                letter.Message,
                _correspondence.Offer(letter.Message, letter.Offer),
                _correspondence.Copy(letter.Message, letter.Offer, letter.Copy),
                _correspondence.TallyOf(letter.Message),
                ReactionFormulas.SpamLogit(_appraisal, letter.Message.Promotion, letter.Message.Personalization, 0, false, 0, false));
            bool transportDraws = letter.Reached < 1 || _delivery.Duplicates > 0;
            foreach (int person in outbox.People(mailing))
            {
                if (!_roster.IsPresent(person, day))
                {
                    continue;
                }

                if (transportDraws)
                {
                    Transport(context, letter.Reached, index, person, day);
                }
                else if (_gate.Lets(day))
                {
                    Deliver(context, person, day);
                }
                else
                {
                    _roster.Ledger.Add(Flow.Undelivered, day);
                }
            }
        }
    }

    // Word 0: does it arrive; word 1: is it sent twice.
    private void Transport(in LetterContext letter, double reached, int mailing, int person, int day)
    {
        RandomBlock draw = _draws.Block(Purpose.Transport, person, day, mailing);
        if (RandomBlock.Uniform(draw.Word0) >= reached || !_gate.Lets(day))
        {
            _roster.Ledger.Add(Flow.Undelivered, day);
            return;
        }

        Deliver(letter, person, day);
        if (RandomBlock.Uniform(draw.Word1) < _delivery.Duplicates && _roster.People.Status[person] == Status.Following)
        {
            if (_gate.Lets(day))
            {
                Deliver(letter, person, day);
            }
            else
            {
                _roster.Ledger.Add(Flow.Undelivered, day);
            }
        }
    }

    /// <summary>Steps 1–8 of one message to one person. One block of draws: reading, buying, voice, exit.</summary>
    private void Deliver(in LetterContext letter, int person, int day)
    {
        Followers people = _roster.People;
        FollowerClocks clocks = _roster.Clocks;
        Message message = letter.Message;
        int ordinal = CountDelivery(people, person, day);
        if (_correspondence.RemembersDeliveries)
        {
            _correspondence.RememberDelivery(person, day);
        }

        _roster.Ledger.Add(Flow.Sent, day);
        letter.Tally.Sent++;
        RandomBlock draw = _draws.Block(Purpose.Delivery, person, day, ordinal);

        double pressureScale = clocks.Pressing.Scale(day);
        double pressure = people.Pressure[person] * pressureScale;
        people.Pressure[person] += message.Promotion / pressureScale;

        double relationship = clocks.Relationship(people, person, day);
        double openness = 1 - (people.Closedness[person] * clocks.Opening.Scale(day));
        if (RandomBlock.Uniform(draw.Word0) >= ReactionFormulas.ReadProbability(_reading, people.Attention[person], relationship, openness, pressure))
        {
            return;
        }

        React(letter, person, day, ordinal, draw, pressure, relationship, openness);
    }

    private void React(
        in LetterContext letter, int person, int day, int ordinal, in RandomBlock draw, double pressure, double relationship, double openness)
    {
        Followers people = _roster.People;
        Ledger ledger = _roster.Ledger;
        bool repeated = letter.Copy is not null && letter.Copy.Has(person);
        letter.Copy?.Set(person);
        double logit = letter.Logit + (_appraisal.Pressure * pressure) + (repeated ? _appraisal.Repetition : 0)
            - (_appraisal.Relationship * relationship) - ((people.Marks[person] & Marks.Consents) != 0 ? _appraisal.Consent : 0);
        double spamminess = ReactionFormulas.Logistic(logit);
        double annoyance = ReactionFormulas.Annoyance(spamminess, people.Tolerance[person]);
        double trust = _roster.Trust(person, day);
        double clampedTrust = Math.Clamp(trust, 0, 1);

        ledger.Add(Flow.Read, day);
        if (letter.Message.IsPromotional)
        {
            _poll.Consider(person, day, ordinal, spamminess, annoyance);
        }

        if (letter.Offer is { } offer
            && RandomBlock.Uniform(draw.Word1) < ReactionFormulas.BuyProbability(people.Appetite[person], clampedTrust, annoyance)
            && !offer.Has(person))
        {
            offer.Set(person);
            people.Marks[person] |= Marks.Bought;
            letter.Tally.Sales++;
            ledger.Add(Flow.SalesDm, day);
        }

        if (people.VoiceAfter[person] == 0 || day - (people.VoiceAfter[person] - 1) >= _cooldown)
        {
            Speak(letter, person, day, ordinal, RandomBlock.Uniform(draw.Word2), relationship, clampedTrust, annoyance);
        }

        double exit = RandomBlock.Uniform(draw.Word3);
        double block = ReactionFormulas.BlockProbability(_rates, annoyance);
        bool leaves = exit < block + ReactionFormulas.UnfollowProbability(_rates, relationship, clampedTrust, annoyance);
        if (annoyance > 0)
        {
            ledger.Add(Flow.Annoyed, day);
            _roster.Harm(person, day);
        }

        if (leaves)
        {
            Exit(person, day, blocks: exit < block);
            return;
        }

        double value = letter.Message.Value;
        if (annoyance > 0)
        {
            _roster.ChangeTrust(person, day, Roster.TrustLost(trust, _trust.Loss * annoyance));
            _roster.ChangeRelationship(person, day, -relationship * _relationship.Loss * annoyance);
        }
        else
        {
            _roster.ChangeTrust(person, day, Roster.TrustGained(trust, _trust.Gain * value));
            _roster.ChangeRelationship(person, day, _relationship.Gain * value * (1 - relationship));
        }

        _roster.ChangeClosedness(person, day, openness * _openness.Loss * spamminess * (1 - value));
    }

    private void Speak(
        in LetterContext letter, int person, int day, int ordinal, double uniform, double relationship, double trust, double annoyance)
    {
        bool complains = annoyance > 0;
        double probability = complains
            ? ReactionFormulas.ComplainProbability(_rates, annoyance)
            : ReactionFormulas.PraiseProbability(_rates, relationship, trust);
        if (uniform >= probability)
        {
            return;
        }

        Followers people = _roster.People;
        people.VoiceAfter[person] = (ushort)(day + 1);
        bool isPublic = uniform < probability * (complains ? _rates.ComplainPublic : _rates.PraisePublic);
        if (complains)
        {
            people.Marks[person] |= Marks.Complained;
            letter.Tally.Complaints++;
            _roster.Ledger.Add(isPublic ? Flow.ComplaintsPublic : Flow.ComplaintsPrivate, day);
            _voices.Complain(person, day, ordinal, isPublic);
        }
        else
        {
            people.Marks[person] |= Marks.Praised;
            _roster.Ledger.Add(Flow.Praise, day);
            if (isPublic)
            {
                _voices.Praise(person, day, ordinal);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Exit(int person, int day, bool blocks)
    {
        _roster.Ledger.Add(blocks ? Flow.Blocks : Flow.Unfollows, day);
        _roster.Leave(person, day, blocks ? Status.Blocked : Status.Unfollowed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountDelivery(Followers people, int person, int day)
    {
        bool first = people.DeliveryAfter[person] != day + 1;
        int ordinal = first ? 0 : people.DeliveriesThatDay[person];
        people.DeliveryAfter[person] = (ushort)(day + 1);
        people.DeliveriesThatDay[person] = checked((byte)(ordinal + 1));
        return ordinal;
    }
}
