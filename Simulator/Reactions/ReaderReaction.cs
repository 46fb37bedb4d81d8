using System.Runtime.CompilerServices;
using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.People;
using Simulator.RandomStreams;
using Simulator.Recovery;

namespace Simulator.Reactions;

/// <summary>What a message does to a person who reads it: appraisal, purchase, voice, exit, aftermath.</summary>
internal sealed class ReaderReaction(ReactionParameters parameters, Roster roster, VoiceLog voices, PollSample poll)
{
    private readonly Appraisal _appraisal = parameters.Appraisal;
    private readonly ReactionRates _rates = parameters.Rates;
    private readonly double _trustLoss = parameters.Trust.Loss;
    private readonly double _trustGain = parameters.Trust.Gain;
    private readonly double _relationshipLoss = parameters.Relationship.Loss;
    private readonly double _relationshipGain = parameters.Relationship.Gain;
    private readonly double _opennessLoss = parameters.Openness.Loss;
    private readonly int _cooldown = parameters.Cooldown;

    /// <summary>Steps 3 and 4: how the message feels. Without branches, so that many readers can be appraised at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Appraise(in LetterContext letter, ref Reader reader)
    {
        int person = reader.Person;
        int repeated = letter.Copy is null ? 0 : letter.Copy.SetAndTell(person);
        double logit = letter.StrangerLogit + ReactionFormulas.PersonalLogit(
            _appraisal, reader.Pressure, repeated, roster.Relationship(person), (int)(roster.People.Marks[person] & Marks.Consents));
        reader.Spamminess = ReactionFormulas.Logistic(logit);
        reader.Annoyance = ReactionFormulas.Annoyance(reader.Spamminess, roster.People.Tolerance[person]);
    }

    /// <summary>Steps 5–8; steps 5–7 use the values before step 8.</summary>
    internal void React(in LetterContext letter, in Reader reader)
    {
        int person = reader.Person;
        int day = roster.Today.Day;
        Followers people = roster.People;
        double annoyance = reader.Annoyance;
        double relationship = roster.Relationship(person);
        double trust = roster.Trust(person);
        double clampedTrust = Math.Clamp(trust, 0, 1);

        if (letter.Message.IsPromotional && poll.IsOpen(day))
        {
            poll.Consider(person, day, reader.Ordinal, reader.Spamminess, annoyance);
        }

        if (letter.Offer is { } offer
            && RandomBlock.Uniform(reader.BuyWord) < ReactionFormulas.BuyProbability(people.Appetite[person], clampedTrust, annoyance))
        {
            Buy(letter.Tally, offer, person);
        }

        if (people.VoiceAfter[person] == 0 || day - (people.VoiceAfter[person] - 1) >= _cooldown)
        {
            Speak(letter.Tally, reader, relationship, clampedTrust, annoyance);
        }

        if (annoyance > 0)
        {
            roster.Book(Flow.Annoyed, person);
            roster.Harm(person);
        }

        double exit = RandomBlock.Uniform(reader.ExitWord);
        double block = ReactionFormulas.BlockProbability(_rates, annoyance);
        if (exit < block + ReactionFormulas.UnfollowProbability(_rates, relationship, clampedTrust, annoyance))
        {
            Exit(person, day, blocks: exit < block);
            return;
        }

        Remember(reader, letter.Message.Value, relationship, trust);
    }

    private void Buy(Tally tally, BitColumn offer, int person)
    {
        if (offer.Has(person))
        {
            return;
        }

        offer.Set(person);
        roster.People.Marks[person] |= Marks.Bought;
        tally.Sales++;
        roster.Book(Flow.SalesDm, person);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Speak(Tally tally, in Reader reader, double relationship, double trust, double annoyance)
    {
        double uniform = RandomBlock.Uniform(reader.VoiceWord);
        bool complains = annoyance > 0;
        double probability = complains
            ? ReactionFormulas.ComplainProbability(_rates, annoyance)
            : ReactionFormulas.PraiseProbability(_rates, relationship, trust);
        if (uniform >= probability)
        {
            return;
        }

        if (complains)
        {
            Complain(tally, reader, isPublic: uniform < probability * _rates.ComplainPublic);
        }
        else
        {
            Praise(reader, isPublic: uniform < probability * _rates.PraisePublic);
        }
    }

    private void Complain(Tally tally, in Reader reader, bool isPublic)
    {
        int day = roster.Today.Day;
        roster.People.VoiceAfter[reader.Person] = (ushort)(day + 1);
        roster.People.Marks[reader.Person] |= Marks.Complained;
        tally.Complaints++;
        roster.Book(isPublic ? Flow.ComplaintsPublic : Flow.ComplaintsPrivate, reader.Person);
        voices.Complain(reader.Person, day, reader.Ordinal, isPublic);
    }

    private void Praise(in Reader reader, bool isPublic)
    {
        int day = roster.Today.Day;
        roster.People.VoiceAfter[reader.Person] = (ushort)(day + 1);
        roster.People.Marks[reader.Person] |= Marks.Praised;
        roster.Book(Flow.Praise, reader.Person);
        if (isPublic)
        {
            voices.Praise(reader.Person, day, reader.Ordinal);
        }
    }

    private void Exit(int person, int day, bool blocks)
    {
        roster.Ledger.Add(blocks ? Flow.Blocks : Flow.Unfollows, day);
        roster.Leave(person, blocks ? Status.Blocked : Status.Unfollowed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Remember(in Reader reader, double value, double relationship, double trust)
    {
        double annoyance = reader.Annoyance;
        bool annoyed = annoyance > 0;
        roster.Experience(
            reader.Person,
            lost: annoyed ? Roster.TrustLost(trust, _trustLoss * annoyance) : Roster.TrustGained(trust, _trustGain * value),
            relationshipChange: annoyed ? -relationship * (_relationshipLoss * annoyance) : (1 - relationship) * (_relationshipGain * value),
            closednessChange: roster.Openness(reader.Person) * _opennessLoss * reader.Spamminess * (1 - value));
    }
}
