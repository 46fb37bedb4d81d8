using Simulator.Ledgers;

namespace Experiments.Analysis;

/// <summary>
/// What matching gained for one difference of means: the same people and the same luck on both sides, compared replicate by
/// replicate, against what the same runs would tell if they were unrelated (Welch 1947, Biometrika 34:28).
/// </summary>
/// <param name="Narrower">How many times wider the Welch interval is than the paired one.</param>
/// <param name="Runs">How many times as many unrelated runs would be as precise: (s₁² + s₂²)/s_d².</param>
internal readonly record struct MatchingGain(double Narrower, double Runs)
{
    /// <summary>The gain of two matched samples; null when fewer than two pairs are there or a difference never varies.</summary>
    internal static MatchingGain? Of(IReadOnlyList<(double One, double Other)> pairs)
    {
        if (pairs.Count < 2)
        {
            return null;
        }

        int freedom = pairs.Count - 1;
        double one = Variance([.. pairs.Select(pair => pair.One)]);
        double other = Variance([.. pairs.Select(pair => pair.Other)]);
        double difference = Variance([.. pairs.Select(pair => pair.One - pair.Other)]);

        // Below this share a difference varies by rounding only, and the gain would be a number without meaning.
        if (difference <= 1e-18 * (one + other) || one + other <= 0)
        {
            return null;
        }

        double ratio = (one + other) / difference;
        double welch = freedom * (one + other) * (one + other) / ((one * one) + (other * other));
        double quantiles = MeanInterval.Quantile(welch, Interval.Confidence) / MeanInterval.Quantile(freedom, Interval.Confidence);
        return new MatchingGain(quantiles * Math.Sqrt(ratio), ratio);
    }

    /// <summary>The gain of one outcome of two policies.</summary>
    internal static MatchingGain? Of(PolicyResults one, PolicyResults other, Metric metric)
    {
        IReadOnlyDictionary<int, double> second = other.ByReplicate(metric);
        return Of([.. one.ByReplicate(metric).Where(run => second.ContainsKey(run.Key)).Select(run => (run.Value, second[run.Key]))]);
    }

    /// <summary>The middle one of several gains, by what it saves; null without any.</summary>
    internal static MatchingGain? Median(IEnumerable<MatchingGain> gains)
    {
        MatchingGain[] sorted = [.. gains.OrderBy(gain => gain.Runs)];
        return sorted.Length == 0 ? null : sorted[(sorted.Length - 1) / 2];
    }

    /// <summary>The ratio of runs, as text: a ratio of two estimated variances deserves two digits.</summary>
    internal string RunsText => Written(Runs);

    /// <summary>The gain in a sentence, without its full stop.</summary>
    /// <param name="what">The differences, for example "differences from sending nothing".</param>
    internal string Sentence(string what) => Runs > 1.005 && Narrower > 1
        ? $"Matching made the intervals of {what} {Written(Narrower)} times narrower: unmatched, {Written(Runs)} times as many runs would have been needed"
        : $"Matching did not narrow the intervals of {what}: unmatched runs would have been {(Runs < 0.995 ? "more" : "as")} precise";

    private static string Written(double ratio) => Wording.Rounded(ratio, ratio switch { >= 10 => 1, >= 2 => 0.1, _ => 0.01 });

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
