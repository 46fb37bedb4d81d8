namespace Experiments.Sensitivity;

/// <summary>
/// One outcome at all rows of a design, replicate by replicate. Replicate r of all rows met the same luck, so that products and
/// differences of two rows are taken within replicates.
/// </summary>
/// <param name="Values">Shape rows × replicates, row after row; NaN where a run failed or has no such outcome.</param>
/// <param name="Replicates">Replicates R, at least 1.</param>
internal sealed record RowSamples(double[] Values, int Replicates)
{
    /// <summary>Number of rows.</summary>
    internal int Rows => Values.Length / Replicates;

    /// <summary>The replicates of a row.</summary>
    internal ReadOnlySpan<double> Row(int row) => Values.AsSpan(row * Replicates, Replicates);

    /// <summary>Mean of a row; NaN where any replicate is missing.</summary>
    internal double Mean(int row)
    {
        double sum = 0;
        foreach (double value in Row(row))
        {
            sum += value;
        }

        return sum / Replicates;
    }

    /// <summary>Whether all replicates of a row are there.</summary>
    internal bool IsThere(int row) => !double.IsNaN(Mean(row));

    /// <summary>
    /// The product of the expected values of two rows, estimated without bias: x̄·ȳ − Cov(x, y)/R, Cov over matched replicates with
    /// divisor R − 1. With one replicate x·y, luck included.
    /// </summary>
    internal double Product(int one, int other)
    {
        ReadOnlySpan<double> x = Row(one), y = Row(other);
        if (Replicates == 1)
        {
            return x[0] * y[0];
        }

        (double sumX, double sumY, double sumXY) = (0, 0, 0);
        for (int replicate = 0; replicate < x.Length; replicate++)
        {
            sumX += x[replicate];
            sumY += y[replicate];
            sumXY += x[replicate] * y[replicate];
        }

        // The same as the mean of x_r·y_s over all r ≠ s.
        return ((sumX * sumY) - sumXY) / ((double)Replicates * (Replicates - 1));
    }

    /// <summary>The squared difference of the expected values of two rows, estimated in the same way; it may come out below 0.</summary>
    internal double SquaredDifference(int one, int other)
    {
        ReadOnlySpan<double> x = Row(one), y = Row(other);
        (double sum, double squares) = (0, 0);
        for (int replicate = 0; replicate < x.Length; replicate++)
        {
            double difference = x[replicate] - y[replicate];
            sum += difference;
            squares += difference * difference;
        }

        return Replicates == 1 ? squares : ((sum * sum) - squares) / ((double)Replicates * (Replicates - 1));
    }

    /// <summary>Variance of a row over its replicates, divisor R − 1; NaN with one replicate.</summary>
    internal double Luck(int row)
    {
        ReadOnlySpan<double> x = Row(row);
        double mean = Mean(row), sum = 0;
        foreach (double value in x)
        {
            sum += (value - mean) * (value - mean);
        }

        return x.Length > 1 ? sum / (x.Length - 1) : double.NaN;
    }

    /// <summary>The same with each replicate centred on its own mean over some rows: what luck does to all rows alike then cancels.</summary>
    /// <param name="rows">The rows; those where a replicate is missing do not count.</param>
    internal RowSamples Centred(IEnumerable<int> rows)
    {
        double[] means = new double[Replicates];
        int count = 0;
        foreach (int row in rows.Where(IsThere))
        {
            count++;
            for (int replicate = 0; replicate < Replicates; replicate++)
            {
                means[replicate] += (Row(row)[replicate] - means[replicate]) / count;
            }
        }

        return this with { Values = [.. Values.Select((value, index) => value - means[index % Replicates])] };
    }
}
