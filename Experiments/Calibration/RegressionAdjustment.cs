using MathNet.Numerics.LinearAlgebra;

namespace Experiments.Calibration;

/// <summary>
/// Local-linear regression adjustment (Beaumont, Zhang &amp; Balding 2002, Genetics 162:2025, doi 10.1093/genetics/162.4.2025): within what is accepted, parameters
/// are regressed on the signed discrepancies, z = α + δᵀβ + e, and each particle is moved to where the line meets δ = 0: z − δᵀβ. The fit weighs particles by the
/// Epanechnikov kernel 1 − (d/ε)²; all residuals count alike as draws, since the ensemble's members weigh the same. A line is followed only where it was
/// seen: if δ = 0 lies outside the weighted cloud – outside its range in any statistic, or with a leverage x₀ᵀ(XᵀWX)⁻¹x₀ above that of every particle, the
/// usual sign of hidden extrapolation (Montgomery, Peck &amp; Vining 2012, Introduction to Linear Regression Analysis, section 3.8) – particles stay as they are.
/// </summary>
internal static class RegressionAdjustment
{
    /// <summary>Ridges tried, as a share of the largest diagonal, until the equations have a solution.</summary>
    private static readonly double[] Ridges = [0, 1e-10, 1e-6, 1e-3];

    /// <summary>Smallest reciprocal condition, estimated from the Cholesky factor's diagonal, with which equations count as solvable.</summary>
    private const double LeastPivot = 1e-7;

    /// <summary>Relative difference of leverages that is no more than rounding.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Beyond this the prior has no draws worth the name.</summary>
    private const double LargestScore = 6;

    /// <summary>Adjusted normal scores of the particles, in their order; unchanged where the evidence is out of their reach.</summary>
    /// <param name="particles">Particles with their discrepancies.</param>
    /// <param name="tolerance">What they were accepted by.</param>
    /// <param name="isIdle">
    /// Whether the parameter at a place is idle under the null hypothesis; null means none is. Of such a parameter only particles of the alternative know anything:
    /// its slopes are fitted on them and move them alone.
    /// </param>
    internal static IReadOnlyList<double[]> Of(IReadOnlyList<Particle> particles, Tolerance tolerance, Func<int, bool>? isIdle = null)
    {
        double[][] adjusted = [.. particles.Select(particle => particle.Scores.ToArray())];
        int[] all = [.. Enumerable.Range(0, particles.Count)];
        int[] idle = [.. Enumerable.Range(0, particles[0].Scores.Length).Where(place => isIdle?.Invoke(place) ?? false)];
        Adjust(particles, tolerance, all, [.. Enumerable.Range(0, particles[0].Scores.Length).Except(idle)], adjusted);
        Adjust(particles, tolerance, [.. all.Where(index => !particles[index].IsNull)], idle, adjusted);
        return adjusted;
    }

    /// <summary>Whether δ = 0 lies inside the weighted cloud of particles, so that moving them there is no extrapolation.</summary>
    internal static bool Reaches(IReadOnlyList<Particle> particles, Tolerance tolerance) => Slopes([.. particles], tolerance, []) is not null;

    private static void Adjust(IReadOnlyList<Particle> particles, Tolerance tolerance, int[] rows, int[] parameters, double[][] adjusted)
    {
        if (rows.Length == 0 || parameters.Length == 0 || Slopes([.. rows.Select(row => particles[row])], tolerance, parameters) is not { } slopes)
        {
            return;
        }

        foreach (int row in rows)
        {
            for (int index = 0; index < parameters.Length; index++)
            {
                double move = 0;
                for (int statistic = 0; statistic < tolerance.Scales.Length; statistic++)
                {
                    move += particles[row].Discrepancies[statistic] / tolerance.Scales[statistic] * slopes[statistic + 1, index];
                }

                adjusted[row][parameters[index]] = Math.Clamp(particles[row].Scores[parameters[index]] - move, -LargestScore, LargestScore);
            }
        }
    }

    /// <summary>Intercepts and slopes, a column a parameter; null where δ = 0 lies outside the cloud.</summary>
    private static Matrix<double>? Slopes(Particle[] particles, Tolerance tolerance, int[] parameters)
    {
        int statistics = tolerance.Scales.Length;
        Matrix<double> design = Matrix<double>.Build.Dense(particles.Length, 1 + statistics, (row, column) => column == 0 ? 1 : particles[row].Discrepancies[column - 1] / tolerance.Scales[column - 1]);
        double[] weights = [.. particles.Select(particle =>
        {
            double share = tolerance.Epsilon > 0 ? tolerance.Distance(particle.Discrepancies) / tolerance.Epsilon : 0;
            return Math.Max(0, 1 - (share * share));
        })];
        int[] counted = [.. Enumerable.Range(0, particles.Length).Where(row => weights[row] > 0)];
        if (counted.Length == 0 || Enumerable.Range(1, statistics).Any(column => counted.All(row => design[row, column] < 0) || counted.All(row => design[row, column] > 0)))
        {
            return null;
        }

        Matrix<double> weighted = Matrix<double>.Build.Dense(particles.Length, 1 + statistics, (row, column) => weights[row] * design[row, column]);
        Matrix<double> scores = Matrix<double>.Build.Dense(particles.Length, parameters.Length, (row, column) => particles[row].Scores[parameters[column]]);

        // The inverse comes with the slopes: right-hand sides are Xᵀ W Z and the identity.
        Matrix<double> solved = Solved(weighted.TransposeThisAndMultiply(design), weighted.TransposeThisAndMultiply(scores).Append(Matrix<double>.Build.DenseIdentity(1 + statistics)));
        Matrix<double> inverse = solved.SubMatrix(0, 1 + statistics, parameters.Length, 1 + statistics);
        double largest = counted.Max(row => design.Row(row) * inverse * design.Row(row));
        return inverse[0, 0] <= largest * (1 + Rounding) ? solved.SubMatrix(0, 1 + statistics, 0, parameters.Length) : null;
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
