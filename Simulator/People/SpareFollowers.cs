using Simulator.RandomStreams;

namespace Simulator.People;

/// <summary>
/// The columns a thread used last, kept for its next run. Fresh columns would be megabytes of new pages a run: with columns on the collected
/// heap two threads came to 1.2–1.7 times the speed of one.
/// </summary>
internal static class SpareFollowers
{
    [ThreadStatic]
    private static Spare? _spare;

    /// <summary>Columns without anybody in them. Those left by the same founding with the same luck still hold the traits of its people.</summary>
    /// <param name="capacity">People for whom there is room.</param>
    /// <param name="founding">Who will found them.</param>
    /// <param name="draws">With what luck.</param>
    internal static Followers Take(int capacity, Founding founding, in Draws draws)
    {
        Spare? spare = _spare;
        _spare = null;
        if (spare is null || spare.People.Capacity < capacity)
        {
            spare?.People.Dispose();
            return new Followers(capacity);
        }

        bool areSamePeople = ReferenceEquals(spare.Founding, founding) && spare.Draws.Equals(draws);
        spare.People.Empty();
        spare.People.Founded = areSamePeople ? spare.People.Founded : 0;
        return spare.People;
    }

    /// <summary>Gives the columns of a run that is over back; nobody may hold on to them. Big ones are freed: one big audience at a time is enough for a machine.</summary>
    internal static void Keep(Followers people, Founding founding, in Draws draws)
    {
        if (!people.IsReusable)
        {
            people.Dispose();
            return;
        }

        _spare?.People.Dispose();
        _spare = new Spare(people, founding, draws);
    }

    private sealed record Spare(Followers People, Founding Founding, Draws Draws);
}
