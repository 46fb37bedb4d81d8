using System.Globalization;
using System.Runtime.CompilerServices;
using Experiments.Designs;

namespace Simulator.Tests.Designs;

/// <summary>The sequence as published: known points, and the net that its first 2^m points are.</summary>
public sealed class SobolSequenceTests
{
    private const double SciPyUnit = 1.0 / (1 << 30);

    /// <summary>The example output of Joe and Kuo's own program, ten points in three dimensions.</summary>
    [Fact]
    public void The_first_ten_points_are_those_its_authors_print() => Assert.Equal(
        [
            [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625],
            [0.875, 0.875, 0.125], [0.625, 0.125, 0.875], [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375], [0.6875, 0.8125, 0.4375],
        ],
        Points(new SobolSequence(3, null), 10));

    [Fact]
    public void Points_near_and_far_equal_those_of_SciPy_in_dimensions_from_1_to_256()
    {
        int[] dimensions = [1, 2, 3, 4, 5, 8, 13, 21, 34, 64, 100, 150, 200, 256];
        var sequence = new SobolSequence(256, null);
        long[][] rows = [.. Table().Where(line => !line.StartsWith("all", StringComparison.Ordinal)).Select(Numbers)];
        Assert.Equal(20, rows.Length);
        foreach (long[] row in rows)
        {
            Assert.Equal(row[1..].Select(whole => whole * SciPyUnit), dimensions.Select(dimension => sequence.Coordinate(row[0], dimension - 1)));
        }
    }

    [Fact]
    public void A_far_point_equals_that_of_SciPy_in_every_dimension_of_the_table()
    {
        double[] expected = [.. Table().Where(line => line.StartsWith("all", StringComparison.Ordinal)).SelectMany(line => Numbers(line[4..])).Select(whole => whole * SciPyUnit)];
        var point = new double[256];
        new SobolSequence(256, null).Point(1_000_000, point);
        Assert.Equal(expected, point);
    }

    /// <summary>SciPy 1.10.1: engine = qmc.Sobol(8, scramble=False); engine.fast_forward(1000000007); engine.random(1)[0] * 2**30.</summary>
    [Fact]
    public void The_point_after_a_thousand_million_is_that_of_SciPy()
    {
        var point = new double[8];
        new SobolSequence(8, null).Point(1_000_000_007, point);
        Assert.Equal([138246809, 996400043, 267895311, 772111781, 47941807, 931552833, 461197417, 303729185], point.Select(x => x / SciPyUnit));
    }

    [Fact]
    public void A_sequence_in_fewer_dimensions_is_the_beginning_of_one_in_more()
    {
        var few = new double[5];
        var many = new double[200];
        new SobolSequence(5, 3).Point(777, few);
        new SobolSequence(200, 3).Point(777, many);
        Assert.Equal(few, many[..5]);
    }

    /// <summary>A (0, m, 2)-net: each of the 2^m boxes of size 2^−a × 2^−(m−a) holds one of 2^m points, whatever a.</summary>
    [Theory, InlineData(null), InlineData(1UL), InlineData(2UL), InlineData(0xFFFFFFFF00000000UL)]
    public void Every_elementary_box_of_the_first_two_dimensions_holds_one_point_scrambled_or_not(ulong? seed)
    {
        const int Log = 10;
        double[][] points = Points(new SobolSequence(2, seed), 1 << Log);
        for (int across = 0; across <= Log; across++)
        {
            int boxes = points.Select(point => ((int)(point[0] * (1 << across)) << (Log - across)) + (int)(point[1] * (1 << (Log - across)))).Distinct().Count();
            Assert.Equal(1 << Log, boxes);
        }
    }

    [Theory, InlineData(null), InlineData(1UL), InlineData(2UL)]
    public void Every_dimension_is_stratified_scrambled_or_not(ulong? seed)
    {
        double[][] points = Points(new SobolSequence(256, seed), 512);
        for (int dimension = 0; dimension < 256; dimension++)
        {
            Assert.Equal(Enumerable.Range(0, 512), points.Select(point => (int)(point[dimension] * 512)).Order());
        }
    }

    [Fact]
    public void The_next_points_fill_the_same_boxes_again()
    {
        var sequence = new SobolSequence(1, 4);
        foreach (int start in new[] { 0, 64, 1 << 20 })
        {
            Assert.Equal(Enumerable.Range(0, 64), Enumerable.Range(start, 64).Select(index => (int)(sequence.Coordinate(index, 0) * 64)).Order());
        }
    }

    [Theory, InlineData(1, true), InlineData(2, true), InlineData(1024, true), InlineData(1L << 40, true), InlineData(0, false), InlineData(3, false), InlineData(1000, false), InlineData(-8, false)]
    public void Only_a_power_of_two_is_a_net(long points, bool expected) => Assert.Equal(expected, SobolSequence.IsNet(points));

    [Fact]
    public void What_the_table_or_the_digits_do_not_reach_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(0, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(257, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(1, null).Coordinate(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(1, null).Coordinate(SobolSequence.MostPoints, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(3, null).Coordinate(0, 3));
        Assert.Throws<ArgumentException>(() => new SobolSequence(3, null).Point(0, new double[2]));
        Assert.Throws<ArgumentException>(() => new SobolSequence(3, null).Point(0, new double[4]));
    }

    internal static double[][] Points(SobolSequence sequence, int count) => [.. Enumerable.Range(0, count).Select(index =>
    {
        var point = new double[sequence.Dimensions];
        sequence.Point(index, point);
        return point;
    })];

    private static IEnumerable<string> Table([CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "SobolPoints.txt")).Where(line => !line.StartsWith('#'));

    private static long[] Numbers(string line) => [.. line.Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
}
