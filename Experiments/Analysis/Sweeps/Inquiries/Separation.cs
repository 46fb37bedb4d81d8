using MathNet.Numerics.Distributions;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>How well one observation tells which of two worlds it comes from.</summary>
/// <param name="Area">
/// Area under the ROC curve: the probability that of one observation of each world the one from the second is larger, ties counting
/// half (Mann and Whitney 1947). Bounds by <see cref="Method"/>.
/// </param>
/// <param name="Sensitivity">d′: difference of the means in units of the common standard deviation; null where nothing scatters.</param>
internal sealed record Separation(Interval Area, double? Sensitivity)
{
    /// <summary>Name of the method, as captions give it.</summary>
    internal const string Method = "area under the ROC curve over all pairs of different replicates, 95% interval after DeLong on the log-odds scale";

    /// <summary>Two-sided 5% and 80% power: 1.960 + 0.842.</summary>
    private const double Effort = 2.8016;

    /// <summary>The area with the better world guessed: never below one half, as if the direction were known.</summary>
    internal Interval Right => Area.Mean >= 0.5 ? Area : Area.Times(-1).Plus(1);

    /// <summary>Whether a higher value speaks for the second world.</summary>
    internal bool IsHigher => Area.Mean > 0.5;

    /// <summary>
    /// Independent observations of each world that a two-sided rank test at 5% needs for 80% power: N = (z + z)²/(6·(A − ½)²)
    /// (Noether 1987, JASA 82:645, with equal groups). Null where the interval covers one half.
    /// </summary>
    internal double? CasesEach => Area.SideOf(0.5) != 0 ? Math.Ceiling(Effort * Effort / (6 * Math.Pow(Area.Mean - 0.5, 2))) : null;

    /// <summary>
    /// Compares two samples that are matched by replicate. Whoever has one observation has no match for it, so an observation is
    /// compared with those of all other replicates. The matching still makes the estimate more precise, and its variance counts that:
    /// the structural components of both samples (DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44:837) are added replicate by
    /// replicate (Obuchowski 1997, Biometrics 53:567). Samples that do not overlap have Wilson's bound for n of n.
    /// </summary>
    /// <param name="first">Values in the first world, by replicate.</param>
    /// <param name="second">Values in the second world, by replicate.</param>
    /// <returns>Null with fewer than three replicates that have both.</returns>
    internal static Separation? Of(ReplicateSample first, ReplicateSample second)
    {
        (double One, double Other)[] pairs = [.. Enumerable.Range(0, Math.Min(first.Values.Count, second.Values.Count))
            .Select(replicate => (first[replicate], second[replicate]))
            .Where(pair => double.IsFinite(pair.Item1 - pair.Item2))];
        if (pairs.Length < 3)
        {
            return null;
        }

        int others = pairs.Length - 1;
        double[] components = [.. pairs.Select((pair, replicate) =>
            pairs.Where((_, other) => other != replicate).Sum(other => Wins(pair.One, other.Other) + Wins(other.One, pair.Other)) / others)];
        double area = components.Average() / 2;
        double variance = components.Sum(component => Math.Pow(component - (2 * area), 2)) / others / pairs.Length;
        return new Separation(Bounded(area, variance, pairs.Length), Distance(pairs));
    }

    private static double Wins(double one, double other) => one < other ? 1 : one > other ? 0 : 0.5;

    private static Interval Bounded(double area, double variance, int count)
    {
        if (area is 0 or 1)
        {
            return WilsonInterval.Of((int)area * count, count)!.Value with { Mean = area };
        }

        double half = Normal.InvCDF(0, 1, 0.5 + (Interval.Confidence / 2)) * Math.Sqrt(variance) / (area * (1 - area));
        double centre = Math.Log(area / (1 - area));
        double Back(double odds) => 1 / (1 + Math.Exp(-odds));
        return half == 0 ? new Interval(area, area, area, count) : new Interval(area, Back(centre - half), Back(centre + half), count);
    }

    private static double? Distance((double One, double Other)[] pairs)
    {
        var one = new ReplicateSample([.. pairs.Select(pair => pair.One)]);
        var other = new ReplicateSample([.. pairs.Select(pair => pair.Other)]);
        double spread = Math.Sqrt(((one.Deviation!.Value * one.Deviation.Value) + (other.Deviation!.Value * other.Deviation.Value)) / 2);
        return spread > 0 ? (other.Mean - one.Mean) / spread : null;
    }
}
