using Experiments.Designs;

namespace Simulator.Tests.Designs;

/// <summary>Latin hypercubes, searched and plain.</summary>
public sealed class LatinHypercubeTests
{
    [Theory]
    [InlineData(1, 1, null), InlineData(1, 3, null), InlineData(2, 2, null), InlineData(3, 2, null), InlineData(10, 1, null), InlineData(37, 4, 20_000L)]
    [InlineData(37, 4, 0L), InlineData(200, 30, 5_000L), InlineData(2_000, 2, 2_000L), InlineData(2_001, 3, null), InlineData(50_000, 2, null)]
    public void Every_cell_of_every_dimension_holds_one_point(int points, int dimensions, long? swaps)
    {
        var hypercube = new LatinHypercube(points, dimensions, 7, swaps);
        for (int dimension = 0; dimension < dimensions; dimension++)
        {
            double[] coordinates = [.. Enumerable.Range(0, points).Select(index => hypercube.Coordinate(index, dimension))];
            Assert.All(coordinates, x => Assert.InRange(x, double.Epsilon, Math.BitDecrement(1.0)));
            Assert.Equal(Enumerable.Range(0, points), coordinates.Select(x => (int)(x * points)).Order());
        }
    }

    [Theory, InlineData(40), InlineData(3_000)]
    public void A_seed_gives_the_same_points_and_another_seed_others(int points)
    {
        double[][] first = Points(new LatinHypercube(points, 3, 5, 2_000));
        Assert.Equal(first, Points(new LatinHypercube(points, 3, 5, 2_000)));
        Assert.Empty(first.SelectMany(point => point).Intersect(Points(new LatinHypercube(points, 3, 6, 2_000)).SelectMany(point => point)));
    }

    [Fact]
    public void Positions_in_the_cells_are_uniform()
    {
        const int Points = 16_000;
        var hypercube = new LatinHypercube(Points, 1, 3);
        var parts = new int[64];
        for (int index = 0; index < Points; index++)
        {
            double inCells = hypercube.Coordinate(index, 0) * Points;
            parts[(int)((inCells - Math.Floor(inCells)) * 64)]++;
        }

        OwenScramblingTests.AssertEvenCounts(parts);
    }

    [Fact]
    public void The_order_of_one_dimension_says_nothing_about_another()
    {
        const int Points = 10_000;
        var hypercube = new LatinHypercube(Points, 4, 17);
        for (int first = 0; first < 4; first++)
        {
            for (int second = first + 1; second < 4; second++)
            {
                double covariance = Enumerable.Range(0, Points).Average(index => (hypercube.Coordinate(index, first) - 0.5) * (hypercube.Coordinate(index, second) - 0.5));
                Assert.InRange(covariance * 12 * Math.Sqrt(Points), -4, 4);
            }
        }
    }

    /// <summary>
    /// Oracle: medians of SciPy 1.10.1 over seeds 0–19 (0–5 for 200 points) of the least distance and the centred discrepancy of
    /// qmc.LatinHypercube(d, optimization="random-cd", seed=k).random(n), which works on the discrepancy, and the discrepancy without optimization.
    /// A maximin design has to be far ahead in distance; in discrepancy it is near the one that is made for it and far below a plain one.
    /// </summary>
    [Theory]
    [InlineData(10, 2, 0.1866, 0.0048787, 0.0060186)]
    [InlineData(20, 2, 0.12119, 0.00121999, 0.00228906)]
    [InlineData(20, 5, 0.44321, 0.0122137, 0.0231806)]
    [InlineData(50, 3, 0.11938, 0.000630116, 0.00207054)]
    [InlineData(50, 10, 0.6996, 0.0402555, 0.0727231)]
    [InlineData(100, 4, 0.12955, 0.000561217, 0.002383)]
    [InlineData(100, 8, 0.42557, 0.00704832, 0.0173758)]
    [InlineData(200, 10, 0.47833, 0.00766476, 0.0178062)]
    public void Points_are_farther_apart_than_those_of_SciPy_and_nearly_as_even(int points, int dimensions, double distance, double discrepancy, double plainDiscrepancy)
    {
        LatinHypercube[] hypercubes = [.. Enumerable.Range(0, 5).Select(seed => new LatinHypercube(points, dimensions, (ulong)seed, 100_000))];
        double ownDistance = hypercubes.Select(hypercube => hypercube.MinimumDistance()).Order().ElementAt(2);
        double ownDiscrepancy = hypercubes.Select(hypercube => CentredDiscrepancy.Of(Points(hypercube))).Order().ElementAt(2);
        Assert.True(ownDistance > 1.4 * distance, $"{ownDistance} against {distance}");
        Assert.True(ownDiscrepancy < 1.5 * discrepancy, $"{ownDiscrepancy} against {discrepancy}");
        Assert.True(ownDiscrepancy < 0.9 * plainDiscrepancy, $"{ownDiscrepancy} against {plainDiscrepancy}");
    }

