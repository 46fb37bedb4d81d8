using MathNet.Numerics.Distributions;
using Simulator.Ledgers;

namespace Experiments.Analysis;

/// <summary>
/// Interval of a ratio of means r = ȳ/x̄ over paired replicates, r ± t(n − 1)·s_d/(x̄·√n) with the residuals d = y − r·x: the delta
/// method (Cochran 1977, Sampling Techniques, ch. 6). The mean of ratios is not used: replicates with few in the denominator
/// would pull it up, and those with none would have to be left out.
/// </summary>
internal static class RatioInterval
{
    /// <summary>Name of the estimate, as captions give it.</summary>
    internal const string Name = "ratio of means";

    /// <summary>Name of the method, as captions and notes give it.</summary>
    internal const string Method = Name + ", 95% delta-method interval over replicates";

    /// <summary>The ratio of two outcomes of one policy; null when no run has both or the denominator's mean is not positive.</summary>
    internal static Interval? Of(PolicyResults policy, Metric numerator, Metric denominator)
    {
        IReadOnlyDictionary<int, double> below = policy.ByReplicate(denominator);
        return Of([.. policy.ByReplicate(numerator).Where(run => below.ContainsKey(run.Key)).Select(run => (run.Value, below[run.Key]))]);
    }

    /// <summary>The ratio of means of pairs; null without pairs or with a denominator whose mean is not positive. One pair has no bounds.</summary>
    internal static Interval? Of(IReadOnlyCollection<(double Numerator, double Denominator)> pairs)
    {
        double below = pairs.Count == 0 ? 0 : pairs.Average(pair => pair.Denominator);
        if (below <= 0)
        {
            return null;
        }

        double ratio = pairs.Average(pair => pair.Numerator) / below;
        if (pairs.Count < 2)
        {
            return new Interval(ratio, null, null, pairs.Count);
        }

        double squares = pairs.Sum(pair => Math.Pow(pair.Numerator - (ratio * pair.Denominator), 2));
        double error = Math.Sqrt(squares / (pairs.Count - 1) / pairs.Count) / below;
        double half = StudentT.InvCDF(0, 1, pairs.Count - 1, 0.5 + (Interval.Confidence / 2)) * error;
        return new Interval(ratio, ratio - half, ratio + half, pairs.Count);
    }
}
