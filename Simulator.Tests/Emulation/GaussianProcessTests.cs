using System.Text.Json.Serialization;
using Experiments.Emulation;
using Simulator.Tests.Oracles;

namespace Simulator.Tests.Emulation;

public sealed class GaussianProcessTests
{
    private const int Dimensions = 4;

    private static readonly Hyperparameters Chosen = new([0.6, 1.1, 0.3, 4], 1.7, 0.02);

    private static (double[] Inputs, double[] Means, double[] Noise) Sample(int count)
    {
        double[] inputs = KnownFunctions.Points(count, Dimensions);
        double[] means = KnownFunctions.At(inputs, Dimensions, point => Math.Sin(5 * point[0]) + (point[1] * point[2]) + (0.3 * Math.Cos(9 * point[3])));
        double[] noise = [.. Enumerable.Range(0, count).Select(point => 0.001 * (1 + (point % 5)))];
        return (inputs, means, noise);
    }

    [Fact]
    public void Predictions_variances_and_likelihood_are_those_of_scikit_learn()
    {
        (double[] inputs, double[] means, double[] noise) = Sample(70);
        double[] wanted = KnownFunctions.Points(20, Dimensions, seed: 9);
        GaussianProcess process = GaussianProcess.Of(inputs, means, noise, Chosen)!;

        // Scikit-learn's mean is zero: it gets what lies above the level, and numpy adds what the level leaves uncertain.
        Answer answer = Python.Answer<Answer>(
            """
            from sklearn.gaussian_process import GaussianProcessRegressor
            from sklearn.gaussian_process.kernels import ConstantKernel, Matern
            X, y, v, Z = (np.array(given[name]) for name in ('X', 'y', 'v', 'Z'))
            kernel = ConstantKernel(given['signal']) * Matern(given['lengths'], nu=2.5)
            K = kernel(X) + np.diag(v + given['nugget'])
            one = np.ones(len(y))
            level = one @ np.linalg.solve(K, y) / (one @ np.linalg.solve(K, one))
            gp = GaussianProcessRegressor(kernel, alpha=v + given['nugget'], optimizer=None).fit(X, y - level)
            mean, sd = gp.predict(Z, return_std=True)
            extra = (1 - kernel(Z, X) @ np.linalg.solve(K, one)) ** 2 / (one @ np.linalg.solve(K, one))
            grad = gp.log_marginal_likelihood(gp.kernel_.theta, eval_gradient=True)
            print(json.dumps({'mean': (mean + level).tolist(), 'variance': (sd ** 2 + extra).tolist(), 'likelihood': grad[0], 'gradient': grad[1].tolist(), 'level': level}))
            """,
            new { X = inputs.Chunk(Dimensions), y = means, v = noise, Z = wanted.Chunk(Dimensions), lengths = Chosen.LengthScales, signal = Chosen.SignalVariance, nugget = Chosen.NuggetVariance });

        Prediction[] predictions = [.. wanted.Chunk(Dimensions).Select(point => process.Predict(point))];
        Assert.Equal(0, process.Jitter);
        Assert.Equal(answer.Level, process.Level, 1e-9);
        Assert.All(predictions, (prediction, index) => Assert.Equal(answer.Mean[index], prediction.Mean, 1e-9));
        Assert.All(predictions, (prediction, index) => Assert.Equal(answer.Variance[index], prediction.Variance, 1e-9));
        Assert.Equal(answer.Likelihood, process.LogLikelihood, 1e-8);

        // Theirs begins with the variance and has no nugget.
        double[] gradient = process.Gradient();
        Assert.All(answer.Gradient, (slope, index) => Assert.Equal(slope, gradient[index == 0 ? Dimensions : index - 1], 1e-7));
    }

    [Fact]
    public void The_search_finds_a_likelihood_no_lower_than_that_of_scikit_learn()
    {
        const int Inputs = 6;
        double[] inputs = KnownFunctions.Points(90, Inputs);
        double[] raw = KnownFunctions.At(inputs, Inputs, point => KnownFunctions.Friedman(point) + (0.6 * Math.Sin(1e5 * point[5])));
        double centre = raw.Average();
        double spread = Math.Sqrt(raw.Average(value => (value - centre) * (value - centre)));
        double[] means = [.. raw.Select(value => (value - centre) / spread)];
        var found = LikelihoodSearch.Find(inputs, means, new double[means.Length], Inputs, 1)!.Value;

        // Their zero mean against our level: the same surface, since means are centred, and a level can only raise the likelihood.
        double theirs = Python.Answer<double>(
            """
            import warnings; warnings.simplefilter('ignore')
            from sklearn.gaussian_process import GaussianProcessRegressor
            from sklearn.gaussian_process.kernels import ConstantKernel, Matern, WhiteKernel
            X, y = np.array(given['X']), np.array(given['y'])
            kernel = ConstantKernel(1, (1e-3, 1e4)) * Matern(np.ones(X.shape[1]), (0.02, 50), nu=2.5) + WhiteKernel(1e-3, (1e-8, 10))
            gp = GaussianProcessRegressor(kernel, alpha=0, n_restarts_optimizer=8, random_state=1).fit(X, y)
            print(json.dumps(gp.log_marginal_likelihood_value_))
            """,
            new { X = inputs.Chunk(Inputs), y = means });

        Assert.True(found.Process.LogLikelihood >= theirs - 1e-3, $"{found.Process.LogLikelihood} is below {theirs}");
    }

