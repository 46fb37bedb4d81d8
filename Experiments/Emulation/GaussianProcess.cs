namespace Experiments.Emulation;

/// <summary>
/// A Gaussian process at given hyperparameters, conditioned on noisy means: y = β + Z(x) + ε, Z with covariance σ²·ρ (<see cref="Matern52"/>), ε independent
/// with variance vᵢ + τ² at point i. β is estimated by generalised least squares: hyperparameters maximise the likelihood with β̂ put in, predictions carry the uncertainty of β̂ along
/// (Sacks, Welch, Mitchell and Wynn 1989, doi:10.1214/ss/1177012413; Rasmussen and Williams 2006, Gaussian Processes for Machine Learning, section 2.7;
/// known noise at each point: Ankenman, Nelson and Staum 2010, doi:10.1287/opre.1090.0754).
/// </summary>
internal sealed class GaussianProcess
{
    private readonly double[] _scaled;
    private readonly double[] _means;
    private readonly double[] _ones;
    private readonly double[] _weights;
    private readonly CovarianceFactor _factor;
    private readonly double _information;
    private readonly int _dimensions;
    private readonly Hyperparameters _parameters;
    private double[]? _inverse;

    private GaussianProcess(double[] scaled, double[] means, Hyperparameters parameters, CovarianceFactor factor)
    {
        (_scaled, _means, _parameters, _factor, _dimensions) = (scaled, means, parameters, factor, parameters.LengthScales.Count);
        _ones = new double[means.Length];
        Array.Fill(_ones, 1);
        factor.Solve(_ones);
        _information = _ones.Sum();
        Level = RowProducts.Dot(_ones, means) / _information;
        _weights = [.. means.Select(mean => mean - Level)];
        factor.Solve(_weights);
    }

    /// <summary>β, the level that predictions return to far from all points.</summary>
    internal double Level { get; }

    /// <summary>K⁻¹·(y − β): the mean of a prediction is β + Σ weightᵢ·σ²·ρ(x, xᵢ).</summary>
    internal IReadOnlyList<double> Weights => _weights;

    /// <summary>What had to be added to the diagonal to factorise the covariance matrix.</summary>
    internal double Jitter => _factor.Jitter;

    /// <summary>log p(y | β̂) = −½·(y − β̂)ᵀ·K⁻¹·(y − β̂) − ½·log|K| − ½·n·log 2π.</summary>
    internal double LogLikelihood =>
        (-0.5 * _means.Select((mean, point) => (mean - Level) * _weights[point]).Sum()) - (0.5 * _factor.LogDeterminant) - (0.5 * _means.Length * Math.Log(2 * Math.PI));

    /// <summary>Conditions the process; null where the covariance matrix cannot be factorised.</summary>
    /// <param name="inputs">Points of the unit cube, n×k, row by row.</param>
    /// <param name="means">y, n.</param>
    /// <param name="noise">vᵢ, n.</param>
    /// <param name="parameters">The hyperparameters.</param>
    internal static GaussianProcess? Of(double[] inputs, double[] means, double[] noise, Hyperparameters parameters)
    {
        (int size, int dimensions) = (means.Length, parameters.LengthScales.Count);
        var scaled = new double[inputs.Length];
        for (int element = 0; element < inputs.Length; element++)
        {
            scaled[element] = inputs[element] / parameters.LengthScales[element % dimensions];
        }

        var covariance = new double[size * size];
        Parallel.For(0, size, row =>
        {
            ReadOnlySpan<double> point = scaled.AsSpan(row * dimensions, dimensions);
            for (int column = 0; column < row; column++)
            {
                covariance[(row * size) + column] = parameters.SignalVariance * Matern52.Correlation(Matern52.Squared(point, scaled.AsSpan(column * dimensions, dimensions)));
            }

            covariance[(row * size) + row] = parameters.SignalVariance + noise[row] + parameters.NuggetVariance;
        });
        return CovarianceFactor.Of(covariance, size) is { } factor ? new GaussianProcess(scaled, means, parameters, factor) : null;
    }

    /// <summary>
    /// ∂ log p/∂ log θ = ½·tr((α·αᵀ − K⁻¹)·∂K/∂ log θ), α = K⁻¹·(y − β̂) (Rasmussen and Williams 2006, eq. 5.9). β̂ maximises the likelihood, so its own
    /// change adds nothing. The inverse is made once; each parameter then costs n²/2 multiplications.
    /// </summary>
    /// <returns>In the order of <see cref="Hyperparameters.Logarithms"/>.</returns>
    internal double[] Gradient()
    {
        (int size, double[] inverse) = (_means.Length, Inverse());
        var rows = new double[size][];
        Parallel.For(0, size, row =>
        {
            var sums = new double[_dimensions + 2];
            ReadOnlySpan<double> point = _scaled.AsSpan(row * _dimensions, _dimensions);
            for (int column = 0; column < row; column++)
            {
                ReadOnlySpan<double> other = _scaled.AsSpan(column * _dimensions, _dimensions);
                double squared = Matern52.Squared(point, other);

                // Each pair stands twice in the trace, which the half before it takes back.
                double weight = ((_weights[row] * _weights[column]) - inverse[(row * size) + column]) * _parameters.SignalVariance;
                double slope = weight * Matern52.Slope(squared);
                for (int dimension = 0; dimension < _dimensions; dimension++)
                {
                    double step = point[dimension] - other[dimension];
                    sums[dimension] += slope * step * step;
                }

                sums[_dimensions] += weight * Matern52.Correlation(squared);
            }

            double own = 0.5 * ((_weights[row] * _weights[row]) - inverse[(row * size) + row]);
            sums[_dimensions] += own * _parameters.SignalVariance;
            sums[_dimensions + 1] = own * _parameters.NuggetVariance;
            rows[row] = sums;
        });
        return [.. Enumerable.Range(0, _dimensions + 2).Select(parameter => rows.Sum(row => row[parameter]))];
    }

