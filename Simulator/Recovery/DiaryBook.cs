using Simulator.Ledgers;
using Simulator.People;

namespace Simulator.Recovery;

/// <summary>
/// Keeps the diaries of a few people during a run. It only looks on: what it notes is what the run books anyway, and a person's state is
/// read with the day's scales, so a run with diaries gives the same results as one without.
/// </summary>
/// <param name="persons">Indices of the people to watch; some may never arrive.</param>
/// <param name="segments">Names of the segments.</param>
internal sealed class DiaryBook(IEnumerable<int> persons, IReadOnlyList<string> segments)
{
    private readonly Dictionary<int, Pages> _pages = persons.Distinct().ToDictionary(person => person, _ => new Pages());

    /// <summary>Notes an event, if the person is watched.</summary>
    internal void Note(Flow what, int person, int day) => Note(person, new DiaryEntry(day, what));

    /// <summary>Notes that a message was read and how it felt.</summary>
    internal void NoteRead(int person, int day, double spamminess, double annoyance) =>
        Note(person, new DiaryEntry(day, Flow.Read, spamminess, annoyance));

    /// <summary>Notes where everybody stands at the end of a day, and what can be seen from it: who came, who was harmed, who left and how.</summary>
    internal void Close(Cohorts cohorts, int initialSize)
    {
        foreach ((int person, Pages pages) in _pages)
        {
            if (person < cohorts.People.Count && pages.Left is null)
            {
                Close(cohorts.Of(person), person, pages, initialSize);
            }
        }
    }

    /// <summary>The diaries, in the order in which the people were named; of those who came.</summary>
    internal IReadOnlyList<Diary> Diaries() =>
        [.. _pages.Values.Where(pages => pages.Person is not null).Select(pages => new Diary(pages.Person!, pages.Days, [.. pages.Entries.OrderBy(entry => entry.Day)]))];

    private void Close(Roster roster, int person, Pages pages, int initialSize)
    {
        Followers people = roster.People;
        ref readonly DayScales today = ref roster.Today;
        if (pages.Person is null)
        {
            pages.Person = Describe(people, person);
            if (person >= initialSize)
            {
                pages.Entries.Insert(0, new DiaryEntry(today.Day, Flow.Arrived));
            }
        }

        if (!pages.IsHarmed && (people.Marks[person] & Marks.Harmed) != 0)
        {
            pages.IsHarmed = true;
            pages.Entries.Add(new DiaryEntry(today.Day, Flow.Harmed));
        }

        pages.Left = people.Status[person] switch
        {
            Status.Unfollowed => Flow.Unfollows,
            Status.Blocked => Flow.Blocks,
            Status.Drifted => Flow.Drifted,

            // A drift is booked when the person is next visited, on the day on which the budget was used up: today, if not before.
            _ => today.BudgetLeft(people, person) > 0 ? null : Flow.Drifted,
        };
        if (pages.Left is { } left)
        {
            pages.Entries.Add(new DiaryEntry(today.Day, left));
            return;
        }

        pages.Days.Add(new DiaryDay(
            today.Day, roster.Trust(person), roster.Relationship(person), roster.Openness(person), people.Pressure[person] * today.Pressure));
    }

    private void Note(int person, DiaryEntry entry)
    {
        if (_pages.TryGetValue(person, out Pages? pages))
        {
            pages.Entries.Add(entry);
        }
    }

    private Follower Describe(Followers people, int person) => new(
        person,
        segments[people.Segment[person]],
        people.Relationship0[person],
        people.Trust0[person],
        people.Tolerance[person],
        people.Attention[person],
        people.Appetite[person],
        (people.Marks[person] & Marks.Consents) != 0,
        people.ReachOf(person));

    private sealed class Pages
    {
        internal Follower? Person { get; set; }

        internal bool IsHarmed { get; set; }

        internal Flow? Left { get; set; }

        internal List<DiaryDay> Days { get; } = [];

        internal List<DiaryEntry> Entries { get; } = [];
    }
}
