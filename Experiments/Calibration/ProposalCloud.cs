using MathNet.Numerics.LinearAlgebra;

namespace Experiments.Calibration;

/// <summary>
/// The normal distribution N(m, C) of a generation's survivors, shrunk towards the prior N(0, I), from which moves are proposed:
/// z′ = m + √(1 − β²)·(z − m) + β·L·ξ with C = LLᵀ and ξ ~ N(0, I). This preconditioned Crank–Nicolson move is reversible for N(m, C)
/// (Cotter, Roberts, Stuart &amp; White 2013, Statistical Science 28:424, doi 10.1214/13-STS421), so that the ratio of acceptance needs only prior over N(m, C).
/// Where evidence says nothing the cloud is the prior, and moves of any size are accepted.
/// </summary>
internal sealed class ProposalCloud
{
    private readonly double[] _mean;
    private readonly double[,] _root;

    private ProposalCloud(double[] mean, double[,] root) => (_mean, _root) = (mean, root);

    /// <summary>The cloud of survivors.</summary>
    /// <remarks>
    /// C = (1 − λ)·S + λ·I with the intensity λ of Ledoit &amp; Wolf 2004 (J. Multivariate Analysis 88:365, doi 10.1016/S0047-259X(03)00096-4) for the
    /// known target I, the prior's covariance; the mean is shrunk towards 0 by max(0, 1 − tr(C)/(n|m|²)) (James &amp; Stein 1961).
    /// </remarks>
    /// <param name="scores">Normal scores of the survivors, at least two.</param>
    internal static ProposalCloud Of(IReadOnlyList<double[]> scores)
    {
        (int count, int size) = (scores.Count, scores[0].Length);
        var mean = new double[size];
        foreach (double[] row in scores)
        {
            for (int index = 0; index < size; index++)
            {
                mean[index] += row[index] / count;
            }
        }

        Matrix<double> centred = Matrix<double>.Build.Dense(count, size, (row, column) => scores[row][column] - mean[column]);
        Matrix<double> sample = centred.TransposeThisAndMultiply(centred) / count;
        Matrix<double> prior = Matrix<double>.Build.DenseIdentity(size);
        double noise = 0;
        for (int row = 0; row < count; row++)
        {
            // |xxᵀ − S|² = |x|⁴ − 2xᵀSx + |S|²
            Vector<double> x = centred.Row(row);
            double square = x.DotProduct(x);
            noise += (square * square) - (2 * x.DotProduct(sample * x));
        }

        double sampleNorm = sample.PointwiseMultiply(sample).RowSums().Sum();
        noise = ((noise / count) + sampleNorm) / count;
        Matrix<double> apart = sample - prior;
        double distance = apart.PointwiseMultiply(apart).RowSums().Sum();
        double intensity = distance > 0 ? Math.Clamp(noise / distance, 0.001, 1) : 1;
        Matrix<double> covariance = (sample * (1 - intensity)) + (prior * intensity);
        double length = mean.Sum(value => value * value);
        double keep = length > 0 ? Math.Max(0, 1 - (covariance.Trace() / count / length)) : 0;
        return new ProposalCloud([.. mean.Select(value => keep * value)], covariance.Cholesky().Factor.ToArray());
    }

    /// <summary>Where a particle is proposed to move.</summary>
    /// <param name="scores">z.</param>
    /// <param name="size">β, above 0 to 1: at 1 the proposal does not depend on z.</param>
    /// <param name="normals">ξ.</param>
    internal double[] Propose(double[] scores, double size, ReadOnlySpan<double> normals)
    {
        double stay = Math.Sqrt(1 - (size * size));
        var proposed = new double[scores.Length];
        for (int row = 0; row < scores.Length; row++)
        {
            double step = 0;
            for (int column = 0; column <= row; column++)
            {
                step += _root[row, column] * normals[column];
            }

            proposed[row] = _mean[row] + (stay * (scores[row] - _mean[row])) + (size * step);
        }

        return proposed;
    }

    /// <summary>ln of prior density over the cloud's density, up to a constant: −½|z|² + ½|L⁻¹(z − m)|².</summary>
    internal double LogPriorOverCloud(double[] scores)
    {
        double sum = 0;
        var solved = new double[scores.Length];
        for (int row = 0; row < scores.Length; row++)
        {
            double value = scores[row] - _mean[row];
            for (int column = 0; column < row; column++)
            {
                value -= _root[row, column] * solved[column];
            }

            solved[row] = value / _root[row, row];
            sum += (solved[row] * solved[row]) - (scores[row] * scores[row]);
        }

        return sum / 2;
    }
}
