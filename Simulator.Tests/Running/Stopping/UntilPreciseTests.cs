using Experiments.Config;
using Experiments.Running.Stopping;

namespace Simulator.Tests.Running.Stopping;

public sealed class UntilPreciseTests
{
    private const int AtMost = 400;

    [Theory, InlineData("2.262", false), InlineData("2.263", true)]
    public void An_interval_is_precise_when_t_times_s_over_root_n_is_small_enough(string width, bool precise)
    {
        // Ten values with s = √10: the half width is the 97.5% quantile of t with nine degrees of freedom, 2.26216.
        var spread = new Spread(10, 5, Math.Sqrt(10));

        Assert.Equal(precise, UntilPrecise.IsPrecise(spread, Wanted(width)));
    }

    [Fact]
    public void A_relative_width_is_held_against_the_estimate()
    {
        Assert.True(UntilPrecise.IsPrecise(new Spread(10, -100, Math.Sqrt(10)), Wanted("2.3%")));
        Assert.False(UntilPrecise.IsPrecise(new Spread(10, -90, Math.Sqrt(10)), Wanted("2.3%")));
    }

    [Fact]
    public void The_spread_of_paired_differences_leaves_out_what_one_of_the_two_lacks()
    {
        var spread = Spread.Of([5, double.NaN, 7, 9], [1, 2, 2, double.NaN, 4]);

        Assert.Equal((2, 4.5), (spread.Count, spread.Mean));
        Assert.Equal(Math.Sqrt(0.5), spread.Deviation, 12);
    }

    [Theory, InlineData(1), InlineData(3), InlineData(100)]
    public void The_number_of_points_open_at_a_time_changes_no_decision(int window)
    {
        Assert.Equal(Replicates(window: 8, width: 0.7), Replicates(window, width: 0.7));
    }

    [Fact]
    public void Points_with_more_noise_get_more_replicates()
    {
        int[] replicates = Replicates(window: 4, width: 0.7);

        Assert.Equal(20, replicates[0]);
        Assert.InRange(replicates[^1], 5 * 20, AtMost);
    }

    [Fact]
    public void No_point_gets_more_than_the_most()
    {
        Assert.All(Replicates(window: 4, width: 1e-9), count => Assert.Equal(AtMost, count));
    }

    [Fact]
    public void Looks_are_a_quarter_apart()
    {
        Assert.Equal([13, 25, 40], new[] { 10, 20, 39 }.Select(count => UntilPrecise.NextLook(count, 40)));
        Assert.Equal(3, UntilPrecise.NextLook(2, 40));
    }

    [Fact]
    public void A_point_whose_runs_all_fail_is_given_up_at_the_first_look()
    {
        var rule = new UntilPrecise(Rule(1), 1, _ => 2, _ => false, 1);

        Assert.Equal([0], rule.Complete(rule.Next()!));
    }

    /// <summary>The price of stopping when it looks good, as the doc comment states it.</summary>
    [Theory, InlineData(0.25), InlineData(0.4)]
    public void The_interval_at_which_it_stops_covers_the_truth_nearly_as_often_as_promised(double width)
    {
        const int Times = 4_000;
        int covered = 0;
        var random = new Random(11);
        Precision wanted = Wanted(width.ToString(System.Globalization.CultureInfo.InvariantCulture));
        for (int time = 0; time < Times; time++)
        {
            var values = new List<double>();
            int next = 20;
            do
            {
                values.AddRange(Enumerable.Range(0, next - values.Count).Select(_ => Normal(random)));
                next = UntilPrecise.NextLook(values.Count, 10_000);
            }
            while (!UntilPrecise.IsPrecise(Spread.Of(values.ToArray()), wanted));
            covered += Math.Abs(values.Average()) <= Experiments.Analysis.MeanInterval.Of(values)!.Value.Above ? 1 : 0;
        }

        double error = Math.Sqrt(0.95 * 0.05 / Times);
        Assert.InRange((double)covered / Times, 0.93 - (3 * error), 0.95 + (3 * error));
    }

    internal static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static Precision Wanted(string width) => new() { Outcome = "net_value", HalfWidth = width };

    private static Replication Rule(double width) => new()
    {
        AtLeast = 20,
        AtMost = AtMost,
        Until = Wanted(width.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
    };

    /// <summary>Ten points, the later the noisier, whose blocks come back last first.</summary>
    private static int[] Replicates(int window, double width)
    {
        const int Points = 10;
        var rule = new UntilPrecise(Rule(width), Points, _ => 2, _ => false, window);
        int[] replicates = new int[Points];
        var open = new Stack<Block>();
        while (true)
        {
            while (rule.Next() is { } block)
            {
                open.Push(block);
            }

            if (!open.TryPop(out Block? done))
            {
                return replicates;
            }

            for (int replicate = done.First; replicate < done.End; replicate++)
            {
                double luck = Normal(new Random((done.Point * 1000) + replicate));
                rule.Take(done.Point, 0, replicate, 100 * luck);
                rule.Take(done.Point, 1, replicate, 101 * luck * (1 + (0.004 * done.Point)));
            }

            foreach (int point in rule.Complete(done))
            {
                replicates[point] = rule.Close(point)[1];
            }
        }
    }
}
