namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>
/// The power of a one-sided test that sees a single count: how often the count of a harmed world lies below what harmless worlds
/// show. The limit is the k-th smallest of the counts of the other harmless replicates, k = ⌊0.05·n⌋: a further harmless count lies
/// below it in at most 5%, whatever the distribution (a Monte Carlo test: Dwass 1957, Ann. Math. Stat. 28:181; Barnard 1963). A run's
/// own harmless twin, which has the same luck, is left out, since nobody who watches one count has it to compare with.
/// </summary>
internal static class CountPower
{
    /// <summary>Accepted share of false alarms.</summary>
    internal const double Alarm = 0.05;

    /// <summary>Power that counts as enough, by custom.</summary>
    internal const double Enough = 0.8;

    /// <summary>Fewest replicates that have a limit: with fewer, not even the smallest count is rarer than 5%.</summary>
    internal const int FewestReplicates = 20;

    /// <summary>Name of the method, as captions give it.</summary>
    internal const string Method = "limit from the harmless runs of other replicates; 95% intervals: the wider of Wilson's and of the bootstrap over replicates, which draws the limit anew";

    private const int Resamples = 1000;

    /// <summary>Share of runs whose count lies below the limit; null with too few replicates.</summary>
    /// <param name="harmed">Counts of the harmed world, by replicate.</param>
    /// <param name="harmless">Counts of the harmless world, by replicate.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    internal static Interval? Of(ReplicateSample harmed, ReplicateSample harmless, int seed)
    {
        (double One, double Other)[] pairs = [.. Enumerable.Range(0, Math.Min(harmed.Values.Count, harmless.Values.Count))
            .Select(replicate => (harmed[replicate], harmless[replicate]))
            .Where(pair => double.IsFinite(pair.Item1 - pair.Item2))];
        if (pairs.Length < FewestReplicates)
        {
            return null;
        }

        int detected = Detected(pairs);
        Interval wilson = WilsonInterval.Of(detected, pairs.Length)!.Value;
        double[] shares = Bootstrap(pairs, seed);
        return wilson with
        {
            Low = Math.Min(wilson.Low!.Value, shares[(int)(0.025 * Resamples)]),
            High = Math.Max(wilson.High!.Value, shares[(int)(0.975 * Resamples)]),
        };
    }

    private static int Detected((double One, double Other)[] pairs)
    {
        double[] limits = [.. pairs.Select(pair => pair.Other).Order()];
        int rank = (int)(Alarm * pairs.Length);

        // Without its own twin, if that is among the smallest, the k-th smallest is the next one up.
        return pairs.Count(pair => pair.One < (pair.Other <= limits[rank - 1] ? limits[rank] : limits[rank - 1]));
    }

    private static double[] Bootstrap((double One, double Other)[] pairs, int seed)
    {
        var draws = new Resampling((uint)seed, pairs.Length);
        var shares = new double[Resamples];
        var limits = new double[pairs.Length];
        var drawn = new int[pairs.Length];
        for (int resample = 0; resample < Resamples; resample++)
        {
            for (int draw = 0; draw < drawn.Length; draw++)
            {
                drawn[draw] = draws.Index(resample, draw);
                limits[draw] = pairs[drawn[draw]].Other;
            }

            Array.Sort(limits);
            double limit = limits[(int)(Alarm * pairs.Length) - 1];
            shares[resample] = (double)drawn.Count(index => pairs[index].One < limit) / pairs.Length;
        }

        Array.Sort(shares);
        return shares;
    }
}
