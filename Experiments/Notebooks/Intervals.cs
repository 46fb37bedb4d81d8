using Experiments.Analysis;
using Simulator.Ledgers;

namespace Experiments.Notebooks;

/// <summary>
/// Estimates with 95% intervals, by the methods of the reports. Where rows come from several points, each replicate is averaged over the
/// points first: replicates are independent of each other, points that share their luck are not.
/// </summary>
public static class Intervals
{
    /// <summary>Mean of values with its t interval (Student 1908); null without values, without bounds for a single one.</summary>
    /// <param name="values">Independent observations.</param>
    public static Estimate? Mean(IEnumerable<double> values) => MeanInterval.Of([.. values]) is { } mean ? Estimate.Of(mean) : null;

    /// <summary>Mean of an outcome over replicates with its t interval; null when no replicate has it.</summary>
    /// <param name="rows">Runs of one policy, at one point or at several.</param>
    /// <param name="metric">The outcome. Replicates in which it could not be computed are left out.</param>
    public static Estimate? Mean(this IEnumerable<OutcomeRow> rows, Metric metric) =>
        MeanInterval.Of([.. ByReplicate(rows, metric, null).Values]) is { } mean ? Estimate.Of(mean, IsShare(metric) ? Estimate.Percent : "") : null;

    /// <summary>
    /// Mean difference one − other, replicate by replicate, with its t interval: both meet the same people with the same luck, so that
    /// most of the noise cancels. Null when they have no replicate in common.
    /// </summary>
    /// <param name="one">Runs of one policy.</param>
    /// <param name="other">Runs of another policy, or of the same one elsewhere.</param>
    /// <param name="metric">The outcome.</param>
    /// <param name="comparisons">How many differences are judged together, at least 1: their intervals hold together with 95% (Bonferroni). Asking which of many levels differ from the best is many comparisons.</param>
    public static Estimate? Difference(this IEnumerable<OutcomeRow> one, IEnumerable<OutcomeRow> other, Metric metric, int comparisons = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(comparisons, 1);
        if (MeanInterval.Of([.. Differences(one, other, metric)]) is not { } mean)
        {
            return null;
        }

        double wider = mean.HasBounds ? MeanInterval.Quantile(mean.Count - 1, 1 - ((1 - Interval.Confidence) / comparisons)) / MeanInterval.Quantile(mean.Count - 1, Interval.Confidence) : 1;
        var together = new Interval(mean.Mean, mean.Mean - (wider * mean.Below), mean.Mean + (wider * mean.Above), mean.Count);
        return Estimate.Of(mean.HasBounds ? together : mean, IsShare(metric) ? Estimate.Points : "");
    }

    /// <summary>The differences one − other behind <see cref="Difference"/>, one a replicate that both have.</summary>
    /// <param name="one">Runs of one policy.</param>
    /// <param name="other">Runs of another policy, or of the same one elsewhere.</param>
    /// <param name="metric">The outcome.</param>
    public static IReadOnlyList<double> Differences(this IEnumerable<OutcomeRow> one, IEnumerable<OutcomeRow> other, Metric metric)
    {
        (OutcomeRow[] first, OutcomeRow[] second) = ([.. one], [.. other]);

        // Where both ran at the same points, only those count: else a difference of points would pass for one of policies.
        int[] common = [.. first.Select(row => row.Point).Intersect(second.Select(row => row.Point))];
        IReadOnlyDictionary<int, double> subtracted = ByReplicate(second, metric, common);
        return [.. ByReplicate(first, metric, common).Where(run => subtracted.ContainsKey(run.Key)).OrderBy(run => run.Key).Select(run => run.Value - subtracted[run.Key])];
    }

    /// <summary>The same difference with the interval it would have if the runs were unrelated (Welch 1947): what matching gains is the rest.</summary>
    /// <param name="one">Runs of one policy.</param>
    /// <param name="other">Runs of another policy.</param>
    /// <param name="metric">The outcome.</param>
    public static Estimate? UnpairedDifference(this IEnumerable<OutcomeRow> one, IEnumerable<OutcomeRow> other, Metric metric) =>
        WelchInterval.Of([.. ByReplicate(one, metric, null).Values], [.. ByReplicate(other, metric, null).Values]) is { } difference
            ? Estimate.Of(difference, IsShare(metric) ? Estimate.Points : "")
            : null;

    /// <summary>Ratio of the means of two outcomes with its delta-method interval (Cochran 1977); null when the denominator's mean is not positive.</summary>
    /// <param name="rows">Runs of one policy.</param>
    /// <param name="numerator">Divided.</param>
    /// <param name="denominator">Divides.</param>
    public static Estimate? Ratio(this IEnumerable<OutcomeRow> rows, Metric numerator, Metric denominator)
    {
        OutcomeRow[] all = [.. rows];
        IReadOnlyDictionary<int, double> below = ByReplicate(all, denominator, null);
        return RatioInterval.Of([.. ByReplicate(all, numerator, null).Where(run => below.ContainsKey(run.Key)).Select(run => (run.Value, below[run.Key]))]) is { } ratio
            ? Estimate.Of(ratio)
            : null;
    }

    /// <summary>A share of cases with its score interval (Wilson 1927); null without cases.</summary>
    /// <param name="some">Cases of which it is true.</param>
    /// <param name="all">All cases.</param>
    public static Estimate? Share(int some, int all) => WilsonInterval.Of(some, all) is { } share ? Estimate.Of(share, Estimate.Percent) : null;

    private static bool IsShare(Metric metric) => MetricInfo.Of(metric).Unit.Length == 0;

    private static Dictionary<int, double> ByReplicate(IEnumerable<OutcomeRow> rows, Metric metric, int[]? points) => rows
        .Where(row => points is null or [] || points.Contains(row.Point))
        .GroupBy(row => row.Replicate)
        .Where(runs => runs.All(run => run[metric] is not null))
        .ToDictionary(runs => runs.Key, runs => runs.Average(run => run[metric]!.Value));
}
