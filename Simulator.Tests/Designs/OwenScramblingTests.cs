using Experiments.Designs;
using Simulator.RandomStreams;

namespace Simulator.Tests.Designs;

/// <summary>Scrambled points: uniform, independent where theory says so, and as even as the theory and SciPy's are.</summary>
public sealed class OwenScramblingTests
{
    [Fact]
    public void A_seed_gives_the_same_points_and_another_seed_others()
    {
        double[][] points = SobolSequenceTests.Points(new SobolSequence(4, 11), 64);
        Assert.Equal(points, SobolSequenceTests.Points(new SobolSequence(4, 11), 64));
        foreach (ulong other in new[] { 12UL, 11UL + (1UL << 32) })
        {
            Assert.Empty(points.SelectMany(point => point).Intersect(SobolSequenceTests.Points(new SobolSequence(4, other), 64).SelectMany(point => point)));
        }
    }

    [Fact]
    public void Different_numbers_remain_different_and_keep_their_common_beginning()
    {
        ulong[] scrambled = [.. Enumerable.Range(0, 4096).Select(digits => OwenScrambling.Scrambled((ulong)digits, 12, 0, 5))];
        Assert.Equal(Enumerable.Range(0, 4096).Select(digits => (ulong)digits), scrambled.Order());
        for (int common = 1; common < 12; common++)
        {
            Assert.All(scrambled.Chunk(1 << (12 - common)), chunk => Assert.Single(chunk.Select(digits => digits >> (12 - common)).Distinct()));
        }
    }

    [Fact]
    public void The_first_point_is_uniform_over_the_seeds()
    {
        const int Seeds = 64_000;
        var cells = new int[64];
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            cells[(int)(new SobolSequence(1, seed).Coordinate(0, 0) * 64)]++;
        }

        AssertEvenCounts(cells);
    }

    /// <summary>A linear scramble with a shift fails this: the four coins would always have an even sum.</summary>
    [Fact]
    public void In_four_cells_of_a_net_the_digits_below_are_independent_coins()
    {
        var outcomes = new int[16];
        for (ulong seed = 0; seed < 8_000; seed++)
        {
            int outcome = 0;
            for (int cell = 0; cell < 4; cell++)
            {
                outcome = (outcome << 1) | (int)(OwenScrambling.Scrambled((ulong)cell << 50, 52, 0, seed) >> 49 & 1);
            }

            outcomes[outcome]++;
        }

        AssertEvenCounts(outcomes);
    }

    /// <summary>In one dimension 2^m scrambled points lie one in each of n cells, uniform and independent: the mean has variance 1/(12·n³).</summary>
    [Theory, InlineData(0, 8), InlineData(5, 8), InlineData(255, 8), InlineData(1, 64)]
    public void The_mean_of_a_coordinate_has_the_variance_of_stratified_sampling(int dimension, int count)
    {
        const int Seeds = 4_000;
        double sum = 0;
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            double mean = SobolMean(new SobolSequence(dimension + 1, seed), count, dimension);
            sum += Math.Pow(mean - 0.5, 2);
        }

        double ratio = sum / Seeds * 12 * Math.Pow(count, 3);
        Assert.InRange(ratio, 1 - (4 * Math.Sqrt(2.0 / Seeds)), 1 + (4 * Math.Sqrt(2.0 / Seeds)));
    }

    /// <summary>
    /// Any scramble whose pairs of points are distributed as under nested uniform scrambling has the same expected discrepancy, so
    /// SciPy's linear one is an oracle. SciPy 1.10.1: mean and standard error of qmc.discrepancy(qmc.Sobol(d, scramble=True,
    /// seed=k).random_base2(m)) over seeds 0–999; beside it the least of 300 sets of independent points.
    /// </summary>
    [Theory]
    [InlineData(6, 2, 0.00015592309, 1.63e-7, 0.00114)]
    [InlineData(6, 5, 0.0028076546, 1.6e-6, 0.0116)]
    [InlineData(8, 3, 3.56095e-5, 1.4e-8, 0.000810)]
    [InlineData(8, 8, 0.0021125881, 5.58e-7, 0.0101)]
    public void Expected_discrepancy_equals_that_of_SciPy_and_every_set_is_far_better_than_random(int log, int dimensions, double mean, double standardError, double leastOfRandom)
    {
        const int Seeds = 100;
        double[] discrepancies = [.. Enumerable.Range(0, Seeds).Select(seed =>
            CentredDiscrepancy.Of(SobolSequenceTests.Points(new SobolSequence(dimensions, (ulong)seed), 1 << log)))];
        double average = discrepancies.Average();
        double ownError = Math.Sqrt(discrepancies.Sum(value => Math.Pow(value - average, 2)) / (Seeds - 1) / Seeds);
        Assert.InRange((average - mean) / Math.Sqrt((ownError * ownError) + (standardError * standardError)), -4, 4);
        Assert.True(discrepancies.Max() < leastOfRandom / 2);
    }

    /// <summary>SciPy 1.10.1: qmc.discrepancy(qmc.Sobol(3, scramble=False).random_base2(4)).</summary>
    [Fact]
    public void Discrepancy_is_counted_as_SciPy_counts_it() =>
        Assert.Equal(0.00787341567101274, CentredDiscrepancy.Of(SobolSequenceTests.Points(new SobolSequence(3, null), 16)), 1e-14);

    /// <summary>
    /// The integral of Π eˣ/(e − 1) over the cube is 1. For smooth functions the error falls nearly as n^−3/2 (Owen 1997,
    /// doi:10.1214/aos/1031594731); independent points would give n^−1/2.
    /// </summary>
    [Fact]
    public void The_error_of_a_smooth_integral_falls_faster_than_the_number_of_points_grows()
    {
        double few = IntegrationError(64);
        double many = IntegrationError(4_096);
        double rate = Math.Log(few / many) / Math.Log(64);
        Assert.InRange(rate, 1.15, 1.7);
    }

    [Fact]
    public void Coordinates_never_reach_zero_or_one()
    {
        var sequence = new SobolSequence(8, 21);
        double[] coordinates = [.. SobolSequenceTests.Points(sequence, 1 << 14).SelectMany(point => point)];
        Assert.All(coordinates, x => Assert.InRange(x, double.Epsilon, Math.BitDecrement(1.0)));
    }

    [Fact]
    public void A_design_shares_no_draw_with_the_model() => Assert.Empty(
        Enum.GetValues<DesignPurpose>().Select(purpose => (byte)purpose).Intersect(Enum.GetValues<Purpose>().Select(purpose => (byte)purpose)));

    private static double IntegrationError(int count)
    {
        const int Seeds = 100;
        double squares = 0;
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            double mean = SobolSequenceTests.Points(new SobolSequence(4, seed), count)
                .Average(point => point.Aggregate(1.0, (product, x) => product * Math.Exp(x) / (Math.E - 1)));
            squares += Math.Pow(mean - 1, 2);
        }

        return Math.Sqrt(squares / Seeds);
    }

    private static double SobolMean(SobolSequence sequence, int count, int dimension) =>
        Enumerable.Range(0, count).Average(index => sequence.Coordinate(index, dimension));

    /// <summary>χ² within four standard deviations of its expectation.</summary>
    internal static void AssertEvenCounts(int[] counts)
    {
        double expected = counts.Average();
        double chiSquared = counts.Sum(count => Math.Pow(count - expected, 2) / expected);
        double degrees = counts.Length - 1;
        Assert.InRange(chiSquared, degrees - (4 * Math.Sqrt(2 * degrees)), degrees + (4 * Math.Sqrt(2 * degrees)));
    }
}
