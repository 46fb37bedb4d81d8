namespace Experiments.Emulation;

/// <summary>
/// The Matérn correlation of smoothness 5/2 with a length scale a dimension: ρ(r) = (1 + √5·r + 5r²/3)·e^(−√5·r), r² = Σ ((xᵈ − x'ᵈ)/ℓᵈ)² (Stein 1999,
/// Interpolation of Spatial Data, doi:10.1007/978-1-4612-1494-6; Rasmussen and Williams 2006, eq. 4.17). Twice differentiable: smooth, but not so smooth that
/// a kink of a simulation would make it ring.
/// </summary>
internal static class Matern52
{
    private static readonly double RootFive = Math.Sqrt(5);

    /// <summary>ρ at a squared scaled distance.</summary>
    /// <param name="squared">r², at least 0.</param>
    internal static double Correlation(double squared)
    {
        double scaled = RootFive * Math.Sqrt(squared);
        return (1 + scaled + (scaled * scaled / 3)) * Math.Exp(-scaled);
    }

    /// <summary>The part of ∂ρ/∂log ℓᵈ that all dimensions share: ∂ρ/∂log ℓᵈ = (5/3)·(1 + √5·r)·e^(−√5·r) · ((xᵈ − x'ᵈ)/ℓᵈ)².</summary>
    /// <param name="squared">r², at least 0.</param>
    internal static double Slope(double squared)
    {
        double scaled = RootFive * Math.Sqrt(squared);
        return 5.0 / 3 * (1 + scaled) * Math.Exp(-scaled);
    }

    /// <summary>r² of two points that are already divided by the length scales.</summary>
    internal static double Squared(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        double sum = 0;
        for (int dimension = 0; dimension < one.Length; dimension++)
        {
            double step = one[dimension] - other[dimension];
            sum += step * step;
        }

        return sum;
    }
}
