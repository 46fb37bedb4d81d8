using Experiments.Optimisation;

namespace Simulator.Tests.Optimisation;

/// <summary>What is better than what, how much room there is, how much is covered.</summary>
public sealed class FrontTests
{
    [Theory, InlineData(2, 1), InlineData(3, 2), InlineData(2, 3)]
    public void Fronts_are_those_that_peeling_layer_by_layer_gives(int objectives, int seed)
    {
        // Whole numbers make ties, and every fifth candidate breaks a limit.
        var random = new Random(seed);
        Individual[] all = [.. Enumerable.Range(0, 120).Select(index => new Individual([], [.. Enumerable.Range(0, objectives).Select(_ => (double)random.Next(12))], index % 5 == 0 ? random.Next(1, 4) : 0))];
        var left = Enumerable.Range(0, all.Length).ToList();

        foreach (int[] front in NonDominatedSort.Fronts(all))
        {
            int[] peeled = [.. left.Where(index => !left.Any(other => Beats(all[other], all[index])))];
            Assert.Equal(peeled, front);
            left.RemoveAll(front.Contains);
        }

        Assert.Empty(left);
    }

    [Fact]
    public void The_feasible_beats_the_infeasible_and_of_those_the_smaller_violation_wins()
    {
        var good = new Individual([], [9, 9], 0);
        var near = new Individual([], [1, 1], 0.5);
        var impossible = new Individual([], [double.NaN, double.NaN], double.PositiveInfinity);

        Assert.Equal([[0], [1], [2]], NonDominatedSort.Fronts([good, near, impossible]));
        Assert.Equal([0, 1], NsgaII.Survivors([good, near, impossible], 2));
    }

    [Fact]
    public void Room_is_the_distance_between_neighbours_and_infinite_at_the_ends()
    {
        double[] room = CrowdingDistance.Of([Cost(0, 10), Cost(2, 6), Cost(3, 5), Cost(10, 0)]);

        Assert.Equal([double.PositiveInfinity, (3.0 / 10) + (5.0 / 10), (8.0 / 10) + (6.0 / 10), double.PositiveInfinity], room, (one, other) => one == other || Math.Abs(one - other) < 1e-12);
    }

    [Fact]
    public void Hypervolumes_are_those_worked_out_by_hand()
    {
        Assert.Equal(0, Hypervolume.Of([], [1, 1]));
        Assert.Equal(0, Hypervolume.Of([[2, 0]], [1, 1]));
        Assert.Equal(6, Hypervolume.Of([[1, 1], [1, 1], [2, 3]], [3, 4]), 12);
        Assert.Equal(3 + 2 + 1, Hypervolume.Of([[0, 2], [1, 1], [2, 0]], [3, 3]), 12);
        Assert.Equal(8 - 1, Hypervolume.Of([[0, 0, 1], [0, 1, 0], [1, 0, 0]], [2, 2, 2]), 12);
    }

    [Theory, InlineData(2, 1), InlineData(3, 2), InlineData(4, 3)]
    public void Hypervolumes_agree_with_counting_random_points(int objectives, int seed)
    {
        var random = new Random(seed);
        double[] Point() => [.. Enumerable.Range(0, objectives).Select(_ => random.NextDouble())];
        double[][] front = [.. Enumerable.Range(0, 25).Select(_ => Point())];
        const int Samples = 200_000;
        double share = Enumerable.Range(0, Samples).Select(_ => Point()).Count(sample => front.Any(point => point.Zip(sample).All(pair => pair.First <= pair.Second))) / (double)Samples;

        double exact = Hypervolume.Of(front, [.. Enumerable.Repeat(1.0, objectives)]);

        Assert.InRange(exact, share - (4 * Math.Sqrt(share * (1 - share) / Samples)), share + (4 * Math.Sqrt(share * (1 - share) / Samples)));
    }

    [Fact]
    public void The_knee_is_the_point_farthest_from_the_line_between_the_ends()
    {
        Assert.Equal(2, Knee.Of([[0, 100], [1, 60], [2, 20], [6, 10], [10, 0]]));
        Assert.Null(Knee.Of([[0, 1], [1, 0]]));
    }

    private static bool Beats(Individual one, Individual other) => one.Violation == 0 && other.Violation == 0
        ? one.Costs.Zip(other.Costs).All(pair => pair.First <= pair.Second) && one.Costs.Zip(other.Costs).Any(pair => pair.First < pair.Second)
        : one.Violation < other.Violation;

    private static Individual Cost(double first, double second) => new([], [first, second], 0);
}
