namespace Experiments.Discovery;

/// <summary>One limit of a box.</summary>
/// <param name="Dimension">Number of the factor.</param>
/// <param name="Side">What is cut off.</param>
/// <param name="At">Where, in the factor's scale; unused for categories.</param>
/// <param name="Excluded">Categories that are cut off, a bit each; 0 for numbers.</param>
internal readonly record struct Restriction(int Dimension, Side Side, double At, ulong Excluded = 0)
{
    /// <summary>Whether a value is kept.</summary>
    internal bool Holds(double value) => Side switch
    {
        Side.Low => value > At,
        Side.High => value < At,
        _ => (Excluded & Bit(value)) == 0,
    };

    /// <summary>The bit of a category.</summary>
    internal static ulong Bit(double category) => 1UL << (int)category;
}
