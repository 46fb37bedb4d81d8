using Simulator.RandomStreams;

namespace Experiments.Designs;

/// <summary>
/// Spreads the points of a Latin hypercube by the enhanced stochastic evolutionary algorithm of Jin, Chen and Sudjianto (2005),
/// J. Stat. Plan. Inference 134:268, doi:10.1016/j.jspi.2004.02.014. It makes φ = (Σ over pairs of distance⁻ᵖ)^(1/p) small, the
/// smooth stand-in for a large least distance (Morris and Mitchell 1995, J. Stat. Plan. Inference 43:381,
/// doi:10.1016/0378-3758(94)00035-T), by exchanging two values of a column, which leaves a Latin hypercube one.
/// </summary>
/// <remarks>
/// The constants are those of the paper, save p: a power of two, so that powers and roots are products and square roots, which all
/// machines round alike, and a seed gives the same design everywhere. A swap is judged in O(n): only distances from two points
/// change, and by one term each.
/// </remarks>
internal sealed class MaximinSearch
{
    /// <summary>log₂ p: p = 16. In trials p = 32 gained 1% in least distance and lost up to 10% in discrepancy.</summary>
    private const int LogPower = 4;

    /// <summary>Squared distance below which points count as touching, so that its power is a finite number.</summary>
    private const double Touching = 1e-8;

    private readonly double[][] _columns;
    private readonly double[][] _best;

    /// <summary>Squared distances, points × points.</summary>
    private readonly double[] _squares;

    private readonly int _points;
    private readonly ulong _seed;
    private long _left;
    private ulong _drawn;
    private double _sum;
    private double _sumAfresh;
    private double _leastSum;

    private MaximinSearch(double[][] columns, ulong seed, long swaps)
    {
        (_columns, _seed, _left, _points) = (columns, seed, swaps, columns[0].Length);
        _best = [.. columns.Select(column => column.ToArray())];
        _squares = new double[_points * _points];
        Measure();
        Sum();
        _leastSum = _sum;
    }

    /// <summary>Swaps tried by default: so many that the search takes about two seconds at the most. Chosen, not measured to be the best.</summary>
    /// <param name="points">Number of points n.</param>
    internal static long Budget(int points) => Math.Min(500_000, 200_000_000 / points);

    /// <summary>Spreads the points.</summary>
    /// <param name="columns">A column a dimension, each with a value a point; overwritten by permutations of themselves.</param>
    /// <param name="seed">Seed of the search.</param>
    /// <param name="swaps">Number of swaps that may be tried.</param>
    internal static void Spread(double[][] columns, ulong seed, long swaps)
    {
        // In one dimension every order gives the same points, and two points are the same distance apart in every order.
        if (columns.Length > 1 && columns[0].Length > 2 && swaps > 0)
        {
            new MaximinSearch(columns, seed, swaps).Run();
        }
    }

    private void Run()
    {
        double threshold = 0.005 * Phi(_sum);
        bool warming = true;
        int pairs = _points * (_points - 1) / 2;
        int tries = Math.Clamp(pairs / 5, 1, 50);
        int steps = (int)Math.Clamp(2L * pairs * _columns.Length / tries, 1, 100);
        while (_left > 0)
        {
            double before = _leastSum;
            (int accepted, int better) = Walk(steps, tries, threshold);
            double share = (double)accepted / steps;
            if (_leastSum < before)
            {
                threshold *= share <= 0.1 ? 1 / 0.8 : better < accepted ? 0.8 : 1;
            }
            else
            {
                warming = share < 0.1 || (warming && share <= 0.8);
                threshold *= warming ? 1 / 0.7 : 0.9;
            }

            Sum();
        }

        for (int dimension = 0; dimension < _columns.Length; dimension++)
        {
            _best[dimension].CopyTo(_columns[dimension], 0);
        }
    }

    /// <summary>The inner loop: in one column after the other, the best of some swaps is taken if it worsens φ by no more than a random part of the threshold.</summary>
    /// <returns>Steps that were taken, and those of them that led to a better design than any before.</returns>
    private (int Accepted, int Better) Walk(int steps, int tries, double threshold)
    {
        int accepted = 0;
        int better = 0;
        for (int step = 0; step < steps && _left > 0; step++)
        {
            double[] column = _columns[step % _columns.Length];
            (int first, int second, double change) = BestSwap(column, tries);
            double sum = Math.Max(_sum + change, 1e-12 * _sum);
            if (Phi(sum) - Phi(_sum) <= threshold * Draw().FineUniform0)
            {
                accepted++;
                Swap(column, first, second, sum);
                if (_sum < _leastSum)
                {
                    better++;
                    Keep();
                }
            }
        }

        return (accepted, better);
    }

