using MathNet.Numerics.Distributions;

namespace Experiments.Running.Stopping;

/// <summary>
/// How surely the alternative that looks best is the best: 1 − Σᵢ P(T > δᵢ/(s_Dᵢ/√nᵢ)), T with nᵢ − 1 degrees of freedom, over all
/// rivals i, where Dᵢ = X_best − Xᵢ by common replicate, δᵢ its mean, s_Dᵢ its standard deviation and nᵢ the number of common
/// replicates: Bonferroni's lower bound of the probability of correct selection (Chen, Lin, Yücesan and Chick 2000, Discrete
/// Event Dyn. Syst. 10:251, doi:10.1023/A:1008349927281; by paired differences Fu, Hu, Chen and Xiong 2007, INFORMS J. Comput.
/// 19:101, doi:10.1287/ijoc.1050.0155).
/// </summary>
internal static class SelectionProbability
{
    /// <summary>The bound, 0–1.</summary>
    /// <param name="differences">Best − rival, more being better, of each rival.</param>
    internal static double Bound(IEnumerable<Spread> differences) => Math.Max(0, 1 - differences.Sum(OfMistake));

    /// <summary>
    /// Probability that a rival is better in spite of the data. A rival that equals the best in every replicate is no mistake: 0.
    /// One that cannot be compared is worth a coin: ½.
    /// </summary>
    internal static double OfMistake(Spread difference) => difference switch
    {
        { Count: < 2 } => 0.5,
        { Deviation: 0 } => difference.Mean < 0 ? 1 : 0,
        _ => StudentT.CDF(0, 1, difference.Count - 1, -difference.Mean / difference.StandardError),
    };
}
