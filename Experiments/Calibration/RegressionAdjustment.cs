using MathNet.Numerics.LinearAlgebra;

namespace Experiments.Calibration;

/// <summary>
/// Local-linear regression adjustment (Beaumont, Zhang &amp; Balding 2002, Genetics 162:2025, doi 10.1093/genetics/162.4.2025): within what is accepted, parameters
/// are regressed on the signed discrepancies, z = α + δᵀβ + e, and each particle is moved to where the line meets δ = 0: z − δᵀβ. The fit weighs particles by the
/// Epanechnikov kernel 1 − (d/ε)²; all residuals count alike as draws, since the ensemble's members weigh the same.
/// </summary>
internal static class RegressionAdjustment
{
    /// <summary>Ridges tried, as a share of the largest diagonal, until the equations have a solution.</summary>
    private static readonly double[] Ridges = [0, 1e-10, 1e-6, 1e-3];

    /// <summary>Smallest reciprocal condition, estimated from the Cholesky factor's diagonal, with which equations count as solvable.</summary>
    private const double LeastPivot = 1e-7;

    /// <summary>Beyond this the prior has no draws worth the name.</summary>
    private const double LargestScore = 6;

    /// <summary>Adjusted normal scores of the particles, in their order.</summary>
    /// <param name="particles">Particles with their discrepancies.</param>
    /// <param name="tolerance">What they were accepted by.</param>
    internal static IReadOnlyList<double[]> Of(IReadOnlyList<Particle> particles, Tolerance tolerance)
    {
        int statistics = tolerance.Scales.Length;
        int parameters = particles[0].Scores.Length;
        Matrix<double> scaled = Matrix<double>.Build.Dense(particles.Count, statistics, (row, column) => particles[row].Discrepancies[column] / tolerance.Scales[column]);
        Matrix<double> design = Matrix<double>.Build.Dense(particles.Count, 1, 1.0).Append(scaled);
        Matrix<double> scores = Matrix<double>.Build.Dense(particles.Count, parameters, (row, column) => particles[row].Scores[column]);
        Matrix<double> weighted = design.Clone();
        for (int row = 0; row < particles.Count; row++)
        {
            double share = tolerance.Epsilon > 0 ? tolerance.Distance(particles[row].Discrepancies) / tolerance.Epsilon : 0;
            weighted.SetRow(row, design.Row(row) * Math.Max(0, 1 - (share * share)));
        }

        Matrix<double> slopes = Solved(weighted.TransposeThisAndMultiply(design), weighted.TransposeThisAndMultiply(scores));
        Matrix<double> adjusted = scores - (scaled * slopes.SubMatrix(1, statistics, 0, parameters));
        return [.. Enumerable.Range(0, particles.Count).Select(row => adjusted.Row(row).Select(value => Math.Clamp(value, -LargestScore, LargestScore)).ToArray())];
    }

    private static Matrix<double> Solved(Matrix<double> normal, Matrix<double> right)
    {
        double largest = normal.Diagonal().Maximum();
        foreach (double ridge in Ridges)
        {
            Matrix<double> firm = normal.Clone();
            for (int index = 1; index < firm.RowCount; index++)
            {
                firm[index, index] += ridge * largest;
            }

            try
            {
                var root = firm.Cholesky();
                Vector<double> pivots = root.Factor.Diagonal();
                if (pivots.Minimum() > LeastPivot * pivots.Maximum())
                {
                    return root.Solve(right);
                }
            }
            catch (ArgumentException)
            {
                // Not positive definite: a statistic that is the same in all particles, or two that say the same.
            }
        }

        return Matrix<double>.Build.Dense(normal.RowCount, right.ColumnCount);
    }
}
