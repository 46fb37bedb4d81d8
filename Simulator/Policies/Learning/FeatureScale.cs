namespace Simulator.Policies.Learning;

/// <summary>
/// Standardisation of features: (x − mean)/standard deviation, with the population's divisor n. A feature that does not vary becomes 0. A value
/// beyond those that were learned from counts as the nearest of them: nothing is concluded about what was never tried.
/// </summary>
/// <param name="Means">Means of the rows that were learned from.</param>
/// <param name="Deviations">Standard deviations; 0 where a feature does not vary.</param>
/// <param name="Lowest">Smallest values that were learned from.</param>
/// <param name="Highest">Largest values.</param>
internal sealed record FeatureScale(double[] Means, double[] Deviations, double[] Lowest, double[] Highest)
{
    // Below this share of the mean a deviation is a rounding error of its sum.
    private const double Rounding = 1e-12;

    /// <summary>Scale of rows.</summary>
    /// <param name="rows">Row by row, n × width.</param>
    /// <param name="width">Features in a row.</param>
    internal static FeatureScale Of(ReadOnlySpan<double> rows, int width)
    {
        int count = rows.Length / width;
        (double[] means, double[] deviations) = (new double[width], new double[width]);
        (double[] lowest, double[] highest) = ([.. rows[..width]], [.. rows[..width]]);
        for (int index = 0; index < rows.Length; index++)
        {
            int feature = index % width;
            means[feature] += rows[index] / count;
            lowest[feature] = Math.Min(lowest[feature], rows[index]);
            highest[feature] = Math.Max(highest[feature], rows[index]);
        }

        for (int index = 0; index < rows.Length; index++)
        {
            double off = rows[index] - means[index % width];
            deviations[index % width] += off * off / count;
        }

        for (int feature = 0; feature < width; feature++)
        {
            double deviation = Math.Sqrt(deviations[feature]);
            deviations[feature] = deviation > Rounding * Math.Abs(means[feature]) ? deviation : 0;
        }

        return new FeatureScale(means, deviations, lowest, highest);
    }

    /// <summary>Standardises a row in place.</summary>
    internal void Apply(Span<double> row)
    {
        for (int feature = 0; feature < row.Length; feature++)
        {
            double value = Math.Clamp(row[feature], Lowest[feature], Highest[feature]);
            row[feature] = Deviations[feature] > 0 ? (value - Means[feature]) / Deviations[feature] : 0;
        }
    }
}
