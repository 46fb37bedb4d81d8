using Experiments.Designs;

namespace Experiments.Emulation;

/// <summary>
/// What a factor does on its own, averaged over all values of the others: E(y | xᵈ), and its variance over the range of the factor as a share of that of the
/// outcome, the first-order index (Oakley and O'Hagan 2004, Probabilistic sensitivity analysis of complex models, doi:10.1111/j.1467-9868.2004.05304.x).
/// </summary>
/// <param name="Axis">Number of the factor.</param>
/// <param name="Curve">Positions on the unit interval, ascending, and what is expected there.</param>
/// <param name="Share">Var E(y | xᵈ)/Var y over the unit cube, 0–1.</param>
internal sealed record MainEffect(int Axis, IReadOnlyList<(double Position, Prediction Expected)> Curve, double Share)
{
    /// <summary>Places along a factor. Odd, so that the middle is one of them.</summary>
    internal const int Places = 21;

    /// <summary>Points of the other factors that are averaged over.</summary>
    internal const int Averaged = 128;

    /// <summary>Points from which the variance of the outcome is taken.</summary>
    private const int Spread = 2_048;

    /// <summary>Seed of the points: they belong to the method, not to the experiment.</summary>
    private const ulong Seed = 0xE3;

    /// <summary>The place where the outcome is lowest.</summary>
    internal (double Position, Prediction Expected) Lowest => Curve.MinBy(place => place.Expected.Mean);

    /// <summary>The place where the outcome is highest.</summary>
    internal (double Position, Prediction Expected) Highest => Curve.MaxBy(place => place.Expected.Mean);

    /// <summary>The effects of all factors, the one that matters most first.</summary>
    /// <param name="emulator">One that fits.</param>
    internal static IReadOnlyList<MainEffect> All(Emulator emulator)
    {
        int dimensions = emulator.Training.Dimensions;
        double[] points = Points(dimensions, Averaged);
        double variance = Variance([.. Points(dimensions, Spread).Chunk(dimensions).Select(point => emulator.Mean(point))], ends: 1);
        var effects = new MainEffect[dimensions];
        Parallel.For(0, dimensions, axis => effects[axis] = Of(emulator, axis, points, variance));
        return [.. effects.OrderByDescending(effect => effect.Share)];
    }

    private static MainEffect Of(Emulator emulator, int axis, double[] points, double variance)
    {
        int dimensions = emulator.Training.Dimensions;
        (double, Prediction)[] curve = [.. Enumerable.Range(0, Places).Select(place =>
        {
            double position = (double)place / (Places - 1);
            double[] moved = [.. points];
            for (int element = axis; element < moved.Length; element += dimensions)
            {
                moved[element] = position;
            }

            return (position, emulator.PredictMean(moved));
        })];
        return new MainEffect(axis, curve, Math.Min(1, Variance([.. curve.Select(place => place.Item2.Mean)], ends: 0.5) / variance));
    }

    // The trapezoidal rule gives the two ends half the weight of the places between.
    private static double Variance(double[] values, double ends)
    {
        double Weight(int index) => index == 0 || index == values.Length - 1 ? ends : 1;
        double total = values.Select((_, index) => Weight(index)).Sum();
        double mean = values.Select((value, index) => Weight(index) * value).Sum() / total;
        return values.Select((value, index) => Weight(index) * (value - mean) * (value - mean)).Sum() / total;
    }

    private static double[] Points(int dimensions, int count)
    {
        var sequence = new SobolSequence(dimensions, Seed);
        var points = new double[count * dimensions];
        for (int point = 0; point < count; point++)
        {
            sequence.Point(point, points.AsSpan(point * dimensions, dimensions));
        }

        return points;
    }
}
