using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.Policies;
using Simulator.RandomStreams;

namespace Simulator.Tests.Twin;

/// <summary>Section 4: one message to one person, step by step.</summary>
internal sealed class PlainReactions(Scenario scenario, Schedule schedule, Draws draws, PlainLedger ledger, List<PlainVoice> voices)
{
    private readonly HashSet<(Message, int)> _offersSent = [];

    internal PlainPoll Poll { get; } = new(scenario.Poll, draws);

    internal PlainPlatform Platform { get; } = new(scenario.Platform);

    /// <summary>The newest offer sent so far.</summary>
    internal (Message Message, int Offer)? NewestOffer { get; private set; }

    /// <summary>The first message with a promotion of ½ or more that the policy put out.</summary>
    internal Message? FirstPromotional { get; private set; }

    internal void Send(PlainLetter letter, Person person, int day)
    {
        if (letter.Message.Promotion >= 0.5)
        {
            FirstPromotional ??= letter.Message;
        }

        if (!person.Follows)
        {
            return;
        }

        if (letter.Cap is { } cap && person.DeliveryDays.Count(delivered => delivered > day - cap.Within) >= cap.Messages)
        {
            return;
        }

        RandomBlock transport = draws.Block(Purpose.Transport, person.Index, day, letter.Mailing);
        if (RandomBlock.Uniform(transport.Word0) >= letter.Share || !Platform.LetsThrough(day, ledger.Flows[Flow.Sent][day]))
        {
            ledger.Count(Flow.Undelivered, day, person);
            return;
        }

        Deliver(letter, person, day);
        if (RandomBlock.Uniform(transport.Word1) < schedule.Delivery.Duplicates && person.Follows)
        {
            if (Platform.LetsThrough(day, ledger.Flows[Flow.Sent][day]))
            {
                Deliver(letter, person, day);
            }
            else
            {
                ledger.Count(Flow.Undelivered, day, person);
            }
        }
    }

    internal double Spamminess(Message message, double pressure, bool readBefore, double relationship, bool consents)
    {
        double logit = scenario.Appraisal.Base;
        logit += scenario.Appraisal.Promotion * message.Promotion;
        logit += scenario.Appraisal.Mechanical * (1 - message.Personalization);
        logit += scenario.Appraisal.Pressure * pressure;
        logit += readBefore ? scenario.Appraisal.Repetition : 0;
        logit -= scenario.Appraisal.Relationship * relationship;
        logit -= consents ? scenario.Appraisal.Consent : 0;
        return 1 / (1 + Math.Exp(-logit));
    }

    private void Deliver(PlainLetter letter, Person person, int day)
    {
        Message message = letter.Message;
        int ordinal = person.DeliveryDays.Count(delivered => delivered == day);
        RandomBlock draw = draws.Block(Purpose.Delivery, person.Index, day, ordinal);
        person.DeliveryDays.Add(day);
        ledger.Count(Flow.Sent, day, person);
        if (message.Offer && _offersSent.Add((message, letter.Offer)))
        {
            NewestOffer = (message, letter.Offer);
        }

        // 1. Pressure.
        double before = person.P;
        person.P += message.Promotion;

        // 2. Read.
        double floor = scenario.Reading.Floor;
        double capacity = scenario.Reading.Capacity;
        double readProbability = person.Attention * (floor + ((1 - floor) * person.R)) * person.D * (capacity / (capacity + before));
        if (RandomBlock.Uniform(draw.Word0) >= readProbability)
        {
            return;
        }

        ledger.Count(Flow.Read, day, person);

        // 3. Perceived spamminess.
        bool readBefore = message.Copies > 0 && !person.CopiesRead.Add((message, letter.Offer, letter.Copy));
        double s = Spamminess(message, before, readBefore, person.R, person.Consents);

        // 4. Annoyance.
        double e = Math.Max(0, s - person.Tolerance) / Math.Max(1 - person.Tolerance, double.Epsilon);
        if (message.Promotion >= 0.5 && day <= scenario.Poll.Day)
        {
            Poll.Read(person.Index, day, ordinal, s, e);
        }

        if (e > 0)
        {
            ledger.Count(Flow.Annoyed, day, person);
            PlainTwin.Harm(person, ledger, day);
        }

        // 5. Buy.
        if (message.Offer && !person.Bought.Contains((message, letter.Offer))
            && RandomBlock.Uniform(draw.Word1) < person.Appetite * person.ClampedT * (1 - e))
        {
            person.Bought.Add((message, letter.Offer));
            ledger.Count(Flow.SalesDm, day, person);
        }

        // 6. Voice. One draw: below public·p it is public, below p private.
        if (person.MaySpeak(day, scenario.WordOfMouth.Cooldown))
        {
            Speak(person, day, ordinal, e, RandomBlock.Uniform(draw.Word2));
        }

        // 7. Exit: block first, then unfollow, by one draw.
        double u = RandomBlock.Uniform(draw.Word3);
        double block = scenario.Reactions.Block * e * e;
        double unfollow = (1 - person.R) * ((scenario.Reactions.Unfollow * e) + (scenario.Reactions.Reminder * (1 - person.ClampedT)));
        if (u < block + unfollow)
        {
            ledger.Count(u < block ? Flow.Blocks : Flow.Unfollows, day, person);
            person.Follows = false;
        }

        // 8. Aftermath.
        if (e > 0)
        {
            person.Lose(scenario.Trust.Loss * e, scenario.Trust.RememberedShare);
            person.R *= 1 - (scenario.Relationship.Loss * e);
        }
        else
        {
            person.Gain(scenario.Trust.Gain * message.Value, scenario.Trust.RememberedShare);
            person.R += scenario.Relationship.Gain * message.Value * (1 - person.R);
        }

        person.D *= 1 - (scenario.Openness.Loss * s * (1 - message.Value));
    }

    private void Speak(Person person, int day, int ordinal, double e, double u)
    {
        bool complains = e > 0;
        double p = complains ? scenario.Reactions.Complain * e : scenario.Reactions.Praise * person.R * person.ClampedT;
        if (u >= p)
        {
            return;
        }

        bool isPublic = u < p * (complains ? scenario.Reactions.ComplainPublic : scenario.Reactions.PraisePublic);
        person.LastVoice = day;
        person.HasComplained |= complains;
        ledger.Count(!complains ? Flow.Praise : isPublic ? Flow.ComplaintsPublic : Flow.ComplaintsPrivate, day, person);
        voices.Add(new PlainVoice { Speaker = person, Day = day, IsComplaint = complains, IsPublic = isPublic, Ordinal = ordinal });
    }
}
