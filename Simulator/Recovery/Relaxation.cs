namespace Simulator.Recovery;

/// <summary>
/// Return to rest with a half-life H: x ← x·2^(−1/H) a day. A value is stored as x·2^((day − landmark)/H) and read back with the
/// day's scale 2^(−(day − landmark)/H); landmarks move before the scale leaves the range of a double.
/// </summary>
internal sealed class Relaxation
{
    /// <summary>Halvings between two landmarks: far from the 1,022 a double can hold.</summary>
    private const double HalvingsPerLandmark = 500;

    private readonly double[] _scale;
    private readonly double[] _lift;

    /// <summary>Scales for days 0 … days.</summary>
    internal Relaxation(double halfLifeDays, int days)
    {
        HalfLifeDays = halfLifeDays;
        DayFactor = Math.Pow(2, -1 / halfLifeDays);
        Tail = DayFactor / (1 - DayFactor);
        LandmarkEvery = (int)Math.Max(1, Math.Min(HalvingsPerLandmark * halfLifeDays, days + 1.0));
        _scale = new double[days + 1];
        _lift = new double[days + 1];
        for (int day = 0; day <= days; day++)
        {
            _scale[day] = Math.Pow(2, -(day % LandmarkEvery) / halfLifeDays);
            _lift[day] = 1 / _scale[day];
        }
    }

    /// <summary>H, days.</summary>
    internal double HalfLifeDays { get; }

    /// <summary>λ = 2^(−1/H), what is left after a day.</summary>
    internal double DayFactor { get; }

    /// <summary>λ/(1 − λ) = Σ λ^j over all later days j = 1, 2, …: what a value of 1 will still add up to.</summary>
    internal double Tail { get; }

    /// <summary>Days between landmarks.</summary>
    internal int LandmarkEvery { get; }

    /// <summary>Scale of a day: stored value × scale = value.</summary>
    internal double Scale(int day) => _scale[day];

    /// <summary>Inverse of the scale: value × lift = stored value.</summary>
    internal double Lift(int day) => _lift[day];

    /// <summary>Whether stored values must be moved to a new landmark on the morning of a day.</summary>
    internal bool MovesOn(int day) => day > 0 && day % LandmarkEvery == 0;

    /// <summary>Moves stored values from the landmark before to the one of today. Zeros are left alone: pages that were never written take no memory until they are.</summary>
    internal void Move(Span<double> stored)
    {
        double factor = Math.Pow(2, -LandmarkEvery / HalfLifeDays);
        foreach (ref double value in stored)
        {
            if (value != 0)
            {
                value *= factor;
            }
        }
    }

    /// <summary>First day on which a stored value is no longer above a threshold.</summary>
    /// <param name="stored">Stored on the landmark of <paramref name="day"/>; above 0.</param>
    /// <param name="threshold">Above 0.</param>
    /// <param name="day">A day between the same landmarks.</param>
    internal double FirstDayAtOrBelow(double stored, double threshold, int day) =>
        (day - (day % LandmarkEvery)) + Math.Ceiling(HalfLifeDays * Math.Log2(stored / threshold));
}
