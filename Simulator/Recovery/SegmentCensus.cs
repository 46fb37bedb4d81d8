using Simulator.Ledgers;
using Simulator.People;

namespace Simulator.Recovery;

/// <summary>
/// The part of the book by segment that the state of people still tells when the last day is done: who came, who was harmed, who left
/// and how, and what those who still follow feel. One pass over people; what leaves no trace in a person is counted when it happens.
/// </summary>
internal static class SegmentCensus
{
    /// <summary>Counts everyone of a cohort who ever followed, once all drifts are booked.</summary>
    /// <param name="roster">People, on the last day.</param>
    /// <param name="book">The cohort's; added to.</param>
    /// <param name="initialSize">People of the initial audience; those after them arrived later.</param>
    internal static void Take(Roster roster, SegmentBook book, int initialSize)
    {
        Followers people = roster.People;
        int end = roster.End;
        for (int person = roster.First; person < end; person++)
        {
            int segment = people.Segment[person];
            if (person >= initialSize)
            {
                book.Add(Flow.Arrived, segment);
            }

            if ((people.Marks[person] & Marks.Harmed) != 0)
            {
                book.Add(Flow.Harmed, segment);
            }

            if (people.Status[person] == Status.Following)
            {
                book.AddFollower(segment, roster.Trust(person), roster.Relationship(person), roster.Openness(person));
            }
            else
            {
                book.Add(WayOut(people.Status[person]), segment);
            }
        }
    }

    private static Flow WayOut(Status status) => status switch
    {
        Status.Unfollowed => Flow.Unfollows,
        Status.Blocked => Flow.Blocks,
        _ => Flow.Drifted,
    };
}
