using Simulator.Messages;
using Simulator.Policies;

namespace Simulator.Tests.Twin;

/// <summary>A list of sends, section 7, in plain loops.</summary>
internal static class PlainSchedule
{
    /// <summary>All messages of a day, in the policy's order.</summary>
    internal static List<PlainLetter> Choose(Schedule schedule, int day, IReadOnlyList<Person> people, IReadOnlyDictionary<int, PlainLearning> learning)
    {
        if (schedule.Test is not null)
        {
            throw new NotSupportedException("the plain model knows sends, not variant tests.");
        }

        var letters = new List<PlainLetter>();
        (Message, int, int, double, FrequencyCap?)? last = null;
        int mailing = -1;
        for (int place = 0; place < schedule.Sends.Count; place++)
        {
            Send send = schedule.Sends[place];
            PlainLearning? learned = learning.GetValueOrDefault(place);
            learned?.Morning(day);
            for (int campaign = 0; campaign < send.Times; campaign++)
            {
                int k = day - send.First - (campaign * send.Every);
                if (learned is not null)
                {
                    k = learned.Turn(day) is { } turn && turn.Campaign == campaign ? turn.Slot : -1;
                }

                if (k < 0 || k >= send.Over)
                {
                    continue;
                }

                int offer = send.NewOfferEvery == 0 ? 0 : campaign / send.NewOfferEvery;
                int copy = send.Message.Copies == 0 ? 0 : k % send.Message.Copies;
                if (last != (send.Message, offer, copy, send.To.Share, send.To.Cap))
                {
                    mailing++;
                    last = (send.Message, offer, copy, send.To.Share, send.To.Cap);
                }

                foreach (Person person in people)
                {
                    if (person.Index % send.Over == k && IsMeant(person, send, offer, schedule.SignalNoise)
                        && learned?.Wants(person, offer, day, Signal(person, schedule.SignalNoise)) != false)
                    {
                        // People of a mailing stand in rising order; an earlier person begins a new one.
                        bool isEarlier = letters.Count > 0 && letters[^1].Mailing == mailing && letters[^1].Person >= person.Index;
                        mailing += isEarlier ? 1 : 0;
                        letters.Add(new PlainLetter(person.Index, send.Message, offer, copy, send.To.Share, send.To.Cap, mailing));
                    }
                }
            }
        }

        return letters;
    }

    private static bool IsMeant(Person person, Send send, int offer, double signalNoise)
    {
        Targeting to = send.To;
        if (to.ExcludeComplained && person.HasComplained)
        {
            return false;
        }

        if (to.ExcludeBuyers && person.Bought.Contains((send.Message, offer)))
        {
            return false;
        }

        return Signal(person, signalNoise) >= to.SignalAtLeast;
    }

    private static double Signal(Person person, double noise)
    {
        double held = Math.Min(0.999, Math.Max(0.001, person.R));
        return 1 / (1 + Math.Exp(-(Math.Log(held) - Math.Log(1 - held) + (noise * person.Misjudgement))));
    }
}
