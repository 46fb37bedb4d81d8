using Experiments.Config;
using Experiments.Running.Stopping;

namespace Simulator.Tests.Running.Stopping;

public sealed class RankBestTests
{
    private const int AtLeast = 20;
    private const int AtMost = 300;

    [Fact]
    public void With_equal_spreads_and_one_near_competitor_nearly_all_runs_go_to_those_two()
    {
        // A difference of 0.2 against noise of √2: (√2/0.2)² = 50 times the share of a rival that is 10 behind.
        RankBest rule = Run([0, 3, 10, 9.8, 0, 1, 2], seed: 1);

        int[] extra = [.. Enumerable.Range(0, 7).Select(point => rule.Close(point)[1] - AtLeast)];
        Assert.InRange(extra[2] + extra[3], 0.9 * extra.Sum(), extra.Sum());
        Assert.InRange(extra[3], 50, AtMost);
    }

    [Fact]
    public void The_next_round_follows_the_squared_ratio_of_noise_to_signal()
    {
        int[] next = SelectionBudget.Next([new Spread(100, 1, 2), new Spread(100, 2, 2), new Spread(400, 4, 2)], [100, 100, 400], 10_000);

        // Shares 4 : 1 : ¼ of 660 runs; the third has more than its 31, then the second more than its 52, so all 60 new runs are meant
        // for the first, which takes no more than half of what it has in one round.
        Assert.Equal([150, 100, 400], next);
    }

    [Fact]
    public void A_tie_and_a_rival_at_its_most_get_nothing()
    {
        Assert.Equal([50, 50], SelectionBudget.Next([new Spread(50, 0, 0), new Spread(50, 0.1, 2)], [50, 50], 50));
    }

    [Fact]
    public void The_best_has_every_replicate_of_any_rival_and_silence_runs_beside_everything()
    {
        RankBest rule = Run([5, 9.9, 10, 9.7], seed: 4);
        int[][] replicates = [.. Enumerable.Range(0, 4).Select(point => rule.Close(point).ToArray())];
        Ranked best = rule.Order()[0];

        Assert.Equal(replicates.Max(point => point.Max()), replicates[best.Point][best.Policy]);
        Assert.All(replicates, point => Assert.Equal(point.Max(), point[0]));
    }

    [Fact]
    public void It_stops_at_the_most_when_the_best_cannot_be_told_apart()
    {
        RankBest rule = Run([10, 10.0001], seed: 2);

        Assert.Equal([AtMost, AtMost], new[] { 0, 1 }.Select(point => rule.Close(point)[1]));
        Assert.InRange(rule.Probability, 0, 0.95);
    }

    [Fact]
    public void Alternatives_with_the_same_address_are_one_and_share_a_place()
    {
        RankBest rule = Run([10, 10, 3], seed: 2, addresses: ["a", "a", "b"]);

        Assert.Equal(AtLeast, rule.Close(0)[1]);
        Assert.Equal([1, 1, 2], rule.Order().Where(cell => cell.Policy == 1).Select(cell => cell.Place));
        Assert.InRange(rule.Probability, 0.95, 1);
    }

    [Fact]
    public void The_lowest_can_be_the_best()
    {
        RankBest rule = Run([1, 2, 3], seed: 2, best: Ranking.Lowest);

        Assert.Equal((0, 1), (rule.Order()[0].Point, rule.Order()[0].Policy));
        Assert.Equal([0, 1, 2], rule.Order().Where(cell => cell.Policy == 1).Select(cell => cell.Point));
    }

    [Fact]
    public void Alternatives_whose_runs_all_failed_come_last()
    {
        RankBest rule = Run([5, double.NaN, 4], seed: 2);

        Assert.Equal(1, rule.Order()[^1].Point);
        Assert.True(double.IsNaN(rule.Order()[^1].Mean));
    }

    [Fact]
    public void The_bound_of_a_wrong_choice_is_the_tail_of_t()
    {
        // t = 2 with 9 degrees of freedom: P(T > 2) = 0.03828.
        var difference = new Spread(10, 2 / Math.Sqrt(10), 1);

        Assert.Equal(0.03828, SelectionProbability.OfMistake(difference), 5);
        Assert.Equal(1 - (2 * 0.03828), SelectionProbability.Bound([difference, difference]), 4);
        Assert.Equal(1, SelectionProbability.Bound([new Spread(10, 0, 0)]));
        Assert.Equal(0, SelectionProbability.Bound([new Spread(10, 0.1, 1), new Spread(10, 0.1, 1), new Spread(10, 0, 1)]));
    }

    [Fact]
    public void The_choice_is_right_at_least_as_often_as_promised()
    {
        const int Times = 400;
        int right = 0;
        for (int time = 0; time < Times; time++)
        {
            RankBest rule = Run([9, 9.5, 10, 9.6, 8], seed: 100 + time, probability: 0.9);
            right += rule.Order()[0].Point == 2 ? 1 : 0;
        }

        Assert.InRange((double)right / Times, 0.9 - (3 * Math.Sqrt(0.9 * 0.1 / Times)), 1);
    }

    /// <summary>Points with a silent policy worth −5 and a sending one of a given worth, noise of their own of 1 and luck in common of 3.</summary>
    private static RankBest Run(double[] worth, int seed, double probability = 0.95, string best = Ranking.Highest, string[]? addresses = null)
    {
        var replication = new Replication { AtLeast = AtLeast, AtMost = AtMost, Rank = new Ranking { Probability = probability, Best = best } };
        var rule = new RankBest(replication, worth.Length, _ => 2, point => ["silent", addresses?[point] ?? $"{point}"]);
        while (rule.Next() is { } block)
        {
            for (int replicate = block.First; replicate < block.End; replicate++)
            {
                double luck = 3 * UntilPreciseTests.Normal(new Random(HashCode(seed, replicate, 0)));
                foreach (int policy in block.Policies)
                {
                    string identity = addresses?[block.Point] ?? $"{block.Point}";
                    double own = UntilPreciseTests.Normal(new Random(HashCode(seed, replicate, 1 + identity[0])));
                    double silent = best == Ranking.Lowest ? 20 : -5;
                    rule.Take(block.Point, policy, replicate, policy == 0 ? silent + luck : worth[block.Point] + luck + own);
                }
            }

            rule.Complete(block);
        }

        return rule;
    }

    // System.Random with neighbouring seeds gives neighbouring first numbers; spread them.
    private static int HashCode(int seed, int replicate, int purpose) =>
        (int)((((ulong)seed * 1_000_003) + ((ulong)replicate * 7_919) + (ulong)purpose) * 0x9E3779B97F4A7C15 >> 33);
}
