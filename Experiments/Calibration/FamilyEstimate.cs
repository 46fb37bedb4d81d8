using Experiments.Analysis;
using Experiments.Designs;
using MathNet.Numerics.Distributions;

namespace Experiments.Calibration;

/// <summary>
/// Means over particles with an interval from their genealogy. Particles that descend from one first draw are not independent, so the variance is that
/// of family totals: V = Σ_families (Σ_i in family (x_i − x̄))²/n² (Chan &amp; Lai 2013, Annals of Statistics 41:2877, doi 10.1214/13-AOS1172; Lee &amp;
/// Whiteley 2018, Biometrika 105:609, doi 10.1093/biomet/asy028). It comes from a single calibration and is honest where few families survive.
/// </summary>
internal static class FamilyEstimate
{
    /// <summary>Name of the method, as captions give it.</summary>
    internal const string Method = "95% interval from the variance between families of particles";

    /// <summary>Mean with its interval; without bounds when a single family is left.</summary>
    /// <param name="values">One value a particle.</param>
    /// <param name="families">Family of each particle.</param>
    internal static Interval Mean(IReadOnlyList<double> values, IReadOnlyList<int> families)
    {
        (double mean, double variance, int count) = Moments(values, families);
        if (count < 2)
        {
            return new Interval(mean, null, null, values.Count);
        }

        double half = StudentT.InvCDF(0, 1, count - 1, 0.5 + (Interval.Confidence / 2)) * Math.Sqrt(variance);
        return new Interval(mean, mean - half, mean + half, values.Count);
    }

    /// <summary>Share of particles with its interval: a Wilson interval for as many independent particles as the variance between families stands for.</summary>
    internal static Interval Share(IReadOnlyList<bool> values, IReadOnlyList<int> families)
    {
        (double share, double variance, int count) = Moments([.. values.Select(value => value ? 1.0 : 0)], families);
        double binomial = share * (1 - share);

        // One family cannot show its variance; where all particles agree, as many draws as there are families have been seen.
        double independent = count < 2 ? 1 : variance > 0 ? Math.Clamp(binomial / variance, 1, values.Count) : count;
        double z = Normal.InvCDF(0, 1, 0.5 + (Interval.Confidence / 2));
        double shrink = 1 + (z * z / independent);
        double centre = (share + (z * z / (2 * independent))) / shrink;
        double half = z / shrink * Math.Sqrt((binomial / independent) + (z * z / (4 * independent * independent)));
        return new Interval(share, Math.Max(0, centre - half), Math.Min(1, centre + half), values.Count);
    }

    /// <summary>Independent particles that a share's interval stands for.</summary>
    internal static double Independent(IReadOnlyList<bool> values, IReadOnlyList<int> families)
    {
        (double share, double variance, int count) = Moments([.. values.Select(value => value ? 1.0 : 0)], families);
        return count < 2 ? 1 : variance > 0 ? Math.Clamp(share * (1 - share) / variance, 1, values.Count) : count;
    }

    /// <summary>Percentile bootstrap interval of a statistic of the particles, families drawn whole.</summary>
    /// <param name="statistic">The statistic, of the indices of particles drawn.</param>
    /// <param name="families">Family of each particle.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="rounds">Bootstrap samples.</param>
    internal static Interval Bootstrap(Func<IReadOnlyList<int>, double> statistic, IReadOnlyList<int> families, ulong seed, int rounds = 400)
    {
        int[][] groups = [.. families.Select((family, index) => (family, index)).GroupBy(one => one.family, one => one.index).Select(group => group.ToArray())];
        int[] all = [.. Enumerable.Range(0, families.Count)];
        if (groups.Length < 2)
        {
            return new Interval(statistic(all), null, null, families.Count);
        }

        double[] values = [.. Enumerable.Range(0, rounds).Select(round =>
        {
            var drawn = new List<int>();
            for (int index = 0; index < groups.Length; index++)
            {
                var block = DesignDraws.Block(seed, DesignPurpose.FamilyBootstrap, index, (ulong)round);
                drawn.AddRange(groups[DesignDraws.Below(block.Word0, block.Word1, groups.Length)]);
            }

            return statistic(drawn);
        }).Order()];
        double At(double share) => values[(int)Math.Clamp(Math.Round(share * (rounds - 1)), 0, rounds - 1)];
        return new Interval(statistic(all), At((1 - Interval.Confidence) / 2), At(0.5 + (Interval.Confidence / 2)), families.Count);
    }

    private static (double Mean, double Variance, int Families) Moments(IReadOnlyList<double> values, IReadOnlyList<int> families)
    {
        double mean = values.Average();
        var totals = new Dictionary<int, double>();
        for (int index = 0; index < values.Count; index++)
        {
            totals[families[index]] = totals.GetValueOrDefault(families[index]) + values[index] - mean;
        }

        double variance = totals.Values.Sum(total => total * total) / values.Count / values.Count;
        return (mean, totals.Count > 1 ? variance * totals.Count / (totals.Count - 1) : 0, totals.Count);
    }
}
