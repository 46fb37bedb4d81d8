namespace Experiments.Analysis.Context;

/// <summary>
/// Share of a gain that something recovers: the ratio r = ȳ/x̄ of two mean differences from the same starting point, paired by replicate, with Fieller's interval (Fieller 1954, J. R. Stat. Soc. B 16:175):
/// all r with (ȳ − r·x̄)² ≤ t²(n − 1)·(s_yy − 2r·s_xy + r²·s_xx)/n. It is a bounded interval only where x̄ is told apart from zero; else there is no gain to recover a share of, and no share is given.
/// </summary>
internal static class RecoveredShare
{
    /// <summary>Name of the method, as captions give it.</summary>
    internal const string Method = "recovered shares: 95% Fieller intervals of the ratio of paired differences";

    /// <summary>The share; null unless the whole gain is above zero beyond doubt.</summary>
    /// <param name="recovered">y: what was gained, by replicate.</param>
    /// <param name="whole">x: what could be gained, in the same replicates.</param>
    internal static Interval? Of(IReadOnlyList<double> recovered, IReadOnlyList<double> whole)
    {
        int count = whole.Count;
        if (count < 2 || recovered.Count != count)
        {
            return null;
        }

        (double y, double x) = (recovered.Average(), whole.Average());
        double Covariance(IReadOnlyList<double> one, double first, IReadOnlyList<double> other, double second) =>
            one.Zip(other, (a, b) => (a - first) * (b - second)).Sum() / (count - 1) / count;
        double squared = Math.Pow(MeanInterval.Quantile(count - 1, Interval.Confidence), 2);
        double quadratic = (x * x) - (squared * Covariance(whole, x, whole, x));
        if (x <= 0 || quadratic <= 0)
        {
            return null;
        }

        double linear = (x * y) - (squared * Covariance(whole, x, recovered, y));
        double constant = (y * y) - (squared * Covariance(recovered, y, recovered, y));
        double root = Math.Sqrt(Math.Max(0, (linear * linear) - (quadratic * constant)));
        return new Interval(y / x, (linear - root) / quadratic, (linear + root) / quadratic, count);
    }
}