    /// <summary>
    /// Mean β̂ + kᵀα and variance σ² − kᵀK⁻¹k + (1 − 1ᵀK⁻¹k)²/(1ᵀK⁻¹1) of the smooth surface at a point; the last term is the uncertainty of β̂
    /// (Rasmussen and Williams 2006, eq. 2.42).
    /// </summary>
    /// <param name="point">A point of the unit cube.</param>
    internal Prediction Predict(ReadOnlySpan<double> point)
    {
        var covariances = new double[_means.Length];
        Covariances(point, covariances);
        return Predict(covariances, _parameters.SignalVariance);
    }

    /// <summary>
    /// The mean of the surface over several points, and its variance: the covariances are averaged, since a mean of the surface is as Gaussian as its values.
    /// </summary>
    /// <param name="points">Points of the unit cube, m×k, row by row.</param>
    internal Prediction PredictMean(double[] points)
    {
        int count = points.Length / _dimensions;
        var covariances = new double[_means.Length];
        var single = new double[_means.Length];
        double[] scaled = Scaled(points);
        double prior = 0;
        for (int one = 0; one < count; one++)
        {
            Covariances(points.AsSpan(one * _dimensions, _dimensions), single);
            RowProducts.AddScaled(1.0 / count, single, covariances);
            for (int other = 0; other <= one; other++)
            {
                prior += (one == other ? 1 : 2) * Matern52.Correlation(Matern52.Squared(scaled.AsSpan(one * _dimensions, _dimensions), scaled.AsSpan(other * _dimensions, _dimensions)));
            }
        }

        return Predict(covariances, _parameters.SignalVariance * prior / ((double)count * count));
    }

    /// <summary>The mean of a prediction alone: n·k operations instead of n².</summary>
    internal double Mean(ReadOnlySpan<double> point)
    {
        var covariances = new double[_means.Length];
        Covariances(point, covariances);
        return Level + RowProducts.Dot(_weights, covariances);
    }

    /// <summary>
    /// Each point as the others predict it, hyperparameters kept and β̂ estimated anew: with Q = K⁻¹ − K⁻¹11ᵀK⁻¹/(1ᵀK⁻¹1), yᵢ − ŷ₋ᵢ = (Q·y)ᵢ/Qᵢᵢ with
    /// variance 1/Qᵢᵢ, noise of the point included (Dubrule 1983, Math. Geology 15:687, doi:10.1007/BF01033232; Rasmussen and Williams 2006, section 5.4.2).
    /// </summary>
    /// <returns>n predictions, in the order of the points.</returns>
    internal Prediction[] LeaveOneOut()
    {
        double[] inverse = Inverse();
        int size = _means.Length;
        return [.. Enumerable.Range(0, size).Select(point =>
        {
            double precision = inverse[(point * size) + point] - (_ones[point] * _ones[point] / _information);
            return new Prediction(_means[point] - (_weights[point] / precision), 1 / precision);
        })];
    }

    private double[] Inverse() => _inverse ??= _factor.Inverse();

    private Prediction Predict(double[] covariances, double prior)
    {
        double mean = Level + RowProducts.Dot(_weights, covariances);
        double level = 1 - RowProducts.Dot(_ones, covariances);
        _factor.Forward(covariances);
        return new Prediction(mean, Math.Max(0, prior - RowProducts.Dot(covariances, covariances) + (level * level / _information)));
    }

    private double[] Scaled(double[] points) => [.. points.Select((value, element) => value / _parameters.LengthScales[element % _dimensions])];

    private void Covariances(ReadOnlySpan<double> point, double[] covariances)
    {
        Span<double> scaled = stackalloc double[_dimensions];
        for (int dimension = 0; dimension < _dimensions; dimension++)
        {
            scaled[dimension] = point[dimension] / _parameters.LengthScales[dimension];
        }

        for (int other = 0; other < covariances.Length; other++)
        {
            covariances[other] = _parameters.SignalVariance * Matern52.Correlation(Matern52.Squared(scaled, _scaled.AsSpan(other * _dimensions, _dimensions)));
        }
    }
}
