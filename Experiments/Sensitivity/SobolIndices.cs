using Experiments.Analysis;
using Experiments.Designs;

namespace Experiments.Sensitivity;

/// <summary>
/// Sobol' indices from the rows A, B, A with a column of B (Aᵢ) and, where there are any, B with a column of A (Bᵢ). With outcomes centred:
/// <list type="bullet">
/// <item>first order Sᵢ = E[f(B)·(f(Aᵢ) − f(A))]/V: Saltelli et al. (2010), doi:10.1016/j.cpc.2009.09.018, Table 2(b);</item>
/// <item>total Tᵢ = E[(f(A) − f(Aᵢ))²]/2V: Jansen (1999), Analysis of variance designs for model output, doi:10.1016/S0010-4655(98)00154-4;</item>
/// <item>second order Sᵢⱼ = (E[f(Bᵢ)·f(Aⱼ)] − E[f(A)·f(B)])/V − Sᵢ − Sⱼ: Saltelli (2002), doi:10.1016/S0010-4655(02)00280-1;</item>
/// <item>V = E[f²] − E[f]² over A and B together.</item>
/// </list>
/// Where there are rows Bᵢ, A and B change roles for a second estimate of each, and the two are averaged.
/// </summary>
/// <remarks>
/// Luck: every product is that of <see cref="RowSamples.Product"/>, without the part that matched luck adds to it, so that with two
/// replicates or more numerators and V are those of the expected outcome, not of the mean of a few runs. With one replicate the
/// indices are those of the outcome under one luck, common to all rows. Failures: a point is left out of those indices alone whose
/// rows it lacks, and of all where A or B is missing.
/// </remarks>
internal static class SobolIndices
{
    /// <summary>The indices with percentile intervals over resampled base points.</summary>
    /// <param name="samples">The outcome at all rows, in the order of the layout.</param>
    /// <param name="layout">The rows of a base point.</param>
    /// <param name="seed">Seed of the resamples.</param>
    /// <param name="resamples">Resamples.</param>
    internal static SobolEstimate Of(RowSamples samples, SobolIndicesLayout layout, ulong seed, int resamples = Bootstrap.Resamples)
    {
        var terms = new SobolTerms(samples, layout);
        double[] once = new double[terms.Points];
        Array.Fill(once, 1);
        double[] estimates = terms.Indices(once);
        double[][] drawn = new double[resamples][];
        for (int resample = 0; resample < resamples; resample++)
        {
            drawn[resample] = terms.Indices(Bootstrap.Weights(terms.Points, resample, seed));
        }

        Interval At(int index, int count) => Bootstrap.Percentiles(estimates[index], drawn.Select(values => values[index]), count);
        int factors = layout.Factors;
        Interval[] first = [.. Enumerable.Range(0, factors).Select(factor => At(factor, terms.CountOf(factor)))];
        Interval[] total = [.. Enumerable.Range(0, factors).Select(factor => At(factors + factor, terms.CountOf(factors + factor)))];
        int[] order = [.. Enumerable.Range(0, factors).OrderByDescending(factor => total[factor].Mean).Take(2)];
        double Ahead(double[] values) => values[factors + order[0]] - values[factors + order[^1]];
        return new SobolEstimate(
            terms.Points,
            estimates[terms.VarianceAt],
            first,
            total,
            layout.HasSecondOrder ? Second(factors, terms, At) : null,
            Bootstrap.Percentiles(estimates.Take(factors).Sum(), drawn.Select(values => values.Take(factors).Sum()), terms.Points),
            samples.Replicates > 1 ? At(terms.LuckAt, terms.Points) : null,
            Bootstrap.Percentiles(Ahead(estimates), drawn.Select(Ahead), terms.Points));
    }

    private static Interval[,] Second(int factors, SobolTerms terms, Func<int, int, Interval> at)
    {
        var second = new Interval[factors, factors];
        for (int one = 0; one < factors; one++)
        {
            for (int other = one + 1; other < factors; other++)
            {
                int index = terms.PairAt(one, other);
                second[one, other] = second[other, one] = at(index, terms.CountOf(index));
            }
        }

        return second;
    }
}
