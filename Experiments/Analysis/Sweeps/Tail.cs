using Simulator.Ledgers;

namespace Experiments.Analysis.Sweeps;

/// <summary>Whether the mean of an outcome hides its runs: a computed rule for drawing how often a run reaches a value.</summary>
internal static class Tail
{
    /// <summary>Fewest runs whose tail is looked at.</summary>
    internal const int FewestRuns = 20;

    /// <summary>Runs are skewed when this third standardised moment is passed beyond its own error. Chosen: that of an exponential distribution is 2.</summary>
    internal const double SkewnessFrom = 1;

    /// <summary>Or when the 99th percentile is so many times the median. Chosen.</summary>
    internal const double RatioFrom = 3;

    private static readonly Metric[] AlwaysShown = [Metric.Complaints, Metric.ComplaintsPublic, Metric.Harmed];

    /// <summary>Why the tail of an outcome is shown, in words; null when it need not be.</summary>
    internal static string? Reason(AnswerOutcome outcome, IEnumerable<SweepCell> cells)
    {
        double[][] samples = [.. cells.Select(cell => cell.Of(outcome).Sorted()).Where(sorted => sorted.Length >= FewestRuns && sorted[^1] > sorted[0])];
        if (samples.Length == 0)
        {
            return null;
        }

        // √(6/n) is the standard error of the skewness of a normal sample; three of them, since the most skewed of many cells is looked at.
        double skewness = samples.Max(sorted => Skewness(sorted) - (3 * Math.Sqrt(6.0 / sorted.Length)));
        double ratio = samples.Max(sorted => sorted[sorted.Length / 2] > 0 ? Store.SampleSummary.Quantile(sorted, 0.99) / sorted[sorted.Length / 2] : 0);
        return skewness > SkewnessFrom
            ? $"the runs of a cell are skewed (skewness at least {Wording.Rounded(skewness, 0.1)} beyond its error)"
            : ratio > RatioFrom
                ? $"the 99th percentile of runs is up to {Wording.Number(Math.Round(ratio, 1))} times the median"
                : AlwaysShown.Contains(outcome.Metric) ? "harm is judged by its worst runs" : null;
    }

    /// <summary>Skewness g₁ = m₃/m₂^1.5 of a sample.</summary>
    internal static double Skewness(double[] values)
    {
        double mean = values.Average();
        double second = values.Average(value => Math.Pow(value - mean, 2));
        return second <= 0 ? 0 : values.Average(value => Math.Pow(value - mean, 3)) / Math.Pow(second, 1.5);
    }
}
