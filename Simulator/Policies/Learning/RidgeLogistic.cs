using MathNet.Numerics.LinearAlgebra.Double;

namespace Simulator.Policies.Learning;

/// <summary>
/// Logistic regression with a ridge penalty: the intercept b and effects w that minimise
/// Σᵢ ln(1 + e^(−yᵢ(b + w·xᵢ))) + ½λ‖w‖², y = ±1, by Newton's method (iteratively reweighted least squares) with steps halved while they do not
/// descend. The intercept is not penalised (le Cessie and van Houwelingen 1992, Applied Statistics 41:191, doi:10.2307/2347628). With both
/// outcomes among the rows the minimum is finite and unique even where a feature separates them.
/// </summary>
internal static class RidgeLogistic
{
    private const int MostSteps = 100;
    private const int MostHalvings = 40;

    // Newton's steps square the error: the one after a step of this size changes nothing that can be seen.
    private const double Settled = 1e-9;

    /// <summary>Fits the model.</summary>
    /// <param name="rows">Standardised features, row by row, n × width.</param>
    /// <param name="outcomes">What happened, one a row; both outcomes must occur.</param>
    /// <param name="penalty">λ, above 0.</param>
    /// <param name="start">Where to start: intercept first, then effects; null starts at the share of all with no effects.</param>
    /// <returns>Intercept first, then effects.</returns>
    /// <exception cref="ArgumentException">Only one of the outcomes occurs, or the penalty is not above 0.</exception>
    internal static double[] Fit(ReadOnlySpan<double> rows, ReadOnlySpan<bool> outcomes, double penalty, double[]? start = null)
    {
        if (!outcomes.Contains(true) || !outcomes.Contains(false))
        {
            throw new ArgumentException("logistic regression needs rows with and rows without the outcome.", nameof(outcomes));
        }

        if (penalty <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(penalty), penalty, "the penalty must be above 0.");
        }

        int size = (rows.Length / outcomes.Length) + 1;
        double share = (double)outcomes.Count(true) / outcomes.Length;
        double[] at = start is null ? [Math.Log(share / (1 - share)), .. new double[size - 1]] : [.. start];
        var newton = new NewtonStep(size);
        double loss = newton.Take(rows, outcomes, penalty, at);
        for (int step = 0; step < MostSteps; step++)
        {
            double[] direction = newton.Direction();
            double length = 1;
            double[] next = Moved(at, direction, length);
            double lossThere = newton.Take(rows, outcomes, penalty, next);
            for (int halving = 0; halving < MostHalvings && !(lossThere <= loss + (1e-12 * Math.Abs(loss))); halving++)
            {
                length /= 2;
                next = Moved(at, direction, length);
                lossThere = newton.Take(rows, outcomes, penalty, next);
            }

            (at, loss) = (next, lossThere);
            if (direction.Max(Math.Abs) * length <= Settled)
            {
                break;
            }
        }

        return at;
    }

    /// <summary>Largest entry of the gradient of the penalised loss, by size: 0 at the solution.</summary>
    internal static double Slope(ReadOnlySpan<double> rows, ReadOnlySpan<bool> outcomes, double penalty, double[] at)
    {
        var newton = new NewtonStep(at.Length);
        newton.Take(rows, outcomes, penalty, at);
        return newton.Gradient.Max(Math.Abs);
    }

    private static double[] Moved(double[] at, double[] direction, double length) => [.. at.Zip(direction, (one, other) => one - (length * other))];

    /// <summary>Gradient and Hessian at a point.</summary>
    private sealed class NewtonStep(int size)
    {
        private readonly double[,] _hessian = new double[size, size];

        internal double[] Gradient { get; } = new double[size];

        /// <summary>Computes both at a point; returns the penalised loss there.</summary>
        internal double Take(ReadOnlySpan<double> rows, ReadOnlySpan<bool> outcomes, double penalty, double[] at)
        {
            Array.Clear(Gradient);
            Array.Clear(_hessian);
            double loss = 0;
            for (int row = 0; row < outcomes.Length; row++)
            {
                ReadOnlySpan<double> x = rows.Slice(row * (size - 1), size - 1);
                double logit = LogisticModel.Logit(at, x);
                double chance = LogisticModel.Logistic(logit);
                loss += Softplus(outcomes[row] ? -logit : logit);
                Add(x, chance - (outcomes[row] ? 1 : 0), chance * (1 - chance));
            }

            for (int effect = 1; effect < size; effect++)
            {
                loss += penalty / 2 * at[effect] * at[effect];
                Gradient[effect] += penalty * at[effect];
                _hessian[effect, effect] += penalty;
            }

            return loss;
        }

        /// <summary>H⁻¹g.</summary>
        internal double[] Direction()
        {
            for (int row = 0; row < size; row++)
            {
                for (int column = 0; column < row; column++)
                {
                    _hessian[row, column] = _hessian[column, row];
                }
            }

            return [.. DenseMatrix.OfArray(_hessian).Cholesky().Solve(DenseVector.OfArray(Gradient))];
        }

        // The upper triangle is enough.
        private void Add(ReadOnlySpan<double> x, double residual, double weight)
        {
            Gradient[0] += residual;
            _hessian[0, 0] += weight;
            for (int one = 0; one < x.Length; one++)
            {
                Gradient[one + 1] += residual * x[one];
                double weighted = weight * x[one];
                _hessian[0, one + 1] += weighted;
                for (int other = one; other < x.Length; other++)
                {
                    _hessian[one + 1, other + 1] += weighted * x[other];
                }
            }
        }

        private static double Softplus(double value) => value > 0 ? value + Math.Log(1 + Math.Exp(-value)) : Math.Log(1 + Math.Exp(value));
    }
}
