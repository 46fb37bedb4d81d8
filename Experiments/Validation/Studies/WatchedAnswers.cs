using Experiments.Running;
using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Policies;

namespace Experiments.Validation.Studies;

/// <summary>
/// What answering does to whom: the same people with the same luck, at the first point with no complaint answered and at the last with all,
/// compared person by person. Only those are compared who follow at the end in both worlds and did the same in both.
/// </summary>
internal static class WatchedAnswers
{
    /// <summary>Trust at the end, answered minus not, averaged over those who complained.</summary>
    internal const string GainOfComplainers = "trust gained by those who complained";

    /// <summary>The same of those who were annoyed and said nothing.</summary>
    internal const string GainOfSilent = "trust gained by the annoyed who kept silent";

    /// <summary>Trust lost until the end by those who complained and got no answer, on average.</summary>
    internal const string LossOfComplainers = "trust lost by those who complained and got no answer";

    /// <summary>People who complained.</summary>
    internal const string Complainers = "people who complained";

    /// <summary>Watches one replicate in both worlds.</summary>
    internal static IReadOnlyList<Observation> Observe(IReadOnlyList<Point> points, ulong seed, int replicate, CancellationToken stop)
    {
        Schedule policy = points[0].Policies[^1];
        IReadOnlyList<Diary> Diaries(Point point) =>
            Simulation.Watch(point.Scenario, policy, Enumerable.Range(0, point.Scenario.Audience.Size), seed, replicate, cancellation: stop);
        return Compare(policy.Name, Diaries(points[0]), Diaries(points[^1]));
    }

    /// <summary>Compares two worlds with the same people.</summary>
    /// <param name="policy">Name of the policy.</param>
    /// <param name="unanswered">Diaries where nothing is answered.</param>
    /// <param name="answered">Diaries where everything is, of the same people in the same order.</param>
    internal static IReadOnlyList<Observation> Compare(string policy, IReadOnlyList<Diary> unanswered, IReadOnlyList<Diary> answered)
    {
        var complainers = new List<(double Gain, double Loss)>();
        var silent = new List<double>();
        foreach ((Diary without, Diary with) in unanswered.Zip(answered))
        {
            if (without.Leaving is not null || with.Leaving is not null)
            {
                continue;
            }

            double gain = with.Days[^1].Trust - without.Days[^1].Trust;
            if (Complaints(without) > 0 && Complaints(with) > 0)
            {
                complainers.Add((gain, without.Person.Trust - without.Days[^1].Trust));
            }
            else if (Complaints(without) == 0 && Complaints(with) == 0 && IsAnnoyed(without) && IsAnnoyed(with))
            {
                silent.Add(gain);
            }
        }

        return
        [
            new(policy, 0, Complainers, complainers.Count),
            new(policy, 0, GainOfComplainers, complainers.Count == 0 ? double.NaN : complainers.Average(person => person.Gain)),
            new(policy, 0, LossOfComplainers, complainers.Count == 0 ? double.NaN : complainers.Average(person => person.Loss)),
            new(policy, 0, GainOfSilent, silent.Count == 0 ? double.NaN : silent.Average()),
        ];
    }

    private static int Complaints(Diary diary) => diary.Count(Flow.ComplaintsPrivate) + diary.Count(Flow.ComplaintsPublic);

    private static bool IsAnnoyed(Diary diary) => diary.Entries.Any(entry => entry.Annoyance > 0);
}
