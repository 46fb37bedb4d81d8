using MathNet.Numerics;

namespace Experiments.Discovery;

/// <summary>
/// P(X ≥ k) where n of N points are drawn, K of which are cases: Σ C(K, x)·C(N − K, n − x)/C(N, n) over x from k; the one-sided
/// exact test of Fisher (1935, JRSS 98:39, doi:10.2307/2342435) of a box against a draw at random.
/// </summary>
internal static class HypergeometricTail
{
    /// <summary>The probability.</summary>
    /// <param name="count">Points and cases inside the box and in all.</param>
    internal static double AtLeast(BoxCount count)
    {
        (int drawn, int cases, int all, int allCases) = (count.Points, count.Cases, count.AllPoints, count.AllCases);
        double whole = SpecialFunctions.BinomialLn(all, drawn);
        double sum = 0;
        for (int hits = Math.Max(cases, drawn - (all - allCases)); hits <= Math.Min(drawn, allCases); hits++)
        {
            sum += Math.Exp(SpecialFunctions.BinomialLn(allCases, hits) + SpecialFunctions.BinomialLn(all - allCases, drawn - hits) - whole);
        }

        return Math.Min(1, sum);
    }
}
