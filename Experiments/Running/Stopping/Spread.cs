namespace Experiments.Running.Stopping;

/// <summary>Number, mean and standard deviation of a sample; values that are missing are left out.</summary>
/// <param name="Count">n.</param>
/// <param name="Mean">x̄; NaN without values.</param>
/// <param name="Deviation">s with n − 1; NaN below two values.</param>
internal readonly record struct Spread(int Count, double Mean, double Deviation)
{
    /// <summary>Standard error of the mean, s/√n.</summary>
    internal double StandardError => Deviation / Math.Sqrt(Count);

    /// <summary>Of a sample, summed in replicate order.</summary>
    internal static Spread Of(ReadOnlySpan<double> values) => Of(values, default);

    /// <summary>Of the differences one − other of the replicates that both have; of <paramref name="one"/> alone when the other is empty.</summary>
    internal static Spread Of(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        int length = other.IsEmpty ? one.Length : Math.Min(one.Length, other.Length);
        (int count, double sum) = (0, 0);
        for (int index = 0; index < length; index++)
        {
            double value = other.IsEmpty ? one[index] : one[index] - other[index];
            if (double.IsFinite(value))
            {
                count++;
                sum += value;
            }
        }

        double mean = count > 0 ? sum / count : double.NaN;
        double squares = 0;
        for (int index = 0; index < length; index++)
        {
            double value = other.IsEmpty ? one[index] : one[index] - other[index];
            squares += double.IsFinite(value) ? (value - mean) * (value - mean) : 0;
        }

        return new Spread(count, mean, count > 1 ? Math.Sqrt(squares / (count - 1)) : double.NaN);
    }
}
