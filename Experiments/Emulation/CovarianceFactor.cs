namespace Experiments.Emulation;

/// <summary>
/// The Cholesky factor of a covariance matrix, K = L·Lᵀ, row by row (Golub and Van Loan 2013, Matrix Computations, section 4.2). Where rounding makes K
/// indefinite, as little as is needed is added to its diagonal.
/// </summary>
internal sealed class CovarianceFactor
{
    /// <summary>Rows that are finished before the rest is brought up to date on all cores.</summary>
    private const int Block = 64;

    /// <summary>Shares of the mean variance that are tried on the diagonal, one after the other.</summary>
    private static readonly double[] Jitters = [0, 1e-12, 1e-10, 1e-8, 1e-6, 1e-4];

    private readonly double[] _lower;

    private CovarianceFactor(double[] lower, int size, double jitter) => (_lower, Size, Jitter) = (lower, size, jitter);

    /// <summary>Rows, n.</summary>
    internal int Size { get; }

    /// <summary>What was added to the diagonal.</summary>
    internal double Jitter { get; }

    /// <summary>log |K|.</summary>
    internal double LogDeterminant => 2 * Enumerable.Range(0, Size).Sum(row => Math.Log(_lower[(row * Size) + row]));

    /// <summary>Factorises; null where not even the largest addition makes the matrix positive definite.</summary>
    /// <param name="covariance">n×n, row by row; only the lower triangle is read. Kept as it is.</param>
    /// <param name="size">n.</param>
    internal static CovarianceFactor? Of(double[] covariance, int size)
    {
        double mean = 0;
        for (int row = 0; row < size; row++)
        {
            mean += covariance[(row * size) + row] / size;
        }

        foreach (double share in Jitters)
        {
            double[] lower = [.. covariance];
            if (Factorise(lower, size, share * mean))
            {
                return new CovarianceFactor(lower, size, share * mean);
            }
        }

        return null;
    }

    /// <summary>right ← L⁻¹·right.</summary>
    internal void Forward(Span<double> right)
    {
        for (int row = 0; row < Size; row++)
        {
            ReadOnlySpan<double> left = _lower.AsSpan(row * Size, row + 1);
            right[row] = (right[row] - RowProducts.Dot(left[..row], right[..row])) / left[row];
        }
    }

    /// <summary>right ← K⁻¹·right.</summary>
    internal void Solve(Span<double> right)
    {
        Forward(right);
        for (int row = Size - 1; row >= 0; row--)
        {
            ReadOnlySpan<double> left = _lower.AsSpan(row * Size, row + 1);
            right[row] /= left[row];
            RowProducts.AddScaled(-right[row], left[..row], right[..row]);
        }
    }

    /// <summary>K⁻¹ = L⁻ᵀ·L⁻¹, n×n, row by row.</summary>
    internal double[] Inverse()
    {
        // Row c holds column c of L⁻¹, which begins at its place c.
        var columns = new double[Size * Size];
        Parallel.For(0, Size, column =>
        {
            Span<double> solved = columns.AsSpan(column * Size, Size);
            solved[column] = 1 / _lower[(column * Size) + column];
            for (int row = column + 1; row < Size; row++)
            {
                solved[row] = -RowProducts.Dot(_lower.AsSpan((row * Size) + column, row - column), solved[column..row]) / _lower[(row * Size) + row];
            }
        });
        var inverse = new double[Size * Size];
        Parallel.For(0, Size, row =>
        {
            for (int column = 0; column <= row; column++)
            {
                double value = RowProducts.Dot(columns.AsSpan((row * Size) + row, Size - row), columns.AsSpan((column * Size) + row, Size - row));
                inverse[(row * Size) + column] = value;
                inverse[(column * Size) + row] = value;
            }
        });
        return inverse;
    }

    private static bool Factorise(double[] lower, int size, double jitter)
    {
        for (int start = 0; start < size; start += Block)
        {
            int end = Math.Min(size, start + Block);
            for (int row = start; row < end; row++)
            {
                Fill(lower, size, row, start, row);
                Span<double> left = lower.AsSpan(row * size, row + 1);
                double pivot = left[row] + jitter - RowProducts.Dot(left[..row], left[..row]);
                if (!(pivot > 0))
                {
                    return false;
                }

                left[row] = Math.Sqrt(pivot);
            }

            Parallel.For(end, size, row => Fill(lower, size, row, start, end));
        }

        return true;
    }

    // Elements of a row from one column to below another.
    private static void Fill(double[] lower, int size, int row, int from, int to)
    {
        Span<double> left = lower.AsSpan(row * size, size);
        for (int column = from; column < to; column++)
        {
            ReadOnlySpan<double> above = lower.AsSpan(column * size, column + 1);
            left[column] = (left[column] - RowProducts.Dot(left[..column], above[..column])) / above[column];
        }
    }
}
