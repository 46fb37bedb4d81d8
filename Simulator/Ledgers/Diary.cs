using Simulator.People;

namespace Simulator.Ledgers;

/// <summary>The life of one person through a run: what no sender can see of anybody.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="Days">
/// Every day at whose end the person follows, ascending: from day 0 or the arrival to the horizon or the day before leaving. Of people
/// who left the model keeps no account.
/// </param>
/// <param name="Entries">What happened to the person, in the order of days and, within a day, of events.</param>
public sealed record Diary(Follower Person, IReadOnlyList<DiaryDay> Days, IReadOnlyList<DiaryEntry> Entries)
{
    /// <summary>How the person left: <see cref="Flow.Unfollows"/>, <see cref="Flow.Blocks"/> or <see cref="Flow.Drifted"/>; null for one who still follows.</summary>
    public DiaryEntry? Leaving
    {
        get
        {
            foreach (DiaryEntry entry in Entries)
            {
                if (entry.What is Flow.Unfollows or Flow.Blocks or Flow.Drifted)
                {
                    return entry;
                }
            }

            return null;
        }
    }

    /// <summary>How often something happened to the person.</summary>
    public int Count(Flow what) => Entries.Count(entry => entry.What == what);
}
