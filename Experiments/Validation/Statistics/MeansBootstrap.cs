using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Store;

namespace Experiments.Validation.Statistics;

/// <summary>
/// Interval of a quantity g(x̄₁, …, x̄ₖ) of several means over matched replicates: the middle 95% of g over resamples of the replicates, all
/// columns together, so that what is the same luck in all of them stays so (percentile bootstrap; Efron 1979, Annals of Statistics 7:1,
/// doi:10.1214/aos/1176344552).
/// </summary>
internal static class MeansBootstrap
{
    /// <summary>Resamples. Enough for a 2.5% tail of 50.</summary>
    internal const int Resamples = 2000;

    /// <summary>Fewest replicates that are resampled; of fewer there are too few different resamples.</summary>
    internal const int FewestReplicates = 5;

    /// <summary>Name of the method, as notes give it.</summary>
    internal const string Method = "95% percentile bootstrap, 2,000 joint resamples of the replicates";

    /// <summary>The quantity with its interval; null without replicates, or where it cannot be computed from their means.</summary>
    /// <param name="replicates">One row a replicate, one column a mean.</param>
    /// <param name="quantity">g; NaN where it cannot be computed.</param>
    /// <param name="seed">Seed of the experiment.</param>
    internal static Interval? Of(double[][] replicates, Func<double[], double> quantity, int seed)
    {
        if (replicates.Length == 0)
        {
            return null;
        }

        double estimate = quantity(Means(replicates, index => index));
        if (double.IsNaN(estimate))
        {
            return null;
        }

        if (replicates.Length < FewestReplicates)
        {
            return new Interval(estimate, null, null, replicates.Length);
        }

        var resampling = new Resampling((uint)seed, replicates.Length);
        var found = new double[Resamples];
        for (int resample = 0; resample < Resamples; resample++)
        {
            int number = resample;
            found[resample] = quantity(Means(replicates, draw => resampling.Index(number, draw)));
        }

        // A quantity that many resamples do not have (an optimum that leaves the range) has no honest interval.
        return found.Any(double.IsNaN)
            ? new Interval(estimate, null, null, replicates.Length)
            : Bounded(estimate, [.. found.Order()], replicates.Length);
    }

    private static Interval Bounded(double estimate, double[] sorted, int count) => new(
        estimate, Math.Min(estimate, SampleSummary.Quantile(sorted, 0.025)), Math.Max(estimate, SampleSummary.Quantile(sorted, 0.975)), count);

    private static double[] Means(double[][] replicates, Func<int, int> chosen)
    {
        var means = new double[replicates[0].Length];
        for (int draw = 0; draw < replicates.Length; draw++)
        {
            double[] row = replicates[chosen(draw)];
            for (int column = 0; column < means.Length; column++)
            {
                means[column] += row[column];
            }
        }

        return Array.ConvertAll(means, sum => sum / replicates.Length);
    }
}
