using Simulator.RandomStreams;

namespace Experiments.Designs;

/// <summary>
/// A Latin hypercube in the unit cube (McKay, Beckman and Conover 1979, doi:10.1080/00401706.1979.10489755): with n points, each
/// dimension is cut into n equal cells and each cell holds one point, at a random position. Up to 2,000 points, <see
/// cref="MaximinSearch"/> then spreads the points; what it moves are the cells with their positions, so the distances are those of
/// the points as they are.
/// </summary>
/// <remarks>
/// Above 2,000 points the search would take n² memory and gain little: the hypercube is a plain random one, of which any point is
/// made from its index alone. For designs of that size the Sobol' sequence fills space better.
/// </remarks>
internal sealed class LatinHypercube
{
    /// <summary>Points up to which the design is searched for.</summary>
    internal const int MostSearchedPoints = 2_000;

    /// <summary>Points of the largest hypercube: beyond, a position in a cell would be lost in rounding.</summary>
    internal const int MostPoints = 1 << 27;

    private readonly ulong _seed;
    private readonly RandomPermutation[] _cells;
    private readonly double[][]? _columns;

    /// <summary>The hypercube of a seed; up to 2,000 points it is searched for here, which takes seconds at the most.</summary>
    /// <param name="points">Number of points, 1–2²⁷.</param>
    /// <param name="dimensions">Dimensions of the cube, at least 1.</param>
    /// <param name="seed">Seed of the design.</param>
    /// <param name="swaps">Swaps that the search may try; 0 gives the plain random hypercube, null the budget of <see cref="MaximinSearch.Budget"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such number of points or dimensions.</exception>
    internal LatinHypercube(int points, int dimensions, ulong seed, long? swaps = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, MostPoints);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        (Points, Dimensions, _seed) = (points, dimensions, seed);
        _cells = [.. Enumerable.Range(0, dimensions).Select(dimension => new RandomPermutation(points, dimension, seed))];
        if (points <= MostSearchedPoints)
        {
            double[][] columns = [.. Enumerable.Range(0, dimensions).Select(RandomColumn)];
            MaximinSearch.Spread(columns, seed, swaps ?? MaximinSearch.Budget(points));
            _columns = columns;
        }
    }

    /// <summary>Number of points n.</summary>
    internal int Points { get; }

    /// <summary>Dimensions of the cube.</summary>
    internal int Dimensions { get; }

    /// <summary>One coordinate of a point, in the open interval (0, 1).</summary>
    /// <param name="index">Number of the point, from 0 to below n.</param>
    /// <param name="dimension">Dimension, from 0.</param>
    internal double Coordinate(int index, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Points);
        return _columns?[dimension][index] ?? RandomCoordinate(index, dimension);
    }

    /// <summary>A point; each coordinate is in the open interval (0, 1).</summary>
    /// <param name="index">Number of the point, from 0 to below n.</param>
    /// <param name="point">Overwritten; one element a dimension.</param>
    /// <exception cref="ArgumentException">The span is not as long as the cube has dimensions.</exception>
    internal void Point(int index, Span<double> point)
    {
        if (point.Length != Dimensions)
        {
            throw new ArgumentException($"A point of this hypercube has {Dimensions} coordinates, not {point.Length}.", nameof(point));
        }

        for (int dimension = 0; dimension < Dimensions; dimension++)
        {
            point[dimension] = Coordinate(index, dimension);
        }
    }

    /// <summary>The smallest Euclidean distance between two points, the figure that a maximin design makes large. Time grows with n².</summary>
    /// <returns>In edges of the cube; infinite for a single point.</returns>
    internal double MinimumDistance()
    {
        double[][] columns = _columns ?? [.. Enumerable.Range(0, Dimensions).Select(RandomColumn)];
        double least = double.PositiveInfinity;
        for (int first = 0; first < Points; first++)
        {
            for (int second = first + 1; second < Points; second++)
            {
                double squared = 0;
                foreach (double[] column in columns)
                {
                    double difference = column[first] - column[second];
                    squared += difference * difference;
                }

                least = Math.Min(least, squared);
            }
        }

        return Math.Sqrt(least);
    }

    private double[] RandomColumn(int dimension) => [.. Enumerable.Range(0, Points).Select(index => RandomCoordinate(index, dimension))];

    /// <summary>
    /// (cell + u)/n. With 24 bits, u is at least 2⁻²⁵ away from the edges of its cell, which no rounding bridges while n ≤ 2²⁷.
    /// </summary>
    private double RandomCoordinate(int index, int dimension)
    {
        int cell = _cells[dimension][index];
        RandomBlock block = DesignDraws.Block(_seed, DesignPurpose.PositionInCell, dimension, (ulong)cell);
        return (cell + (((block.Word0 >> 8) + 0.5) / (1 << 24))) / Points;
    }
}
