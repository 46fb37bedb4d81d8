using MathNet.Numerics.LinearAlgebra;

namespace Experiments.Benchmarks;

/// <summary>
/// min ‖w∘(Ax − y)‖² with x ≥ 0 (Lawson and Hanson 1974, Solving Least Squares Problems, chapter 23, doi:10.1137/1.9781611971217). The solution is the unconstrained one of its own
/// positive terms; with a handful of terms every subset is tried, which is exact and needs no iteration.
/// </summary>
internal static class NonNegativeLeastSquares
{
    /// <summary>More terms than this would take more than a thousand solutions.</summary>
    private const int MostTerms = 10;

    /// <summary>Fits the terms.</summary>
    /// <param name="rows">A, one row an observation, columns in units of their own.</param>
    /// <param name="values">y.</param>
    /// <param name="weights">w², one an observation; zero leaves it out.</param>
    /// <returns>x, one a column; all zero when no term helps.</returns>
    /// <exception cref="ArgumentException">There are too many columns.</exception>
    internal static double[] Fit(IReadOnlyList<double[]> rows, IReadOnlyList<double> values, IReadOnlyList<double> weights)
    {
        int terms = rows[0].Length;
        if (terms > MostTerms)
        {
            throw new ArgumentException($"{terms} terms are too many: at most {MostTerms}.", nameof(rows));
        }

        // Columns of people and of DMs differ by orders of magnitude from a constant: each is measured by its largest value.
        double[] scale = [.. Enumerable.Range(0, terms).Select(term => Math.Max(rows.Max(row => Math.Abs(row[term])), double.Epsilon))];
        double[] roots = [.. weights.Select(Math.Sqrt)];
        var design = Matrix<double>.Build.Dense(rows.Count, terms, (row, term) => roots[row] * rows[row][term] / scale[term]);
        var target = Vector<double>.Build.Dense(rows.Count, row => roots[row] * values[row]);
        Matrix<double> products = design.TransposeThisAndMultiply(design);
        Vector<double> projections = design.TransposeThisAndMultiply(target);

        double[] best = new double[terms];
        double gained = 0;
        for (uint subset = 1; subset < 1u << terms; subset++)
        {
            int[] used = [.. Enumerable.Range(0, terms).Where(term => (subset >> term & 1) == 1)];
            Vector<double> solution = Solve(products, projections, used);

            // What the solution takes off the sum of squares: x·Aᵀy for a solution of the normal equations.
            double gain = used.Select((term, place) => solution[place] * projections[term]).Sum();
            if (solution.All(value => double.IsFinite(value) && value >= 0) && gain > gained)
            {
                gained = gain;
                best = new double[terms];
                for (int place = 0; place < used.Length; place++)
                {
                    best[used[place]] = solution[place] / scale[used[place]];
                }
            }
        }

        return best;
    }

    private static Vector<double> Solve(Matrix<double> products, Vector<double> projections, int[] used) =>
        Matrix<double>.Build.Dense(used.Length, used.Length, (row, column) => products[used[row], used[column]])
            .Solve(Vector<double>.Build.Dense(used.Length, place => projections[used[place]]));
}