    private (int First, int Second, double Change) BestSwap(double[] column, int tries)
    {
        (int First, int Second, double Change) best = (0, 0, double.PositiveInfinity);
        for (int tried = 0; tried < tries && (_left > 0 || tried == 0); tried++, _left--)
        {
            RandomBlock block = Draw();
            int first = DesignDraws.Below(block.Word0, block.Word1, _points);
            int second = DesignDraws.Below(block.Word2, block.Word3, _points - 1);
            second += second >= first ? 1 : 0;
            double change = Change(column, first, second);
            best = change < best.Change ? (first, second, change) : best;
        }

        return best;
    }

    /// <summary>How the sum Σ distance⁻ᵖ changes if two points exchange their values in a column.</summary>
    private double Change(double[] column, int first, int second)
    {
        ReadOnlySpan<double> fromFirst = _squares.AsSpan(first * _points, _points);
        ReadOnlySpan<double> fromSecond = _squares.AsSpan(second * _points, _points);
        double change = 0;
        for (int other = 0; other < fromFirst.Length; other++)
        {
            if (other != first && other != second)
            {
                double farther = Farther(column[first], column[second], column[other]);
                change += Weight(fromFirst[other] + farther) - Weight(fromFirst[other])
                    + Weight(fromSecond[other] - farther) - Weight(fromSecond[other]);
            }
        }

        return change;
    }

    private void Swap(double[] column, int first, int second, double sum)
    {
        for (int other = 0; other < _points; other++)
        {
            if (other != first && other != second)
            {
                double farther = Farther(column[first], column[second], column[other]);
                _squares[(other * _points) + first] = _squares[(first * _points) + other] += farther;
                _squares[(other * _points) + second] = _squares[(second * _points) + other] -= farther;
            }
        }

        (column[first], column[second]) = (column[second], column[first]);
        _sum = sum;
        if (_sum < 1e-6 * _sumAfresh)
        {
            // The large terms are gone, and what is left after subtracting them is their rounding.
            Sum();
        }
    }

    private void Keep()
    {
        _leastSum = _sum;
        for (int dimension = 0; dimension < _columns.Length; dimension++)
        {
            _columns[dimension].CopyTo(_best[dimension], 0);
        }
    }

    private void Measure()
    {
        for (int first = 0; first < _points; first++)
        {
            for (int second = first + 1; second < _points; second++)
            {
                double squared = 0;
                foreach (double[] column in _columns)
                {
                    double difference = column[first] - column[second];
                    squared += difference * difference;
                }

                _squares[(first * _points) + second] = _squares[(second * _points) + first] = squared;
            }
        }
    }

    /// <summary>Adds all terms afresh, without the rounding that changes leave behind.</summary>
    private void Sum()
    {
        _sum = 0;
        for (int first = 0; first < _points; first++)
        {
            foreach (double squared in _squares.AsSpan((first * _points) + first + 1, _points - first - 1))
            {
                _sum += Weight(squared);
            }
        }

        _sumAfresh = _sum;
    }

    private RandomBlock Draw() => DesignDraws.Block(_seed, DesignPurpose.Search, 0, _drawn++);

    /// <summary>By how much the squared distance to another value grows from one value to the next: (to − other)² − (from − other)².</summary>
    private static double Farther(double from, double to, double other) => (to - from) * (to + from - other - other);

    /// <summary>distance⁻ᵖ.</summary>
    private static double Weight(double squaredDistance)
    {
        double weight = 1 / Math.Max(squaredDistance, Touching);
        for (int doubling = 1; doubling < LogPower; doubling++)
        {
            weight *= weight;
        }

        return weight;
    }

    /// <summary>φ of a sum: its p-th root.</summary>
    private static double Phi(double sum)
    {
        for (int halving = 0; halving < LogPower; halving++)
        {
            sum = Math.Sqrt(sum);
        }

        return sum;
    }
}
