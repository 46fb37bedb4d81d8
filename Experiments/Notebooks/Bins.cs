using Experiments.Store;

namespace Experiments.Notebooks;

/// <summary>Values counted in bins of equal width, whose edges are round numbers.</summary>
/// <param name="First">Lower edge of the first bin.</param>
/// <param name="Width">Width of a bin.</param>
/// <param name="Counts">Values in each bin; a value on an edge belongs to the bin above it.</param>
internal sealed record Bins(double First, double Width, IReadOnlyList<int> Counts)
{
    private const int Fewest = 6;
    private const int Most = 60;

    /// <summary>Lower edge of a bin.</summary>
    internal double Edge(int bin) => First + (bin * Width);

    /// <summary>Counts values. The usual width is 2·IQR/n^(1/3) (Freedman and Diaconis 1981, doi:10.1007/BF01025868), rounded to 1, 2 or 5 of a power of ten.</summary>
    /// <param name="sorted">The values, ascending, not empty.</param>
    /// <param name="wanted">About how many bins; null chooses.</param>
    internal static Bins Of(double[] sorted, int? wanted)
    {
        double span = sorted[^1] - sorted[0];
        if (span <= 0)
        {
            return new Bins(sorted[0] - 0.5, 1, [sorted.Length]);
        }

        double middle = SampleSummary.Quantile(sorted, 0.75) - SampleSummary.Quantile(sorted, 0.25);
        double usual = middle > 0 ? span / (2 * middle / Math.Cbrt(sorted.Length)) : Most;
        double width = Round(span / Math.Clamp(wanted ?? usual, Fewest, Most));
        double first = Math.Floor(sorted[0] / width) * width;
        var counts = new int[(int)Math.Floor((sorted[^1] - first) / width) + 1];
        foreach (double value in sorted)
        {
            counts[Math.Clamp((int)Math.Floor((value - first) / width), 0, counts.Length - 1)]++;
        }

        return new Bins(first, width, counts);
    }

    private static double Round(double width)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(width)));
        return (width / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 } * power;
    }
}
