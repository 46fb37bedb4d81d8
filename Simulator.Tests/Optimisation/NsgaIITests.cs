using Experiments.Optimisation;

namespace Simulator.Tests.Optimisation;

public sealed class NsgaIITests
{
    // Exact hypervolumes up to (1.1, 1.1): 1.21 less the area below the front, 1/3 and 2/3.
    public static TheoryData<string, double> Exact { get; } = new() { { nameof(TestProblem.Zdt1), 1.21 - (1.0 / 3) }, { nameof(TestProblem.Zdt2), 1.21 - (2.0 / 3) } };

    [Theory, MemberData(nameof(Exact))]
    public void The_fronts_of_zdt1_and_zdt2_are_found_with_nearly_all_their_hypervolume(string name, double exact)
    {
        TestProblem problem = Named(name);

        IReadOnlyList<Individual> found = problem.Search(250, seed: 1);

        // Deb et al. (2002) report a distance of 0.03 for ZDT1 and 0.07 for ZDT2 after as many generations.
        Assert.InRange(problem.Distance(found), 0, 0.01);
        Assert.InRange(Hypervolume.Of(found.Select(one => one.Costs), [1.1, 1.1]), 0.98 * exact, exact);
    }

    [Fact]
    public void All_five_parts_of_the_front_of_zdt3_are_found()
    {
        IReadOnlyList<Individual> found = TestProblem.Zdt3.Search(250, seed: 2);

        Assert.InRange(TestProblem.Zdt3.Distance(found), 0, 0.01);
        double[] ends = [0.0830, 0.2578, 0.4539, 0.6525, 0.8518];
        Assert.All(ends, end => Assert.Contains(found, one => Math.Abs(one.Costs[0] - end) < 0.1));
    }

    [Fact]
    public void The_sphere_of_dtlz2_is_covered_in_three_objectives()
    {
        IReadOnlyList<Individual> found = TestProblem.Dtlz2.Search(200, seed: 3);

        // A hundred ideally spread points would be 0.05 away on average.
        Assert.InRange(TestProblem.Dtlz2.Distance(found), 0, 0.1);
        Assert.All(found, one => Assert.InRange(one.Costs.Sum(cost => cost * cost), 1 - 1e-9, 1.3));
        double exact = (1.1 * 1.1 * 1.1) - (Math.PI / 6);
        Assert.InRange(Hypervolume.Of(found.Select(one => one.Costs), [1.1, 1.1, 1.1]), 0.85 * exact, exact);
    }

    [Fact]
    public void The_same_seed_gives_the_same_search_and_another_seed_another()
    {
        string Found(ulong seed) => string.Join(';', TestProblem.Zdt1.Search(5, seed, population: 20).Select(one => string.Join(' ', one.Genes)));

        Assert.Equal(Found(7), Found(7));
        Assert.NotEqual(Found(7), Found(8));
    }

    [Theory, InlineData(1UL), InlineData(2UL), InlineData(3UL)]
    public void Levels_without_order_are_searched_as_well_as_ranges(ulong seed)
    {
        // The best value of each of eight unordered levers is level 3 for one objective and level 5 for the other: 2⁸ policies are on the front, with nine costs.
        Gene[] genes = [.. Enumerable.Repeat(Gene.Unordered(7), 8)];
        double[] Costs(double[] x) => [x.Count(value => genes[0].LevelAt(value) != 3), x.Count(value => genes[0].LevelAt(value) != 5)];
        var algorithm = new NsgaII(genes, seed);
        var tried = new HashSet<string>();
        bool IsNew(double[] x) => tried.Add(string.Join(' ', x));
        Individual[] parents = [.. algorithm.First(40, IsNew).Select(x => new Individual(x, Costs(x), 0))];
        for (int generation = 1; generation <= 40; generation++)
        {
            Individual[] all = [.. parents, .. algorithm.Children(parents, generation, 40, IsNew).Select(x => new Individual(x, Costs(x), 0))];
            parents = [.. NsgaII.Survivors(all, 40).Select(index => all[index])];
        }

        Assert.Contains(parents, one => one.Costs[0] == 0);
        Assert.Contains(parents, one => one.Costs[1] == 0);
        Assert.All(parents, one => Assert.Equal(8, one.Costs.Sum()));
    }

    [Fact]
    public void A_small_space_is_searched_to_its_end_without_trying_anything_twice()
    {
        Gene[] genes = [Gene.Ordered(3), Gene.Unordered(4)];
        var algorithm = new NsgaII(genes, 1);
        var tried = new HashSet<string>();
        bool IsNew(double[] x) => tried.Add(string.Join(' ', x));
        Individual[] parents = [.. algorithm.First(8, IsNew).Select(x => new Individual(x, [x[0], 1 - x[1]], 0))];
        int all = parents.Length;
        for (int generation = 1; generation <= 4; generation++)
        {
            all += algorithm.Children(parents, generation, 8, IsNew).Count;
        }

        Assert.Equal(12, all);
        Assert.Equal(12, tried.Count);
    }

    private static TestProblem Named(string name) => name == nameof(TestProblem.Zdt1) ? TestProblem.Zdt1 : TestProblem.Zdt2;
}
