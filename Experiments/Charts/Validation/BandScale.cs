using Experiments.Validation;

namespace Experiments.Charts.Validation;

/// <summary>
/// Where a value lies relative to its band, so that figures in different units can be drawn on one axis: 0 is the lower edge of the band, 1 the
/// upper. Positive bands are measured by ratios (on a logarithm), others by differences. Where a band has one edge, one step is a doubling of it, or
/// its own size where the edge is not positive; where the edge is 0, one step is twice the size of the value, so that only its side and the width of
/// its interval mean something.
/// </summary>
internal static class BandScale
{
    /// <summary>Ends of the axis; what lies beyond is drawn at the end.</summary>
    internal const double First = -1.6, Last = 2.6;

    /// <summary>Position of a value of a figure.</summary>
    internal static double Of(Measured figure, double value) => (figure.Band.Low, figure.Band.High) switch
    {
        ({ } low, { } high) when low > 0 => value > 0 ? Math.Log(value / low) / Math.Log(high / low) : double.NegativeInfinity,
        ({ } low, { } high) => (value - low) / (high - low),
        ({ } low, null) when low > 0 => value > 0 ? Math.Log2(value / low) : double.NegativeInfinity,
        ({ } low, null) when low < 0 => (value - low) / -low,
        (_, null) => value / (2 * Math.Max(Math.Abs(figure.Value!.Value.Mean), double.Epsilon)),
        (null, { } high) => value > 0 ? 1 + Math.Log2(value / high) : double.NegativeInfinity,
    };

    /// <summary>The same, held within the axis.</summary>
    internal static double Held(Measured figure, double value) => Math.Clamp(Of(figure, value), First, Last);
}
