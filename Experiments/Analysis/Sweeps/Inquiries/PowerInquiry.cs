using Simulator.Ledgers;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>Would the visible number of followers have shown a loss of trust?</summary>
/// <param name="Contrast">The worlds; the lowest level is the harmless one.</param>
/// <param name="Cells">One a policy, span and level, in this order.</param>
/// <param name="Lags">By policy, at the highest level: the detection lag of runs that have one, and how many have none.</param>
internal sealed record PowerInquiry(Contrast Contrast, IReadOnlyList<PowerCell> Cells, IReadOnlyDictionary<string, DetectionLag> Lags)
{
    /// <summary>The outcomes it reads.</summary>
    internal static IReadOnlyList<Metric> Needs { get; } = [Metric.Followers, Metric.FollowersDay7, Metric.FollowersDay14, Metric.TrustCapital, Metric.DetectionLag];

    /// <summary>The inquiry; null without a single numeric factor or with too few replicates.</summary>
    internal static PowerInquiry? Of(SweepResults results)
    {
        if (Contrast.Of(results) is not { } contrast)
        {
            return null;
        }

        RunTable runs = results.Runs;
        int[] days = [.. (runs.Days.Count > 0 ? runs.Days : [7]).Append(results.Facts.Horizon).Where(day => day <= results.Facts.Horizon).Distinct().Order()];
        PowerCell[] cells = [.. results.Policies.SelectMany(policy => days.SelectMany(day => contrast.Points.Select(point => Cell(results, contrast, policy, day, point)))).OfType<PowerCell>()];
        Dictionary<string, DetectionLag> lags = results.Policies.ToDictionary(policy => policy, policy => DetectionLag.Of(
            runs.Of(contrast.Highest.Index, policy, Metric.DetectionLag),
            runs.Of(contrast.Highest.Index, policy, Metric.Followers)));
        return cells.Length == 0 ? null : new PowerInquiry(contrast, cells, lags);
    }

    /// <summary>The cells of a policy after some days, by level.</summary>
    internal IReadOnlyList<PowerCell> Of(string policy, int days) => [.. Cells.Where(cell => cell.Policy == policy && cell.Days == days)];

    /// <summary>The spans of time.</summary>
    internal IReadOnlyList<int> Days => [.. Cells.Select(cell => cell.Days).Distinct()];

    /// <summary>The lowest level at which the count shows the loss in 80% of runs, after some days; null when none does.</summary>
    internal PowerCell? Smallest(string policy, int days) =>
        Of(policy, days).Where(cell => cell.Point != Contrast.Lowest).FirstOrDefault(cell => cell.Detected.Mean >= CountPower.Enough);

    private static PowerCell? Cell(SweepResults results, Contrast contrast, string policy, int day, SweepPoint point)
    {
        int? days = results.Runs.Days.Contains(day) || day < results.Facts.Horizon ? day : null;
        ReplicateSample Sample(SweepPoint at, Metric metric) => results.Runs.Of(at.Index, policy, metric, days);
        (ReplicateSample count, ReplicateSample harmless) = (Sample(point, Metric.Followers), Sample(contrast.Lowest, Metric.Followers));
        ReplicateSample capital = Sample(point, Metric.TrustCapital);
        Interval? shortfall = harmless.Deviation is { } deviation and > 0 ? harmless.Minus(count).Interval?.Times(1 / deviation) : null;
        return CountPower.Of(count, harmless, results.Facts.Seed) is { } detected
            ? new PowerCell(
                policy,
                day,
                point,
                detected,
                Missing(capital, Sample(contrast.Lowest, Metric.TrustCapital)),
                Missing(capital, results.Runs.OfSilence(point.Index, Metric.TrustCapital, days)),
                shortfall)
            : null;
    }

    private static Interval? Missing(ReplicateSample capital, ReplicateSample other)
    {
        (double, double)[] pairs = [.. Enumerable.Range(0, Math.Min(capital.Values.Count, other.Values.Count))
            .Select(replicate => (capital[replicate], other[replicate]))
            .Where(pair => double.IsFinite(pair.Item1 - pair.Item2))];
        return RatioInterval.Of(pairs)?.Times(-1).Plus(1);
    }
}