    [Fact]
    public void The_gradient_is_that_of_finite_differences()
    {
        (double[] inputs, double[] means, double[] noise) = Sample(60);
        double[] at = Chosen.Logarithms;
        double Likelihood(int parameter, double step) =>
            GaussianProcess.Of(inputs, means, noise, Hyperparameters.Of([.. at.Select((value, index) => index == parameter ? value + step : value)]))!.LogLikelihood;

        double[] gradient = GaussianProcess.Of(inputs, means, noise, Chosen)!.Gradient();

        Assert.All(gradient, (slope, parameter) => Assert.Equal((Likelihood(parameter, 1e-4) - Likelihood(parameter, -1e-4)) / 2e-4, slope, 1e-5));
    }

    [Fact]
    public void Leaving_one_out_in_closed_form_is_leaving_it_out()
    {
        (double[] inputs, double[] means, double[] noise) = Sample(40);

        Prediction[] closed = GaussianProcess.Of(inputs, means, noise, Chosen)!.LeaveOneOut();

        Assert.All(Enumerable.Range(0, means.Length), point =>
        {
            double[] others = [.. inputs.Chunk(Dimensions).Where((_, index) => index != point).SelectMany(row => row)];
            GaussianProcess without = GaussianProcess.Of(others, [.. means.Where((_, index) => index != point)], [.. noise.Where((_, index) => index != point)], Chosen)!;
            Prediction left = without.Predict(inputs.AsSpan(point * Dimensions, Dimensions));
            Assert.Equal(left.Mean, closed[point].Mean, 1e-9);
            Assert.Equal(left.Variance + noise[point] + Chosen.NuggetVariance, closed[point].Variance, 1e-9);
        });
    }

    [Fact]
    public void The_mean_over_points_is_the_mean_of_predictions_and_less_uncertain_than_they_are()
    {
        (double[] inputs, double[] means, double[] noise) = Sample(40);
        GaussianProcess process = GaussianProcess.Of(inputs, means, noise, Chosen)!;
        double[] points = KnownFunctions.Points(16, Dimensions, seed: 4);
        Prediction[] single = [.. points.Chunk(Dimensions).Select(point => process.Predict(point))];

        Prediction mean = process.PredictMean(points);

        Assert.Equal(single.Average(prediction => prediction.Mean), mean.Mean, 1e-10);
        Assert.Equal(single[3].Mean, process.Mean(points.AsSpan(3 * Dimensions, Dimensions)), 1e-12);
        Assert.InRange(mean.Variance, 0, single.Average(prediction => prediction.Variance));
        Assert.Equal(single[3].Variance, process.PredictMean(points[(3 * Dimensions)..(4 * Dimensions)]).Variance, 1e-10);
    }

    [Fact]
    public void The_factor_by_blocks_solves_what_it_factorises_and_says_what_it_added()
    {
        const int Size = 150;
        var matrix = new double[Size * Size];
        for (int row = 0; row < Size; row++)
        {
            for (int column = 0; column < Size; column++)
            {
                matrix[(row * Size) + column] = Math.Exp(-Math.Abs(row - column) / 30.0) + (row == column ? 0.1 : 0);
            }
        }

        CovarianceFactor factor = CovarianceFactor.Of(matrix, Size)!;
        double[] inverse = factor.Inverse();
        double[] solved = [.. Enumerable.Range(0, Size).Select(row => Math.Sin(row))];
        factor.Solve(solved);

        Assert.Equal(0, factor.Jitter);
        MathNet.Numerics.LinearAlgebra.Factorization.Cholesky<double> known = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowMajor(Size, Size, matrix).Cholesky();
        Assert.Equal(known.DeterminantLn, factor.LogDeterminant, 1e-9);
        for (int row = 0; row < Size; row++)
        {
            Assert.Equal(Math.Sin(row), RowProducts.Dot(matrix.AsSpan(row * Size, Size), solved), 1e-10);
            Assert.Equal(1, Enumerable.Range(0, Size).Sum(index => matrix[(row * Size) + index] * inverse[(index * Size) + row]), 1e-10);
        }

        Array.Fill(matrix, 1);
        Assert.InRange(CovarianceFactor.Of(matrix, Size)!.Jitter, 1e-14, 1e-6);
        Array.Fill(matrix, double.NaN);
        Assert.Null(CovarianceFactor.Of(matrix, Size));
    }

    private sealed record Answer(
        [property: JsonPropertyName("mean")] double[] Mean,
        [property: JsonPropertyName("variance")] double[] Variance,
        [property: JsonPropertyName("likelihood")] double Likelihood,
        [property: JsonPropertyName("gradient")] double[] Gradient,
        [property: JsonPropertyName("level")] double Level);
}
