namespace Experiments.Calibration;

/// <summary>What a generation accepts: d = √Σ(discrepancy/scale)² ≤ ε.</summary>
/// <param name="Scales">One scale a statistic.</param>
/// <param name="Epsilon">ε.</param>
internal sealed record Tolerance(double[] Scales, double Epsilon)
{
    /// <summary>Below this a statistic's spread is no reason to weigh it more: the error model cannot tell such values apart, standard deviations.</summary>
    private const double LeastScale = 1;

    /// <summary>Makes a median absolute deviation a standard deviation of normal data.</summary>
    private const double NormalConsistency = 1.4826;

    /// <summary>Distance of discrepancies; infinite for a simulation that failed or lacks a statistic.</summary>
    internal double Distance(double[] discrepancies)
    {
        double sum = discrepancies.Length == 0 ? double.NaN : 0;
        for (int index = 0; index < discrepancies.Length; index++)
        {
            double scaled = discrepancies[index] / Scales[index];
            sum += scaled * scaled;
        }

        return double.IsNaN(sum) ? double.PositiveInfinity : Math.Sqrt(sum);
    }

    /// <summary>Whether discrepancies are accepted.</summary>
    internal bool Accepts(double[] discrepancies) => Distance(discrepancies) <= Epsilon;

    /// <summary>
    /// Scale of each statistic: the median absolute deviation over all simulations of a generation, accepted or not (Prangle 2017, Bayesian
    /// Analysis 12:289, doi 10.1214/16-BA1002), at least one standard deviation of the error.
    /// </summary>
    /// <param name="simulated">Discrepancies of all simulations that did not fail; at least one.</param>
    internal static double[] ScalesOf(IReadOnlyList<double[]> simulated)
    {
        var scales = new double[simulated[0].Length];
        for (int statistic = 0; statistic < scales.Length; statistic++)
        {
            double[] values = [.. simulated.Select(row => row[statistic]).Where(double.IsFinite)];
            double middle = Median(values);
            scales[statistic] = Math.Max(LeastScale, NormalConsistency * Median([.. values.Select(value => Math.Abs(value - middle))]));
        }

        return scales;
    }

    private static double Median(double[] values)
    {
        if (values.Length == 0)
        {
            return 0;
        }

        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
