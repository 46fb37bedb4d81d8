using Simulator.Ledgers;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>Which points of a sweep fit what is known of the case?</summary>
/// <param name="Policy">The policy that is the case.</param>
/// <param name="Rows">One a point with results, ascending by level where a single number is varied.</param>
internal sealed record EvidenceInquiry(string Policy, IReadOnlyList<EvidenceRow> Rows)
{
    /// <summary>The outcomes it reads.</summary>
    internal static IReadOnlyList<Metric> Needs { get; } = [.. EvidencePattern.All(null).Select(pattern => pattern.Outcome).Distinct()];

    private const string AudienceSize = "scenario.audience.size";

    /// <summary>The inquiry; null when no point has an outcome to compare.</summary>
    internal static EvidenceInquiry? Of(SweepResults results)
    {
        string policy = results.Subject;
        IReadOnlyList<SweepPoint> points = Contrast.Of(results)?.Points ?? results.Points;
        EvidenceRow[] rows = [.. points.Select(point => Row(results, point, policy)).Where(row => row.Counted.Count > 0)];
        return rows.Length == 0 ? null : new EvidenceInquiry(policy, rows);
    }

    /// <summary>The patterns that count, in their order.</summary>
    internal IReadOnlyList<EvidencePattern> Patterns => [.. Rows.SelectMany(row => row.Counted).Select(line => line.Pattern).DistinctBy(pattern => pattern.Id)];

    /// <summary>The lines of a pattern, row by row; null where a row lacks it.</summary>
    internal IReadOnlyList<EvidenceLine?> Of(EvidencePattern pattern) => [.. Rows.Select(row => row.Counted.FirstOrDefault(line => line.Pattern.Id == pattern.Id))];

    private static EvidenceRow Row(SweepResults results, SweepPoint point, string policy)
    {
        int factor = results.Factors.ToList().FindIndex(varied => varied.Path == AudienceSize);
        int size = factor >= 0 && point.Values[factor].Number is { } number ? (int)number : results.Facts.AudienceSize;
        IReadOnlyList<EvidenceLine> lines = EvidenceCheck.Of(
            metric => results.Runs.Of(point.Index, policy, metric).Sorted(),
            results.Runs.OfSilence(point.Index, Metric.FollowersDay7).Deviation,
            size);
        return new EvidenceRow(point, lines, Joint(EvidenceCheck.Counted(lines), pattern => results.Runs.Of(point.Index, policy, pattern), size));
    }

    private static Interval? Joint(IReadOnlyList<EvidenceLine> lines, Func<Metric, ReplicateSample> sample, int size)
    {
        (EvidencePattern Pattern, ReplicateSample Sample)[] outcomes = [.. lines.Select(line => (line.Pattern, sample(line.Pattern.Outcome)))];
        int runs = outcomes.Select(outcome => outcome.Sample.Values.Count).DefaultIfEmpty().Min();
        int[] whole = [.. Enumerable.Range(0, runs).Where(replicate => outcomes.All(outcome => double.IsFinite(outcome.Sample[replicate])))];
        int inside = whole.Count(replicate => outcomes.All(outcome => outcome.Pattern.Accepts(outcome.Sample[replicate] - EvidenceCheck.Origin(outcome.Pattern, size))));
        return WilsonInterval.Of(inside, whole.Length);
    }
}
