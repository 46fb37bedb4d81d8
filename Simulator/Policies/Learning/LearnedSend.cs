namespace Simulator.Policies.Learning;

/// <summary>
/// A line of a schedule whose people are learned. First campaign: the pilot as usual; when its last reactions are read off, the rest of the list, spread over as many days, by value.
/// Later campaigns: everybody by value, and a few by lot. A message goes to whom it is worth more than it costs; nobody gets one about an offer they have bought.
/// </summary>
/// <param name="send">The line.</param>
/// <param name="learner">What is learned in this run.</param>
internal sealed class LearnedSend(Send send, ResponseLearner learner)
{
    private readonly LearnedTargeting _settings = send.To.Learn!;

    /// <summary>Days from the first message of the pilot to the first one of the rest: the last reactions of the pilot have to be read off.</summary>
    internal static int DaysToDecision(Send send, LearnedTargeting learn) => send.Over - 1 + learn.Wait;

    /// <summary>The messages of a day.</summary>
    internal void Fill(int day, FollowerView followers, Outbox outbox)
    {
        learner.ReadReactions(day, followers);
        int since = day - send.First;
        if (since < 0)
        {
            return;
        }

        int campaign = Math.Min(since / send.Every, send.Times - 1);
        int slot = since - (campaign * send.Every);
        int decision = DaysToDecision(send, _settings);
        bool isRest = campaign == 0 && slot >= decision;
        slot -= isRest ? decision : 0;
        if (slot >= send.Over)
        {
            return;
        }

        if (slot == 0 && (isRest || (campaign > 0 && _settings.Refit)))
        {
            learner.Fit();
        }

        FillSlot(campaign, slot, isRest, day, followers, outbox);
    }

    private void FillSlot(int campaign, int slot, bool isRest, int day, FollowerView followers, Outbox outbox)
    {
        int offer = send.NewOfferEvery > 0 ? campaign / send.NewOfferEvery : 0;
        int copy = send.Message.Copies > 0 ? slot % send.Message.Copies : 0;
        Outbox.MailingWriter mailing = outbox.Open(send.Message, offer, copy, send.To.Share, send.To.Cap);
        bool isPilot = campaign == 0 && !isRest;
        bool isNoted = isPilot || _settings.Refit;
        for (int person = slot; person < followers.Count; person += send.Over)
        {
            if (!followers.IsFollowing(person)
                || (campaign == 0 && IsInPilot(person, followers) != isPilot)
                || followers.HasBought(person, send.Message, offer)
                || !ScheduledSend.Wants(send.To, person, send.Message, offer, followers))
            {
                continue;
            }

            bool isDrawn = isPilot || (campaign > 0 && followers.TodaysLot(person) < _settings.Explored);
            if (isDrawn || learner.Value(followers, person) > 0)
            {
                mailing.Add(person);
                if (isNoted)
                {
                    learner.NoteMessage(day, followers, person, send.Message, offer);
                }
            }
        }
    }

    private bool IsInPilot(int person, FollowerView followers) => followers.PilotLot(person) < _settings.Pilot;
}
