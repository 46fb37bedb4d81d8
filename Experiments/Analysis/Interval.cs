namespace Experiments.Analysis;

/// <summary>An estimate with the bounds of its 95% interval.</summary>
/// <param name="Mean">The estimate.</param>
/// <param name="Low">Lower bound; null when there are too few observations to say.</param>
/// <param name="High">Upper bound; null together with <paramref name="Low"/>.</param>
/// <param name="Count">Observations behind it.</param>
internal readonly record struct Interval(double Mean, double? Low, double? High, int Count)
{
    /// <summary>Confidence of every interval in reports. Chosen, not measured.</summary>
    internal const double Confidence = 0.95;

    /// <summary>Whether there are bounds.</summary>
    internal bool HasBounds => Low is not null;

    /// <summary>Distance from the mean to the upper bound; 0 without bounds.</summary>
    internal double Above => High is { } high ? high - Mean : 0;

    /// <summary>Distance from the lower bound to the mean; 0 without bounds.</summary>
    internal double Below => Low is { } low ? Mean - low : 0;

    /// <summary>Where a value lies: 1 when the whole interval is above it, −1 when below, 0 when it is inside or there is no interval.</summary>
    internal int SideOf(double value) => Low > value ? 1 : High < value ? -1 : 0;

    /// <summary>The best guess of the side: <see cref="SideOf"/>, or that of the mean where one run has no interval.</summary>
    internal int LikelySideOf(double value) => HasBounds ? SideOf(value) : Math.Sign(Mean - value);

    /// <summary>The same in another unit.</summary>
    internal Interval Times(double factor)
    {
        (double? one, double? other) = (Low * factor, High * factor);
        return factor < 0 ? new(Mean * factor, other, one, Count) : new(Mean * factor, one, other, Count);
    }

    /// <summary>The same measured from another origin.</summary>
    internal Interval Plus(double shift) => new(Mean + shift, Low + shift, High + shift, Count);
}
