using Simulator.Messages;

namespace Simulator.Policies;

/// <summary>Which people a line of a schedule reaches on a day.</summary>
internal static class ScheduledSend
{
    /// <summary>Campaigns c with first + c·every + k = day for a k below over; the people with index ≡ k modulo over get copy k modulo copies.</summary>
    internal static void Fill(Send send, int day, FollowerView followers, Outbox outbox)
    {
        int since = day - send.First;
        if (since < 0)
        {
            return;
        }

        int newest = Math.Min(since / send.Every, send.Times - 1);
        for (int campaign = Math.Max(0, (since - send.Over + send.Every) / send.Every); campaign <= newest; campaign++)
        {
            int slot = since - (campaign * send.Every);
            if (slot >= 0 && slot < send.Over)
            {
                FillCampaign(send, campaign, slot, followers, outbox);
            }
        }
    }

    private static void FillCampaign(Send send, int campaign, int slot, FollowerView followers, Outbox outbox)
    {
        Message message = send.Message;
        Targeting to = send.To;
        int offer = send.NewOfferEvery > 0 ? campaign / send.NewOfferEvery : 0;
        int copy = message.Copies > 0 ? slot % message.Copies : 0;
        Outbox.MailingWriter mailing = outbox.Open(message, offer, copy, to.Share, to.Cap);
        bool toEverybody = to.SignalAtLeast <= 0 && !to.ExcludeComplained && !to.ExcludeBuyers;
        if (toEverybody)
        {
            mailing.AddEvery(slot, followers.Count, send.Over);
            return;
        }

        if (outbox.Crew is not null)
        {
            FillTogether(mailing, slot, send, offer, followers);
            return;
        }

        for (int person = slot; person < followers.Count; person += send.Over)
        {
            if (Wants(to, person, message, offer, followers))
            {
                mailing.Add(person);
            }
        }
    }

    // Apart, since what a lambda holds is slower to reach for those who do not need it.
    private static void FillTogether(Outbox.MailingWriter mailing, int slot, Send send, int offer, FollowerView followers) =>
        mailing.AddWhere(slot, followers.Count, send.Over, person => Wants(send.To, person, send.Message, offer, followers));

    /// <summary>Whether a person may get a campaign by the rules that need no learning.</summary>
    internal static bool Wants(Targeting to, int person, Message message, int offer, FollowerView followers) =>
        !(to.ExcludeComplained && followers.HasComplained(person))
        && !(to.ExcludeBuyers && followers.HasBought(person, message, offer))
        && !(to.SignalAtLeast > 0 && followers.Signal(person) < to.SignalAtLeast);
}