    [Theory, InlineData(12, 2), InlineData(60, 6), InlineData(1_000, 10)]
    public void The_search_spreads_points_farther_than_the_best_of_ten_unsearched(int points, int dimensions)
    {
        double best = Enumerable.Range(0, 10).Max(seed => new LatinHypercube(points, dimensions, (ulong)seed, 0).MinimumDistance());
        Assert.True(new LatinHypercube(points, dimensions, 0, 20_000).MinimumDistance() > 1.2 * best);
    }

    [Fact]
    public void More_swaps_spread_farther()
    {
        double[] distances = [.. new[] { 0L, 2_000, 100_000 }.Select(swaps => Enumerable.Range(0, 5).Average(seed => new LatinHypercube(80, 5, (ulong)seed, swaps).MinimumDistance()))];
        Assert.True(distances[1] > 1.2 * distances[0]);
        Assert.True(distances[2] > 1.1 * distances[1]);
    }

    /// <summary>
    /// On the centres of the cells the best least distance of all Latin hypercubes is known: found by going through every one of
    /// them. The search starts from the worst, all points on the diagonal.
    /// </summary>
    [Theory, InlineData(4, 2, 5), InlineData(5, 2, 5), InlineData(6, 2, 5), InlineData(7, 2, 8), InlineData(8, 2, 8), InlineData(9, 2, 10)]
    [InlineData(4, 3, 6), InlineData(5, 3, 11), InlineData(6, 3, 14)]
    public void On_a_small_grid_the_search_finds_the_best_design_there_is(int points, int dimensions, int squaredDistanceInCells)
    {
        double[][] columns = [.. Enumerable.Range(0, dimensions).Select(_ => Enumerable.Range(0, points).Select(cell => (cell + 0.5) / points).ToArray())];
        MaximinSearch.Spread(columns, 1, MaximinSearch.Budget(points));
        double least = Enumerable.Range(0, points).SelectMany(first => Enumerable.Range(0, first).Select(second => columns.Sum(column => Math.Pow(column[first] - column[second], 2)))).Min();
        Assert.Equal(squaredDistanceInCells, least * points * points, 1e-9);
    }

    [Fact]
    public void The_least_distance_is_that_of_the_nearest_two_points()
    {
        var hypercube = new LatinHypercube(30, 3, 2, 1_000);
        double[][] points = Points(hypercube);
        double least = points.SelectMany((point, index) => points.Take(index).Select(other => Math.Sqrt(point.Zip(other, (x, y) => (x - y) * (x - y)).Sum()))).Min();
        Assert.Equal(least, hypercube.MinimumDistance(), 1e-14);
        Assert.Equal(double.PositiveInfinity, new LatinHypercube(1, 3, 2).MinimumDistance());
    }

    [Fact]
    public void Impossible_sizes_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatinHypercube(0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatinHypercube(LatinHypercube.MostPoints + 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatinHypercube(1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatinHypercube(5, 1, 1).Coordinate(5, 0));
        Assert.Throws<ArgumentException>(() => new LatinHypercube(5, 2, 1).Point(0, new double[3]));
    }

    private static double[][] Points(LatinHypercube hypercube) => [.. Enumerable.Range(0, hypercube.Points).Select(index =>
    {
        var point = new double[hypercube.Dimensions];
        hypercube.Point(index, point);
        return point;
    })];
}
