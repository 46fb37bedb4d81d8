using Experiments.Optimisation;

namespace Simulator.Tests.Optimisation;

public sealed class VariationTests
{
    private const int Pairs = 20_000;

    [Fact]
    public void Children_stay_in_the_unit_interval_and_keep_their_parents_mean_where_nothing_is_near_a_bound()
    {
        var variation = new Variation([.. Enumerable.Repeat(Gene.Continuous, 50)], 1);
        double[] one = [.. Enumerable.Repeat(0.4, 50)];
        double[] other = [.. Enumerable.Repeat(0.6, 50)];
        double[] genes = [.. Enumerable.Range(0, 400).SelectMany(pair => Both(variation.Children(one, other, 1, pair)))];

        Assert.All(genes, gene => Assert.InRange(gene, 0, 1 - 1e-16));
        double mean = genes.Average();
        double error = Math.Sqrt(genes.Sum(gene => (gene - mean) * (gene - mean))) / genes.Length;
        Assert.InRange(mean, 0.5 - (4 * error), 0.5 + (4 * error));
    }

    [Theory, InlineData(0.0), InlineData(1 - 1e-12)]
    public void A_parent_at_a_bound_has_children_within_it(double bound)
    {
        var variation = new Variation([Gene.Continuous, Gene.Continuous], 2);

        Assert.All(Enumerable.Range(0, Pairs).SelectMany(pair => Both(variation.Children([bound, 0.5], [0.3, bound], 3, pair))), gene => Assert.InRange(gene, 0, 1 - 1e-16));
    }

    [Fact]
    public void A_lever_without_order_mutates_to_every_other_level_equally_often()
    {
        var gene = Gene.Unordered(5);
        int[] counts = Levels(gene, from: 2);

        Assert.Equal(0, counts[2]);
        double expected = 2 * Pairs / 4.0;
        Assert.All(counts.Where((_, level) => level != 2), count => Assert.InRange(count, expected - (4 * Math.Sqrt(expected)), expected + (4 * Math.Sqrt(expected))));
    }

    [Fact]
    public void A_lever_with_order_mutates_to_its_neighbours_half_the_time_and_never_stays()
    {
        int[] counts = Levels(Gene.Ordered(9), from: 4);

        Assert.Equal(0, counts[4]);
        double half = Pairs;
        Assert.InRange(counts[3] + counts[5], half - (4 * Math.Sqrt(half / 2)), half + (4 * Math.Sqrt(half / 2)));
        Assert.InRange(counts[2] + counts[6], (half / 2) - (4 * Math.Sqrt(half / 2)), (half / 2) + (4 * Math.Sqrt(half / 2)));
        Assert.All(Enumerable.Range(0, 9).Where(level => level != 4), level => Assert.True(counts[level] > 0));
    }

    [Fact]
    public void Levels_of_children_are_those_of_their_parents_or_mutations()
    {
        // Of 100 levers one mutates on average; the others come from either parent.
        var gene = Gene.Unordered(10);
        var variation = new Variation([.. Enumerable.Repeat(gene, 100)], 3);
        double[] one = [.. Enumerable.Repeat(gene.Middle(1), 100)];
        double[] other = [.. Enumerable.Repeat(gene.Middle(8), 100)];

        double[] genes = [.. Enumerable.Range(0, 200).SelectMany(pair => Both(variation.Children(one, other, 1, pair)))];

        double mutated = genes.Count(value => gene.LevelAt(value) is not (1 or 8));
        double expected = 200 * 2 * 8 / 9.0;
        Assert.InRange(mutated, expected - (4 * Math.Sqrt(expected)), expected + (4 * Math.Sqrt(expected)));
    }

    // A single lever always mutates: its chance is one over the number of levers.
    private static int[] Levels(Gene gene, int from)
    {
        var variation = new Variation([gene], 4);
        int[] counts = new int[gene.Levels];
        foreach (double child in Enumerable.Range(0, Pairs).SelectMany(pair => Both(variation.Children([gene.Middle(from)], [gene.Middle(from)], 1, pair))))
        {
            counts[gene.LevelAt(child)]++;
        }

        return counts;
    }

    private static IEnumerable<double> Both((double[] One, double[] Other) children) => [.. children.One, .. children.Other];
}
