using Experiments.Running;
using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Policies;

namespace Experiments.Validation.Studies;

/// <summary>
/// Who left, by the strength of the relationship: everybody who follows on day 0 is watched and ranked by R0 (of equals, who came first), and
/// the weakest, middle and strongest third are counted apart. People who arrive later are not counted.
/// </summary>
internal static class WatchedThirds
{
    /// <summary>Names of the thirds, the weakest first.</summary>
    internal static IReadOnlyList<string> Thirds { get; } = ["weakest", "middle", "strongest"];

    /// <summary>Followers of day 0 who left in silence within the first 30 days.</summary>
    internal const string FirstMonth = "drifted in the first 30 days";

    /// <summary>Followers of day 0.</summary>
    internal const string People = "people";

    private const int MonthDays = 30;

    /// <summary>Those of a third whom a message made leave, by unfollowing or blocking.</summary>
    internal static string Prompted(string third) => $"left by a message, {third}";

    /// <summary>Those of a third who left in silence.</summary>
    internal static string Drifted(string third) => $"drifted, {third}";

    /// <summary>Watches one replicate of the study's last policy: the only one, or the silent one where nothing is sent.</summary>
    internal static IReadOnlyList<Observation> Observe(IReadOnlyList<Point> points, ulong seed, int replicate, CancellationToken stop)
    {
        Schedule policy = points[0].Policies[^1];
        IReadOnlyList<Diary> diaries = Simulation.Watch(points[0].Scenario, policy, Enumerable.Range(0, points[0].Scenario.Audience.Size), seed, replicate, cancellation: stop);
        return Count(policy.Name, [.. diaries.Select(diary => (diary.Person.Relationship, diary.Leaving))]);
    }

    /// <summary>Counts leavers by thirds.</summary>
    /// <param name="policy">Name of the policy.</param>
    /// <param name="people">Relationship on day 0 and how the person left, by person.</param>
    internal static IReadOnlyList<Observation> Count(string policy, IReadOnlyList<(double Relationship, DiaryEntry? Leaving)> people)
    {
        (double Relationship, DiaryEntry? Leaving)[] ranked = [.. people.OrderBy(person => person.Relationship)];
        var found = new List<Observation>
        {
            new(policy, 0, People, ranked.Length),
            new(policy, 0, FirstMonth, ranked.Count(person => person.Leaving is { What: Flow.Drifted, Day: < MonthDays })),
        };
        for (int third = 0; third < Thirds.Count; third++)
        {
            var part = ranked[(ranked.Length * third / Thirds.Count)..(ranked.Length * (third + 1) / Thirds.Count)];
            found.Add(new(policy, 0, Prompted(Thirds[third]), part.Count(person => person.Leaving is { What: Flow.Unfollows or Flow.Blocks })));
            found.Add(new(policy, 0, Drifted(Thirds[third]), part.Count(person => person.Leaving is { What: Flow.Drifted })));
        }

        return found;
    }
}
