using Experiments.Sensitivity;

namespace Experiments.Analysis.Fronts;

/// <summary>
/// Bootstrap of worst tenths over replicates. All policies meet the same resamples, so that the difference of two has an interval of its own, which is much
/// narrower than those of both where they fare alike (paired percentile bootstrap: Efron and Tibshirani 1993, An Introduction to the Bootstrap).
/// </summary>
internal sealed class ReplicateResamples
{
    /// <summary>The share of replicates that counts as the worst.</summary>
    private const double Tail = 0.1;

    private readonly double[][] _weights;

    /// <summary>Draws the resamples.</summary>
    /// <param name="replicates">Replicates.</param>
    /// <param name="seed">Seed of the experiment.</param>
    internal ReplicateResamples(int replicates, ulong seed) =>
        _weights = [.. Enumerable.Range(0, Bootstrap.Resamples).Select(resample => Bootstrap.Weights(replicates, resample, seed))];

    /// <summary>How often each replicate was drawn, a resample each.</summary>
    internal IReadOnlyList<double[]> Weights => _weights;

    /// <summary>Mean of the worst tenth with its interval.</summary>
    /// <param name="values">Values by replicate.</param>
    /// <param name="sign">1 when more is better, −1 when less is.</param>
    internal Interval WorstTenth(double[] values, int sign)
    {
        (double estimate, double[] resampled) = Tails(values, sign);
        return Bootstrap.Percentiles(estimate, resampled, values.Length);
    }

    /// <summary>The difference of two worst tenths, one − other, with its interval.</summary>
    internal Interval Difference(double[] one, double[] other, int sign)
    {
        (double estimate, double[] resampled) = Tails(one, sign);
        (double second, double[] others) = Tails(other, sign);
        return Bootstrap.Percentiles(estimate - second, resampled.Zip(others, (mine, theirs) => mine - theirs), one.Length);
    }

    /// <summary>
    /// Mean of the worst tenth: of n values the ⌊n/10⌋ worst count fully and the next one for the rest, as the definition of a conditional value at risk
    /// for a discrete distribution has it (Rockafellar and Uryasev 2002, J. Banking Finance 26:1443, doi:10.1016/S0378-4266(02)00271-6).
    /// </summary>
    internal static double WorstMean(double[] values, int sign) => WorstMean(values, Worst(values, sign), [.. Enumerable.Repeat(1.0, values.Length)]);

    private (double Estimate, double[] Resampled) Tails(double[] values, int sign)
    {
        int[] worst = Worst(values, sign);
        return (WorstMean(values, sign), [.. _weights.Select(weights => WorstMean(values, worst, weights))]);
    }

    private static int[] Worst(double[] values, int sign) => [.. Enumerable.Range(0, values.Length).OrderBy(index => sign * values[index])];

    private static double WorstMean(double[] values, int[] worst, double[] weights)
    {
        double wanted = Tail * values.Length;
        double left = wanted;
        double sum = 0;
        for (int place = 0; place < worst.Length && left > 0; place++)
        {
            double taken = Math.Min(weights[worst[place]], left);
            sum += taken * values[worst[place]];
            left -= taken;
        }

        return sum / wanted;
    }
}
