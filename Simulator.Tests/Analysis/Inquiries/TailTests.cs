using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps;
using Experiments.Analysis.Sweeps.Inquiries;
using Simulator.RandomStreams;
using Simulator.Tests.Analysis.Sweeps;

namespace Simulator.Tests.Analysis.Inquiries;

public sealed class TailTests
{
    [Fact]
    public void A_quantile_is_an_observed_value_between_the_order_statistics_of_the_binomial()
    {
        // Of ten, the second and the ninth enclose the median with 1 − 2·(1 + 10)/1024 = 97.9%, the third and the eighth with 89.1% only.
        Assert.Equal((2, 9), QuantileInterval.Ranks(10, 0.5));
        double[] hundred = [.. Enumerable.Range(1, 100).Select(rank => (double)rank)];
        Interval median = QuantileInterval.Of(hundred, 0.5);
        Assert.Equal((50, 40, 61), (median.Mean, median.Low, median.High));
    }

    [Fact]
    public void A_sample_too_small_for_its_quantile_says_so()
    {
        // 0.99^n falls to 2.5% between 367 and 368 values.
        Assert.False(QuantileInterval.Of(Ranks(367), 0.99).HasBounds);
        Assert.Equal(368, QuantileInterval.Of(Ranks(368), 0.99).High);
        Assert.Equal(364, QuantileInterval.Of(Ranks(367), 0.99).Mean);

        static double[] Ranks(int count) => [.. Enumerable.Range(1, count).Select(rank => (double)rank)];
    }

    [Fact]
    public void Quantile_intervals_hold_the_truth_as_often_as_they_say_even_with_a_heavy_tail()
    {
        const int Samples = 1000;
        double truth = Pareto(0.95, 1.2);
        int held = 0;
        for (uint sample = 0; sample < Samples; sample++)
        {
            double[] sorted = [.. Enumerable.Range(0, 200).Select(run => Pareto(Uniform(run, sample), 1.2)).Order()];
            Interval interval = QuantileInterval.Of(sorted, 0.95);
            held += interval.Low <= truth && truth <= interval.High ? 1 : 0;
        }

        // At least 95%, more because ranks are whole; three standard errors of 0.7% below.
        Assert.InRange(held / (double)Samples, 0.93, 0.99);
    }

    [Theory, InlineData(2, 0.01, 0.1), InlineData(2, 0.05, 0.2236), InlineData(3, 0.01, 0.2154)]
    public void The_worst_runs_of_a_pareto_bring_their_known_share_of_the_damage(double exponent, double worst, double expected)
    {
        // L(p) = p^(1 − 1/α); with α = 3 the worst 1% bring 0.01^(2/3) = 4.6%, and 10% bring 21.5%.
        double share = exponent == 3 ? 10 * worst : worst;
        double[] sorted = [.. Enumerable.Range(0, 200_000).Select(run => Pareto((run + 0.5) / 200_000, exponent))];
        Assert.Equal(expected, WorstShare.Of(sorted, share)!.Value, 0.003);
    }

    [Fact]
    public void Equal_runs_share_the_damage_equally_and_a_part_of_a_run_counts_in_part()
    {
        Assert.Equal(0.01, WorstShare.Of([.. Enumerable.Repeat(3.0, 150)], 0.01)!.Value, 12);
        Assert.Equal(1, WorstShare.Of([0, 0, 0, 0, 0, 0, 0, 0, 0, 5], 0.1)!.Value, 12);
        Assert.Null(WorstShare.Of([0, 0, 0], 0.01));
        Assert.Null(WorstShare.Of([-1, 0, 3], 0.01));
    }

    [Fact]
    public void The_share_of_the_worst_has_an_interval_about_it_that_the_seed_repeats()
    {
        double[] sorted = [.. Enumerable.Range(0, 500).Select(run => Pareto(Uniform(run, 7), 3)).Order()];
        Interval share = WorstShare.Of(sorted, 0.05, 1)!.Value;
        Assert.InRange(share.Mean, share.Low!.Value, share.High!.Value);
        Assert.InRange(share.High.Value - share.Low.Value, 0.01, 0.2);
        Assert.Equal(share, WorstShare.Of(sorted, 0.05, 1));
    }

    [Fact]
    public void The_worst_case_is_followed_along_the_factor_that_moves_it()
    {
        SweepResults results = SweepFolder.Read(Reach);
        TailInquiry inquiry = TailInquiry.Of(results)!;
        Assert.Equal("spread", results.Factors[inquiry.Factor].Label);
        Assert.Equal(["1", "2", "4"], inquiry.Levels.Select(level => level.Cell.Point.Values[inquiry.Factor].Text));
        Assert.Equal("4", inquiry.Worst.Cell.Point.Values[inquiry.Factor].Text);
        Assert.Equal((10, 10, 10, 40), (inquiry.Calmest.InHundred.Mean, inquiry.Calmest.Median.Mean, inquiry.Worst.Median.Mean, inquiry.Worst.InHundred.Mean));
        Assert.True(inquiry.IsWorse);
    }

    [Fact]
    public void The_finding_tells_the_worst_in_a_hundred_the_worst_of_all_and_what_does_not_matter()
    {
        Finding[] findings = [.. TailFinding.Of(SweepFolder.Read(Reach)).OfType<Finding>()];
        Assert.StartsWith("One case in 100 brings 40 complaints or more with spread = 4, 10 with spread = 1; the mean rises from 10 to ", findings[0].Title, StringComparison.Ordinal);
        Assert.Contains("the worst of 400 cases brought 40", findings[0].Text, StringComparison.Ordinal);
        Assert.Contains("the middle case brings 10 either way", findings[0].Text, StringComparison.Ordinal);
        Assert.Equal("At worst these runs show no difference in: idle", findings[1].Title);
        Assert.Contains("not told apart", findings[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_enough_runs_nothing_is_said_of_one_in_a_hundred()
    {
        SweepResults results = SweepFolder.Read(Reach with { Replicates = 99 });
        Assert.Null(TailInquiry.Of(results));
        Assert.Empty(TailFinding.Of(results));
    }

    /// <summary>Complaints: 10 in most cases, ten times the spread in every twenty-fifth; an idle factor beside it.</summary>
    private static SweepStore Reach { get; } = new()
    {
        Sweep = SweepStore.Grid(SweepStore.Factor("scenario.idle", "idle", 0, 1), SweepStore.Factor("scenario.audience.reach.sigma", "spread", 1, 2, 4)),
        NetValue = (_, _, _) => 1,
        Complaints = (levels, replicate) => replicate % 25 == 3 ? 10 * levels[1].Number!.Value : 10,
        Outcomes = ["complaints"],
        Replicates = 400,
        Days = 2,
    };

    private static double Pareto(double share, double exponent) => Math.Pow(1 - share, -1 / exponent);

    private static double Uniform(int run, uint stream) => Math.Clamp(Philox4x32.Generate(1, 0, (uint)run, stream, 9, 0).FineUniform0, 0, 1 - 1e-12);
}
