using System.Runtime.CompilerServices;
using Experiments.Discovery;
using Simulator.Ledgers;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>Where one policy loses against another: the points of a sweep with their verdicts, and what the search makes of them.</summary>
/// <param name="Policy">The policy that may lose.</param>
/// <param name="Rival">What it is compared with.</param>
/// <param name="Outcome">The outcome that decides.</param>
/// <param name="Number">Number of the comparison, from 1.</param>
/// <param name="Words">How limits are said.</param>
/// <param name="Used">The points used, in the order of the verdicts.</param>
/// <param name="Differences">Difference policy − rival at each, over matched replicates; for an outcome that is better low with its sign turned, so that below 0 is always a loss.</param>
/// <param name="Unknown">Points without a run of both, which are left out.</param>
/// <param name="Result">What was found; null when <paramref name="Refusal"/> says why nothing can be.</param>
/// <param name="Refusal">Why no box can be looked for, a sentence with what to change; null when it can.</param>
internal sealed record DiscoveryInquiry(
    string Policy, string Rival, AnswerOutcome Outcome, int Number, FactorWords Words, IReadOnlyList<SweepPoint> Used, IReadOnlyList<Interval> Differences, int Unknown, DiscoveryResult? Result, string? Refusal)
{
    /// <summary>Fewest different values of a factor that leave something to cut.</summary>
    private const int FewestValues = 2;

    // A report asks once for its findings and once for each chart; the search takes seconds.
    private static readonly ConditionalWeakTable<SweepResults, IReadOnlyList<DiscoveryInquiry>> Known = [];

    /// <summary>Points at which the policy loses.</summary>
    internal int Losses => Differences.Count(difference => difference.Mean < 0);

    /// <summary>Points whose own interval does not tell the difference from 0.</summary>
    internal int Undecided => Differences.Count(difference => difference.SideOf(0) == 0);

    /// <summary>The outcome it reads.</summary>
    internal static IReadOnlyList<Metric> NeedsOf(ExperimentFacts facts) => [MetricInfo.Find(NameOf(facts))!.Metric];

    /// <summary>One inquiry a rival, in the order of the file.</summary>
    internal static IReadOnlyList<DiscoveryInquiry> Of(SweepResults results) => Known.GetValue(results, All);

    /// <summary>Key of a finding or chart: with a number from the second comparison on.</summary>
    internal string Key(string id) => Number == 1 ? id : $"{id}-{Number}";

    /// <summary>Name of the policy in a sentence; a policy's name may be a plural, so verbs stay in the infinitive or go with “it”.</summary>
    internal string RivalSaid => Rival == Simulator.Policies.Schedule.SilentName ? "silence" : Wording.Quote(Rival);

    private static string NameOf(ExperimentFacts facts) =>
        facts.Discovery.Outcome.Length > 0 ? facts.Discovery.Outcome : facts.Outcomes.Count > 0 ? facts.Outcomes[0] : MetricInfo.Of(AnswerOutcome.Usual[0]).Name;

    private static IReadOnlyList<DiscoveryInquiry> All(SweepResults results)
    {
        DiscoverySettings settings = results.Facts.Discovery;
        var outcome = new AnswerOutcome(NeedsOf(results.Facts)[0], IsDifference: false);
        string subject = settings.Subject(results.Policies);
        return [.. settings.Rivals(results.Policies).Select((rival, index) => Of(results, settings, outcome, subject, rival, index + 1))];
    }

    private static DiscoveryInquiry Of(SweepResults results, DiscoverySettings settings, AnswerOutcome outcome, string subject, string rival, int number)
    {
        (SweepPoint Point, Interval? Difference)[] judged =
        [
            .. results.Points.Select(point =>
            {
                ReplicateSample difference = results.Runs.Of(point.Index, subject, outcome.Metric).Minus(results.Runs.Of(point.Index, rival, outcome.Metric));
                return (point, difference.Interval?.Times(outcome.Sign));
            }),
        ];
        (SweepPoint Point, Interval? Difference)[] used = [.. judged.Where(item => item.Difference is not null)];
        var inquiry = new DiscoveryInquiry(subject, rival, outcome, number, FactorWords.Of(results), [.. used.Select(item => item.Point)], [.. used.Select(item => item.Difference!.Value)], judged.Length - used.Length, null, null);
        var points = new LabelledPoints(inquiry.Words.Dimensions(inquiry.Used), [.. inquiry.Differences.Select(difference => difference.Mean < 0)]);
        return inquiry.RefusalOf(points) is { } refusal
            ? inquiry with { Refusal = refusal }
            : inquiry with { Result = DiscoveryResult.Of(points, settings, (ulong)results.Facts.Seed) };
    }

    private string? RefusalOf(LabelledPoints points)
    {
        string who = Wording.Quote(Policy);
        int losses = Losses, wins = points.Count - losses;
        return points.Count switch
        {
            0 => $"No point has a run of both {who} and {RivalSaid}, so nothing can be compared; see the failed runs above, and narrow the ranges that make them fail.",
            _ when points.Dimensions.All(dimension => dimension.Distinct.Length < FewestValues) => "No factor takes two different values at the points that ran, so there is nothing to cut; vary more.",
            _ when losses == 0 => $"{who} never loses against {RivalSaid}: not at one of {Wording.Count(points.Count, "sampled belief", "sampled beliefs")}. There is no box to look for; widen the ranges if some belief is missing.",
            _ when wins == 0 => $"{who} loses against {RivalSaid} at all {Wording.Count(points.Count, "sampled belief", "sampled beliefs")}. No belief in the ranges makes a difference, so there is no box to look for; widen the ranges if some belief is missing.",
            _ when losses < Covering.FewestCases => $"{who} loses against {RivalSaid} at only {Wording.Count(losses, "point", "points")} of {Wording.Number(points.Count)}; a search among so few finds accidents. Take more points (design.points), until at least {Covering.FewestCases} lose, or narrow the ranges to where it happens.",
            _ when wins < Covering.FewestCases => $"{who} loses against {RivalSaid} at all but {Wording.Count(wins, "point", "points")} of {Wording.Number(points.Count)}, so no box can be much denser than the whole. Take more points (design.points), or ask the other way round: exchange 'policy' and 'against'.",
            _ => null,
        };
    }
}
