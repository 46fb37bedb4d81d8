using Simulator.Ledgers;

namespace Experiments.Analysis;

/// <summary>Holds a policy's results against the patterns A1–A5 of the case.</summary>
internal static class EvidenceCheck
{
    /// <summary>One line a pattern; patterns whose outcome no run has are left out.</summary>
    /// <param name="policy">The policy that is the case.</param>
    /// <param name="silent">Its silent twin, which gives the organic noise of A4; null when it has no runs.</param>
    /// <param name="audienceSize">People following on day 0.</param>
    internal static IReadOnlyList<EvidenceLine> Of(PolicyResults policy, PolicyResults? silent, int audienceSize) =>
        Of(policy.Values, OrganicNoise(silent), audienceSize);

    /// <summary>The same from the values of single runs.</summary>
    /// <param name="runs">Values of an outcome over runs.</param>
    /// <param name="organicNoise">Standard deviation of the silent twin's seven-day change over replicates; null when unknown.</param>
    /// <param name="audienceSize">People following on day 0.</param>
    internal static IReadOnlyList<EvidenceLine> Of(Func<Metric, IReadOnlyList<double>> runs, double? organicNoise, int audienceSize)
    {
        var lines = new List<EvidenceLine>();
        foreach (EvidencePattern pattern in EvidencePattern.All(organicNoise))
        {
            double[] values = [.. runs(pattern.Outcome).Select(value => value - Origin(pattern, audienceSize))];
            if (MeanInterval.Of(values) is { } mean && RunBand.Of(values) is { } band)
            {
                int inside = values.Count(pattern.Accepts);
                lines.Add(new EvidenceLine(pattern, mean, band, pattern.HasBand ? WilsonInterval.Of(inside, values.Length) : null));
            }
        }

        return lines;
    }

    /// <summary>What a pattern's outcome is measured from: followers are a level, the pattern is a change.</summary>
    internal static double Origin(EvidencePattern pattern, int audienceSize) => pattern.Outcome == Metric.FollowersDay7 ? audienceSize : 0;

    /// <summary>The patterns that count: one reading each, with a band.</summary>
    internal static IReadOnlyList<EvidenceLine> Counted(IEnumerable<EvidenceLine> lines) =>
        [.. lines.Where(line => !line.Pattern.IsOtherReading && line.Pattern.HasBand)];

    /// <summary>Standard deviation of the silent twin's seven-day change over replicates; null with fewer than two.</summary>
    private static double? OrganicNoise(PolicyResults? silent) => Deviation(silent?.Values(Metric.FollowersDay7) ?? []);

    /// <summary>Standard deviation of values; null with fewer than two.</summary>
    internal static double? Deviation(IReadOnlyList<double> values)
    {
        if (values.Count < 2)
        {
            return null;
        }

        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
