namespace Experiments.Analysis;

/// <summary>A policy at a point whose interval is wider than wanted.</summary>
/// <param name="Point">Number of the point.</param>
/// <param name="Policy">Name of the policy.</param>
/// <param name="HalfWidth">Half of the interval, in the outcome's unit; NaN when it cannot be computed.</param>
/// <param name="Allowed">What was wanted, in the same unit: of a relative width its share of the estimate.</param>
internal sealed record PrecisionGap(int Point, string Policy, double HalfWidth, double Allowed)
{
    /// <summary>How many times as wide as wanted; infinite when it cannot be said.</summary>
    internal double Excess => double.IsNaN(HalfWidth) ? double.PositiveInfinity : HalfWidth / Allowed;
}
