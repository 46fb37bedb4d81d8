using Simulator.Policies.Learning;
using Simulator.RandomStreams;
using Simulator.Tests.Oracles;

namespace Simulator.Tests.Policies.Learning;

public sealed class RidgeLogisticTests
{
    private const int Width = 3;

    private static readonly double[] Truth = [-1.5, 0.8, -0.5, 0];

    [Theory, InlineData(0.01), InlineData(1), InlineData(300)]
    public void The_fit_agrees_with_scikit_learn(double penalty)
    {
        (double[] rows, bool[] outcomes) = Sample(400, seed: 5);
        double[] theirs = Python.Answer<double[]>(
            """
            from sklearn.linear_model import LogisticRegression
            X = np.array(given["rows"]).reshape(-1, 3)
            X = (X - X.mean(axis=0)) / X.std(axis=0)
            m = LogisticRegression(penalty="l2", C=1 / given["penalty"], tol=1e-12, max_iter=100000, solver="lbfgs").fit(X, np.array(given["outcomes"]))
            print(json.dumps([float(m.intercept_[0])] + [float(w) for w in m.coef_[0]]))
            """,
            new { rows, outcomes, penalty });
        double[] ours = RidgeLogistic.Fit(Standardised(rows), outcomes, penalty);
        Assert.All(ours.Zip(theirs), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
    }

    [Theory, InlineData(1e-6), InlineData(1), InlineData(1e5)]
    public void The_slope_is_zero_at_the_solution(double penalty)
    {
        (double[] rows, bool[] outcomes) = Sample(500, seed: 3);
        double[] fitted = RidgeLogistic.Fit(rows, outcomes, penalty);
        Assert.InRange(RidgeLogistic.Slope(rows, outcomes, penalty, fitted), 0, 1e-8);
        Assert.True(RidgeLogistic.Slope(rows, outcomes, penalty, [.. fitted.Select(value => value + 0.01)]) > 1e-3);
    }

    [Fact]
    public void Known_effects_are_found_within_their_standard_errors()
    {
        // Fisher information of 20,000 rows: about 1/√(n·p(1 − p)) = 0.02 an effect; the penalty of 1 moves them by less than 0.001.
        const int Count = 20_000;
        (double[] rows, bool[] outcomes) = Sample(Count, seed: 1);
        double[] fitted = RidgeLogistic.Fit(rows, outcomes, penalty: 1);
        double share = outcomes.Count(outcome => outcome) / (double)Count;
        double error = 1.3 / Math.Sqrt(Count * share * (1 - share));
        Assert.All(fitted.Zip(Truth), pair => Assert.InRange(pair.First, pair.Second - (4 * error), pair.Second + (4 * error)));
    }

    [Fact]
    public void The_intercept_is_not_penalised()
    {
        (double[] rows, bool[] outcomes) = Sample(300, seed: 2);
        double[] fitted = RidgeLogistic.Fit(rows, outcomes, penalty: 1e9);
        double share = outcomes.Count(outcome => outcome) / 300.0;
        Assert.Equal(Math.Log(share / (1 - share)), fitted[0], 1e-5);
        Assert.All(fitted.Skip(1), effect => Assert.Equal(0, effect, 1e-6));
    }

    [Fact]
    public void A_feature_that_separates_has_a_finite_effect_and_one_that_does_not_vary_has_none()
    {
        double[] rows = [-1, 0, -0.5, 0, 0.5, 0, 1, 0];
        double[] fitted = RidgeLogistic.Fit(rows, [false, false, true, true], penalty: 1);
        Assert.InRange(fitted[1], 0.5, 3);
        Assert.Equal(0, fitted[2]);
        Assert.Equal(0, fitted[0], 1e-9);
    }

    [Fact]
    public void Starting_elsewhere_ends_at_the_same_place()
    {
        (double[] rows, bool[] outcomes) = Sample(400, seed: 7);
        double[] usual = RidgeLogistic.Fit(rows, outcomes, 1);
        Assert.All(usual.Zip(RidgeLogistic.Fit(rows, outcomes, 1, [0.5, -1, 1, 0.5])), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
    }

    [Fact]
    public void One_class_alone_is_refused_by_the_fit_and_met_with_a_rate_by_the_model()
    {
        Assert.Throws<ArgumentException>(() => RidgeLogistic.Fit([1, 2, 3], [false, false, false], 1));
        Assert.Equal(0.5 / 4, LogisticModel.Fit([1, 2, 3], [false, false, false], 1).Chance([7]), 1e-12);
        Assert.Equal(3.5 / 4, LogisticModel.Fit([1, 2, 3], [true, true, true], 1).Chance([-7]), 1e-12);
    }

    [Fact]
    public void A_scale_makes_means_zero_and_deviations_one()
    {
        (double[] rows, _) = Sample(100, seed: 4);
        double[] standard = Standardised([.. rows.Select(value => 5 + (3 * value))]);
        for (int feature = 0; feature < Width; feature++)
        {
            double[] column = [.. standard.Where((_, index) => index % Width == feature)];
            Assert.Equal(0, column.Average(), 1e-12);
            Assert.Equal(1, column.Average(value => value * value), 1e-12);
        }
    }

    private static double[] Standardised(double[] rows)
    {
        double[] standard = [.. rows];
        FeatureScale scale = FeatureScale.Of(rows, Width);
        for (int start = 0; start < rows.Length; start += Width)
        {
            scale.Apply(standard.AsSpan(start, Width));
        }

        return standard;
    }

    // Features uniform with variance 1; outcomes by the true effects.
    private static (double[] Rows, bool[] Outcomes) Sample(int count, uint seed)
    {
        var rows = new double[count * Width];
        var outcomes = new bool[count];
        for (int row = 0; row < count; row++)
        {
            for (int feature = 0; feature < Width; feature++)
            {
                rows[(row * Width) + feature] = Math.Sqrt(12) * (Uniform(row, feature) - 0.5);
            }

            outcomes[row] = Uniform(row, Width) < LogisticModel.Logistic(LogisticModel.Logit(Truth, rows.AsSpan(row * Width, Width)));
        }

        return (rows, outcomes);

        double Uniform(int row, int number) => Philox4x32.Generate(seed, 0, (uint)row, (uint)number, 0, 0).FineUniform0;
    }
}
