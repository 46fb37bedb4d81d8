using Experiments.Designs;

namespace Simulator.Tests.Designs;

/// <summary>Permutations computed place by place.</summary>
public sealed class RandomPermutationTests
{
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(7), InlineData(64), InlineData(1_000), InlineData(10_007)]
    public void Every_place_is_taken_once(int size)
    {
        var permutation = new RandomPermutation(size, 0, 9);
        Assert.Equal(Enumerable.Range(0, size), Enumerable.Range(0, size).Select(place => permutation[place]).Order());
    }

    [Fact]
    public void All_orders_of_four_are_equally_frequent()
    {
        var frequencies = new Dictionary<string, int>();
        for (ulong seed = 0; seed < 12_000; seed++)
        {
            var permutation = new RandomPermutation(4, 0, seed);
            string order = string.Concat(Enumerable.Range(0, 4).Select(place => permutation[place]));
            frequencies[order] = frequencies.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(24, frequencies.Count);
        OwenScramblingTests.AssertEvenCounts([.. frequencies.Values]);
    }

    /// <summary>Neighbours are where a bad shuffle shows: their distance modulo n would not be uniform.</summary>
    [Fact]
    public void Where_a_neighbour_goes_is_not_foretold()
    {
        const int Size = 16_001;
        var permutation = new RandomPermutation(Size, 3, 1);
        var steps = new int[64];
        for (int place = 0; place + 1 < Size; place++)
        {
            int step = (permutation[place + 1] - permutation[place] + Size) % Size;
            steps[(step - 1) / 250]++;
        }

        OwenScramblingTests.AssertEvenCounts(steps);
    }

    [Fact]
    public void Dimensions_and_seeds_have_orders_of_their_own()
    {
        int[] Order(int dimension, ulong seed)
        {
            var permutation = new RandomPermutation(100, dimension, seed);
            return [.. Enumerable.Range(0, 100).Select(place => permutation[place])];
        }

        Assert.Equal(Order(0, 1), Order(0, 1));
        Assert.NotEqual(Order(0, 1), Order(1, 1));
        Assert.NotEqual(Order(0, 1), Order(0, 2));
    }
}
