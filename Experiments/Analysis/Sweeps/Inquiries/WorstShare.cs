namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>
/// Which share of all damage comes from the worst runs: the top of the Lorenz curve, L(p) = Σ of the worst p·n values / Σ of all
/// (Lorenz 1905, Publications of the American Statistical Association 9:209). Of a Pareto distribution with exponent α it is
/// p^(1 − 1/α). Interval: percentile bootstrap over runs (Efron 1979, Annals of Statistics 7:1). With a heavy tail it is too
/// narrow above, since no resample holds a run worse than the worst that was met.
/// </summary>
internal static class WorstShare
{
    /// <summary>Name of the method, as captions give it.</summary>
    internal const string Method = "shares of all damage: 95% bootstrap intervals over runs";

    private const int Resamples = 1000;

    /// <summary>The share of the worst runs in the sum of all, with its interval; null where values below zero or a sum of zero make it meaningless.</summary>
    /// <param name="sorted">The sample, ascending, not empty.</param>
    /// <param name="worst">Share of runs called the worst, 0–1.</param>
    /// <param name="seed">Seed of the experiment, for the resamples.</param>
    internal static Interval? Of(double[] sorted, double worst, uint seed)
    {
        if (Of(sorted, worst) is not { } share)
        {
            return null;
        }

        var resampling = new Resampling(seed, sorted.Length);
        var times = new int[sorted.Length];
        var shares = new List<double>(Resamples);
        for (int resample = 0; resample < Resamples; resample++)
        {
            Array.Clear(times);
            for (int draw = 0; draw < sorted.Length; draw++)
            {
                times[resampling.Index(resample, draw)]++;
            }

            if (Share(sorted, times, worst) is { } drawn)
            {
                shares.Add(drawn);
            }
        }

        shares.Sort();
        double outside = (1 - Interval.Confidence) / 2;
        double[] all = [.. shares];
        return new Interval(share, Store.SampleSummary.Quantile(all, outside), Store.SampleSummary.Quantile(all, 1 - outside), sorted.Length);
    }

    /// <summary>The same without an interval.</summary>
    internal static double? Of(double[] sorted, double worst)
    {
        int[] once = new int[sorted.Length];
        Array.Fill(once, 1);
        return sorted[0] < 0 ? null : Share(sorted, once, worst);
    }

    /// <summary>The share when each value occurs so many times; of a run that is only partly among the worst, that part. Null with a sum of zero.</summary>
    private static double? Share(double[] sorted, int[] times, double worst)
    {
        double room = worst * sorted.Length;
        (double top, double all) = (0, 0);
        for (int index = sorted.Length - 1; index >= 0; index--)
        {
            double taken = Math.Min(room, times[index]);
            room -= taken;
            top += taken * sorted[index];
            all += times[index] * sorted[index];
        }

        return all > 0 ? top / all : null;
    }
}
