namespace Experiments.Store;

/// <summary>Mean, spread and quantiles of a sample; null where it cannot be computed.</summary>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Sd">Standard deviation with n − 1; null for fewer than two values.</param>
/// <param name="P05">5% quantile.</param>
/// <param name="P25">25% quantile.</param>
/// <param name="P50">Median.</param>
/// <param name="P75">75% quantile.</param>
/// <param name="P95">95% quantile.</param>
internal readonly record struct SampleSummary(
    double? Mean, double? Sd, double? P05, double? P25, double? P50, double? P75, double? P95)
{
    /// <summary>Summarises a sample, leaving out what is missing (NaN or infinite).</summary>
    /// <param name="sample">The values in replicate order, in which they are summed; overwritten.</param>
    internal static SampleSummary Of(Span<double> sample)
    {
        int count = 0;
        double sum = 0;
        double least = double.PositiveInfinity;
        double greatest = double.NegativeInfinity;
        foreach (double value in sample)
        {
            if (double.IsFinite(value))
            {
                sample[count++] = value;
                sum += value;
                least = Math.Min(least, value);
                greatest = Math.Max(greatest, value);
            }
        }

        if (count == 0)
        {
            return default;
        }

        // Most counts are equal in all replicates until the first message: no sum of rounding errors, no sort.
        if (least == greatest)
        {
            return new SampleSummary(least, count > 1 ? 0 : null, least, least, least, least, least);
        }

        Span<double> values = sample[..count];
        double mean = sum / count;
        double squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        values.Sort();
        return new SampleSummary(
            mean,
            Math.Sqrt(squares / (count - 1)),
            Quantile(values, 0.05),
            Quantile(values, 0.25),
            Quantile(values, 0.5),
            Quantile(values, 0.75),
            Quantile(values, 0.95));
    }

    /// <summary>
    /// Quantile of type 7 of Hyndman and Fan (1996, doi:10.1080/00031305.1996.10473566): x₍ₖ₎ + (h − k)(x₍ₖ₊₁₎ − x₍ₖ₎)
    /// with h = (n − 1)q and k = ⌊h⌋, ranks from 0.
    /// </summary>
    /// <param name="sorted">The sample, ascending, not empty.</param>
    /// <param name="share">q, 0–1.</param>
    internal static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        double rank = (sorted.Length - 1) * share;
        int below = (int)rank;
        double value = sorted[below];
        return below + 1 < sorted.Length ? value + ((rank - below) * (sorted[below + 1] - value)) : value;
    }
}
