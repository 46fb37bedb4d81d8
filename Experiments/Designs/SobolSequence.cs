using System.Globalization;
using System.Numerics;

namespace Experiments.Designs;

/// <summary>
/// Points of the Sobol' sequence in the unit cube, in the order of the Gray code (Antonov and Saleev 1979, doi:10.1016/0041-5553(79)90085-5)
/// with the direction numbers of Joe and Kuo (2008), SIAM J. Sci. Comput. 30:2635, doi:10.1137/070709359. Any point is made from its
/// index alone, so threads and restarted runs need no state.
/// </summary>
/// <remarks>
/// Use the first 2^m points, point 0 included: only these are a net, in which the points fill equal boxes equally. Dropping
/// point 0 or taking another number spoils the balance and with it the rate of convergence (Owen 2022, On dropping the first
/// Sobol' point, doi:10.1007/978-3-030-98319-2_4). Scrambled, point 0 is not a corner and there is no reason to drop it.
/// </remarks>
internal sealed class SobolSequence
{
    /// <summary>Dimensions for which the table has direction numbers.</summary>
    internal const int MostDimensions = 256;

    /// <summary>Binary digits of a coordinate. 52, so that half a unit can be added without rounding.</summary>
    internal const int Digits = 52;

    /// <summary>Points of the sequence, 2⁵².</summary>
    internal const long MostPoints = 1L << Digits;

    private const double Unit = 1.0 / MostPoints;

    /// <summary>v(k) of every dimension, as whole multiples of 2⁻⁵²: element dimension·52 + k − 1.</summary>
    private static readonly Lazy<ulong[]> Directions = new(AllDirections);

    private readonly ulong? _seed;

    /// <summary>The sequence in a number of dimensions.</summary>
    /// <param name="dimensions">Dimensions of the cube, 1–256.</param>
    /// <param name="seed">Seed of the scramble (<see cref="OwenScrambling"/>); null gives the published sequence, which begins in the corner 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such number of dimensions.</exception>
    internal SobolSequence(int dimensions, ulong? seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MostDimensions);
        (Dimensions, _seed) = (dimensions, seed);
    }

    /// <summary>Dimensions of the cube.</summary>
    internal int Dimensions { get; }

    /// <summary>Whether the first points of this number are a net: whether it is a power of two.</summary>
    internal static bool IsNet(long points) => BitOperations.IsPow2(points);

    /// <summary>One coordinate of a point.</summary>
    /// <param name="index">Number of the point, from 0 to below 2⁵².</param>
    /// <param name="dimension">Dimension, from 0.</param>
    /// <returns>Scrambled: in the open interval (0, 1), so that every quantile function can take it. Published: in [0, 1).</returns>
    internal double Coordinate(long index, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, MostPoints);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)dimension, (uint)Dimensions);
        ReadOnlySpan<ulong> directions = Directions.Value.AsSpan(dimension * Digits, Digits);
        ulong digits = 0;
        for (ulong gray = (ulong)index ^ ((ulong)index >> 1); gray != 0; gray &= gray - 1)
        {
            digits ^= directions[BitOperations.TrailingZeroCount(gray)];
        }

        return _seed is not { } seed ? digits * Unit : (OwenScrambling.Scrambled(digits, Digits, dimension, seed) + 0.5) * Unit;
    }

    /// <summary>A point; <see cref="Coordinate"/> says in which range.</summary>
    /// <param name="index">Number of the point, from 0 to below 2⁵².</param>
    /// <param name="point">Overwritten; one element a dimension.</param>
    /// <exception cref="ArgumentException">The span is not as long as the sequence has dimensions.</exception>
    internal void Point(long index, Span<double> point)
    {
        if (point.Length != Dimensions)
        {
            throw new ArgumentException($"A point of this sequence has {Dimensions} coordinates, not {point.Length}.", nameof(point));
        }

        for (int dimension = 0; dimension < Dimensions; dimension++)
        {
            point[dimension] = Coordinate(index, dimension);
        }
    }

    /// <summary>The table, and before it the first dimension, the van der Corput sequence: v(k) = 2⁻ᵏ.</summary>
    private static ulong[] AllDirections()
    {
        var directions = new ulong[MostDimensions * Digits];
        for (int k = 0; k < Digits; k++)
        {
            directions[k] = 1UL << (Digits - 1 - k);
        }

        foreach (int[] row in Table())
        {
            Fill(directions.AsSpan((row[0] - 1) * Digits, Digits), row);
        }

        return directions;
    }

    /// <summary>
    /// v(k) = m(k)·2⁻ᵏ for k ≤ s, then v(k) = a(1)·v(k−1) ⊕ … ⊕ a(s−1)·v(k−s+1) ⊕ v(k−s) ⊕ v(k−s)·2⁻ˢ.
    /// </summary>
    /// <param name="directions">Overwritten; v of one dimension.</param>
    /// <param name="row">A row of the table: d, s, a, m(1), …, m(s).</param>
    private static void Fill(Span<ulong> directions, int[] row)
    {
        int degree = row[1];
        int coefficients = row[2];
        for (int k = 0; k < Digits; k++)
        {
            if (k < degree)
            {
                directions[k] = (ulong)row[3 + k] << (Digits - 1 - k);
                continue;
            }

            ulong direction = directions[k - degree] ^ (directions[k - degree] >> degree);
            for (int back = 1; back < degree; back++)
            {
                direction ^= ((coefficients >> (degree - 1 - back)) & 1) == 1 ? directions[k - back] : 0;
            }

            directions[k] = direction;
        }
    }

    private static IEnumerable<int[]> Table()
    {
        using Stream stream = typeof(SobolSequence).Assembly.GetManifestResourceStream("Designs.SobolDirections.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                yield return [.. line.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
            }
        }
    }
}
