using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using MathNet.Numerics.Distributions;

namespace Simulator.People;

/// <summary>
/// A trait as a function of a standard normal score, x(n) = F⁻¹(Φ(n)), tabulated once per distribution and interpolated
/// linearly: an inverse distribution function costs microseconds, a look-up a nanosecond.
/// Absolute error for scores within ± 5 (all but one person in 1.7 million): at most 10⁻⁶ for the default traits, 2·10⁻⁵ for
/// concentrations from 0.2 on, and 4·10⁻³ at the smallest allowed, 0.01, where almost everybody is at 0 or 1.
/// Beyond ± 5 the inverse distribution function itself is good to 2·10⁻⁴ only. Held in tests.
/// Reach: at most 10⁻⁵ relative for σ up to 2.
/// </summary>
internal sealed class TraitTable
{
    /// <summary>Scores beyond ± this are held at it; 32-bit words give at most 6.34.</summary>
    internal const double Edge = 7;

    private const int CellsPerUnit = 256;
    private const int Cells = 2 * (int)Edge * CellsPerUnit;

    /// <summary>Tables kept at most, 14 kB each: a sweep over the mean of a trait asks for another one at every point. Chosen, not measured.</summary>
    private const int MostKept = 4096;

    private static readonly ConcurrentDictionary<BetaShape, TraitTable> BetaTables = new();
    private static readonly ConcurrentDictionary<LogNormalShape, TraitTable> ReachTables = new();

    private readonly float[] _values = new float[Cells + 2];

    private TraitTable(Func<double, double> quantileAtScore)
    {
        double largest = 0;
        for (int knot = 0; knot <= Cells; knot++)
        {
            // A root search may be off in the last digits; a quantile never falls.
            largest = Math.Max(largest, quantileAtScore(((double)knot / CellsPerUnit) - Edge));
            _values[knot] = (float)largest;
        }

        _values[Cells + 1] = _values[Cells];
    }

    /// <summary>The table of a Beta trait, built when first asked for and shared by all runs.</summary>
    internal static TraitTable Of(BetaShape shape) => Kept(BetaTables, shape, static key => new TraitTable(score => Quantile(key, score)));

    /// <summary>The table of reach, people.</summary>
    internal static TraitTable Of(LogNormalShape shape) => Kept(ReachTables, shape, static key => new TraitTable(score => Quantile(key, score)));

    /// <summary>Exact Beta quantile; each half is taken from its own tail, where the small probability is accurate.</summary>
    internal static double Quantile(BetaShape shape, double score)
    {
        double a = shape.Mean * shape.Concentration;
        double b = (1 - shape.Mean) * shape.Concentration;
        return score <= 0 ? Beta.InvCDF(a, b, Normal.CDF(0, 1, score)) : 1 - Beta.InvCDF(b, a, Normal.CDF(0, 1, -score));
    }

    /// <summary>Exact log-normal quantile median·e^(σ·score), held at the maximum.</summary>
    internal static double Quantile(LogNormalShape shape, double score) =>
        Math.Min(shape.Maximum, shape.Median * Math.Exp(shape.Sigma * score));

    // Emptied rather than thinned: whoever still uses a table holds it, and what is asked for again is built again.
    private static TraitTable Kept<TShape>(ConcurrentDictionary<TShape, TraitTable> tables, TShape shape, Func<TShape, TraitTable> build)
        where TShape : notnull
    {
        if (tables.TryGetValue(shape, out TraitTable? table))
        {
            return table;
        }

        if (tables.Count >= MostKept)
        {
            tables.Clear();
        }

        return tables.GetOrAdd(shape, build);
    }

    /// <summary>The trait of a person with a standard normal score.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal float At(double score)
    {
        double position = (Math.Clamp(score, -Edge, Edge) + Edge) * CellsPerUnit;
        int cell = (int)position;
        float low = _values[cell];
        return low + ((_values[cell + 1] - low) * (float)(position - cell));
    }
}
