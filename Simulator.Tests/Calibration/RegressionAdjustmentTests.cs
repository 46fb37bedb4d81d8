using Experiments.Calibration;
using Simulator.Tests.Oracles;

namespace Simulator.Tests.Calibration;

/// <summary>Regression adjustment.</summary>
public sealed class RegressionAdjustmentTests
{
    [Fact]
    public void It_is_the_weighted_least_squares_fit_that_numpy_finds()
    {
        (Particle[] particles, Tolerance tolerance) = Accepted(60);
        double[][] adjusted = [.. RegressionAdjustment.Of(particles, tolerance)];
        double[][] expected = Python.Answer<double[][]>(
            """
            z, d, s = np.array(given['z']), np.array(given['d']), np.array(given['s'])
            x = d / s
            w = np.maximum(0, 1 - (np.sqrt((x ** 2).sum(axis=1)) / given['e']) ** 2)
            a = np.column_stack([np.ones(len(x)), x]) * np.sqrt(w)[:, None]
            b, *_ = np.linalg.lstsq(a, z * np.sqrt(w)[:, None], rcond=None)
            print(json.dumps((z - x @ b[1:]).tolist()))
            """,
            new { z = particles.Select(one => one.Scores), d = particles.Select(one => one.Discrepancies), s = tolerance.Scales, e = tolerance.Epsilon });
        for (int row = 0; row < adjusted.Length; row++)
        {
            Assert.Equal(expected[row][0], adjusted[row][0], 1e-9);
            Assert.Equal(expected[row][1], adjusted[row][1], 1e-9);
        }
    }

    [Fact]
    public void It_undoes_a_linear_effect_exactly()
    {
        Particle[] particles = [.. Enumerable.Range(0, 30).Select(index => new Particle([0.3 + (0.1 * (index - 15))], false, index, [0], [0.2 * (index - 15)]))];
        Assert.All(RegressionAdjustment.Of(particles, new Tolerance([1], 4)), scores => Assert.Equal(0.3, scores[0], 1e-9));
    }

    [Fact]
    public void A_statistic_that_never_differs_leaves_all_as_it_was()
    {
        Particle[] particles = [.. Enumerable.Range(0, 30).Select(index => new Particle([0.1 * index], false, index, [1, 0], [0, 0]))];
        Assert.Equal(particles.Select(one => one.Scores[0]), RegressionAdjustment.Of(particles, new Tolerance([1, 1], 1)).Select(scores => scores[0]));
    }

    [Fact]
    public void Evidence_beyond_every_particle_moves_nothing()
    {
        Particle[] particles = [.. Enumerable.Range(0, 30).Select(index => new Particle([0.05 * index], false, index, [0], [2 + (0.05 * index)]))];
        var tolerance = new Tolerance([1], 4);
        Assert.False(RegressionAdjustment.Reaches(particles, tolerance));
        Assert.Equal(particles.Select(one => one.Scores[0]), RegressionAdjustment.Of(particles, tolerance).Select(scores => scores[0]));
    }

    [Fact]
    public void Evidence_beside_the_cloud_moves_nothing_even_where_each_statistic_alone_reaches_it()
    {
        Particle[] Along(double sum) => [.. Enumerable.Range(0, 30).Select(index =>
        {
            double first = -1 + (0.1 * index);
            return new Particle([first], false, index, [0, 0], [first, sum - first + (0.02 * Toys.Noise(new Trial([], false, 5, index)))]);
        })];
        Assert.False(RegressionAdjustment.Reaches(Along(1), new Tolerance([1, 1], 4)));
        Assert.True(RegressionAdjustment.Reaches(Along(0), new Tolerance([1, 1], 4)));
    }

    [Fact]
    public void A_parameter_that_is_idle_under_the_null_is_adjusted_on_the_other_worlds_alone()
    {
        // Worlds of the null know nothing of it: mixed in, they would flatten its line.
        Particle[] particles = [.. Enumerable.Range(0, 60).Select(index => index % 2 == 0
            ? new Particle([0.3 + (0.1 * (index - 30))], false, index, [0], [0.1 * (index - 30)])
            : new Particle([index % 3], true, index, [0], [0.1 * (index - 30)]))];
        IReadOnlyList<double[]> adjusted = RegressionAdjustment.Of(particles, new Tolerance([1], 4), _ => true);
        for (int index = 0; index < particles.Length; index++)
        {
            Assert.Equal(particles[index].IsNull ? particles[index].Scores[0] : 0.3, adjusted[index][0], 1e-9);
        }
    }

    private static (Particle[] Particles, Tolerance Tolerance) Accepted(int count)
    {
        Particle[] particles = [.. Enumerable.Range(0, count).Select(index =>
        {
            double one = Toys.Noise(new Trial([], false, 5, index), 0);
            double other = Toys.Noise(new Trial([], false, 5, index), 1);
            return new Particle([one + (0.2 * Toys.Noise(new Trial([], false, 5, index), 2)), other - one], false, index, [0, 0], [one, 3 * other]);
        })];
        return (particles, new Tolerance([1, 3], 4));
    }
}
