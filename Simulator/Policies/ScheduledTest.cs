using Simulator.Messages;

namespace Simulator.Policies;

/// <summary>A variant test on a day: the trial by lot, later the winner to the rest.</summary>
internal static class ScheduledTest
{
    internal static void Fill(VariantTest test, int day, FollowerView followers, Outbox outbox)
    {
        if (day == test.First)
        {
            for (int person = 0; person < followers.Count; person++)
            {
                double lot = followers.Lot(person);
                if (lot < test.Share)
                {
                    int variant = (int)(lot / test.Share * test.Messages.Count);
                    outbox.Send(person, test.Messages[Math.Min(variant, test.Messages.Count - 1)]);
                }
            }
        }
        else if (day == test.First + test.DecideAfter)
        {
            Message winner = Winner(test.Messages, followers);
            for (int person = 0; person < followers.Count; person++)
            {
                if (followers.Lot(person) >= test.Share)
                {
                    outbox.Send(person, winner);
                }
            }
        }
    }

    /// <summary>Most sales per message delivered; of equals the one with fewer complaints, then the first.</summary>
    private static Message Winner(IReadOnlyList<Message> variants, FollowerView followers) => variants
        .OrderByDescending(message => PerDelivery(followers.Sales(message), followers.Sent(message)))
        .ThenBy(message => PerDelivery(followers.Complaints(message), followers.Sent(message)))
        .First();

    private static double PerDelivery(long count, long sent) => sent > 0 ? (double)count / sent : 0;
}
