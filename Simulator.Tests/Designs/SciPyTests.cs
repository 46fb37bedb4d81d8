using Experiments.Designs;
using Simulator.Tests.Oracles;

namespace Simulator.Tests.Designs;

public sealed class SciPyTests
{
    private const int Points = 128, Dimensions = 60;

    [Fact]
    public void SciPy_draws_the_same_Sobol_points_and_finds_the_same_discrepancies()
    {
        var sequence = new SobolSequence(Dimensions, null);
        double[][] own = [.. Enumerable.Range(0, Points).Select(point => Enumerable.Range(0, Dimensions).Select(dimension => sequence.Coordinate(point, dimension)).ToArray())];
        var scrambled = new SobolSequence(6, 8);
        double[][] net = [.. Enumerable.Range(0, Points).Select(point => Enumerable.Range(0, 6).Select(dimension => scrambled.Coordinate(point, dimension)).ToArray())];
        var hypercube = new LatinHypercube(Points, 6, 8);
        double[][] cells = [.. Enumerable.Range(0, Points).Select(point =>
        {
            double[] row = new double[6];
            hypercube.Point(point, row);
            return row;
        })];

        double[] answer = Python.Answer<double[]>(
            """
            from scipy.stats import qmc
            theirs = qmc.Sobol(given["dimensions"], scramble=False).random(given["points"])
            cd = lambda points: float(qmc.discrepancy(np.array(points), method="CD"))
            print(json.dumps([float(np.abs(theirs - np.array(given["own"])).max()), cd(given["net"]), cd(given["cells"]), cd(np.random.default_rng(1).random((given["points"], 6)))]))
            """,
            new { points = Points, dimensions = Dimensions, own, net, cells });

        Assert.Equal(0, answer[0]);
        Assert.Equal(CentredDiscrepancy.Of(net), answer[1], 1e-10);
        Assert.Equal(CentredDiscrepancy.Of(cells), answer[2], 1e-10);
        Assert.True(Math.Max(answer[1], answer[2]) < 0.8 * answer[3], "No better than random points.");
    }
}
