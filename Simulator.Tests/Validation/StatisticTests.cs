using Experiments.Analysis;
using Experiments.Validation.Rows;
using Experiments.Validation.Statistics;
using Experiments.Validation.Studies;
using Simulator.Ledgers;
using Simulator.People;

namespace Simulator.Tests.Validation;

public sealed class StatisticTests
{
    private const double Exact = 1e-9;

    [Fact]
    public void The_optimum_of_a_smooth_curve_is_found_between_the_simulated_frequencies()
    {
        // Profit 100 − 40·(ln f − ln 3.5)²: best at 3.5, where a share of 0.4·(ln m)² is lost at m times the optimum.
        double[] frequencies = [1, 2, 3, 4, 5, 6, 8, 10, 15];
        var curve = new FrequencyCurve(frequencies, [.. frequencies.Select(frequency => 100 - (40 * Math.Pow(Math.Log(frequency / 3.5), 2)))]);

        Assert.InRange(curve.Optimum, 3.4, 3.6);
        Assert.Equal(0.4 * Math.Pow(Math.Log(4 / 7.0), 2), curve.LossAt(4 / 7.0), 0.01);
        Assert.Equal(0.4 * Math.Pow(Math.Log(2), 2), curve.LossAt(2), 0.01);
        Assert.True(double.IsNaN(curve.LossAt(0.1)), "Nothing is extrapolated.");
    }

    [Theory]
    [InlineData(new double[] { 2, 1, -1, -3 }, 1, 2.5)]
    [InlineData(new double[] { 2, 1, 0, -3 }, 1, 3)]
    [InlineData(new double[] { -2, -1, 3, 4 }, -1, 2.25)]
    [InlineData(new double[] { -1, 1, 3, 4 }, 1, 0)]
    [InlineData(new double[] { 2, 3, 4, 5 }, 1, 4)]
    public void A_turn_is_read_off_the_line_between_two_readings(double[] differences, int from, double month) =>
        Assert.Equal(month, Crossing.Of([1, 2, 3, 4], differences, from), Exact);

    [Fact]
    public void An_elasticity_is_the_share_of_complaints_saved_over_that_of_sends()
    {
        Assert.Equal(1.25, RelevanceRow.Simple(0.5, 0.6), Exact);
        Assert.Equal(Math.Log(0.5) / Math.Log(0.6), RelevanceRow.Logarithmic(0.5, 0.6), Exact);
    }

    [Fact]
    public void The_effect_of_an_arm_is_what_is_missing_against_the_other()
    {
        double[] effects = LongRunRow.Effects([90, 80, 70, 100, 100, 100]);
        Assert.Equal([0.1, 0.2, 0.3], effects.Select(effect => Math.Round(effect, 12)));
    }

    [Fact]
    public void The_bootstrap_of_a_mean_agrees_with_its_standard_error_and_is_the_same_each_time()
    {
        // 200 values with mean 10 and a known spread.
        double[][] rows = [.. Enumerable.Range(0, 200).Select(index => new[] { 10 + Math.Sin(index * 12.9898) })];
        double error = Math.Sqrt(rows.Average(row => Math.Pow(row[0] - rows.Average(other => other[0]), 2)) / rows.Length);

        Interval one = MeansBootstrap.Of(rows, means => means[0], 1)!.Value;

        Assert.InRange(one.Above / error, 1.7, 2.2);
        Assert.InRange(one.Below / error, 1.7, 2.2);
        Assert.Equal(one, MeansBootstrap.Of(rows, means => means[0], 1));
        Assert.Null(MeansBootstrap.Of(rows, _ => double.NaN, 1));
        Assert.False(MeansBootstrap.Of(rows[..4], means => means[0], 1)!.Value.HasBounds);
    }

    [Fact]
    public void Leavers_are_counted_by_thirds_of_the_relationship()
    {
        DiaryEntry unfollows = new(3, Flow.Unfollows), blocks = new(4, Flow.Blocks), early = new(29, Flow.Drifted), late = new(30, Flow.Drifted);
        Dictionary<string, double> found = WatchedThirds
            .Count("p", [(0.9, null), (0.1, unfollows), (0.5, early), (0.2, blocks), (0.8, late), (0.6, null)])
            .ToDictionary(observation => observation.Measure, observation => observation.Value);

        Assert.Equal(6, found[WatchedThirds.People]);
        Assert.Equal(1, found[WatchedThirds.FirstMonth]);
        Assert.Equal([2, 0, 0], WatchedThirds.Thirds.Select(third => found[WatchedThirds.Prompted(third)]));
        Assert.Equal([0, 1, 1], WatchedThirds.Thirds.Select(third => found[WatchedThirds.Drifted(third)]));
    }

    [Fact]
    public void Gains_from_answers_are_told_apart_by_who_complained()
    {
        DiaryEntry complaint = new(0, Flow.ComplaintsPrivate), annoyed = new(0, Flow.Read, 0.9, 0.5), left = new(1, Flow.Unfollows);
        Dictionary<string, double> found = WatchedAnswers
            .Compare(
                "p",
                [Person(0.4, annoyed, complaint), Person(0.5, annoyed), Person(0.6), Person(0.3, annoyed, complaint, left)],
                [Person(0.5, annoyed, complaint), Person(0.52, annoyed), Person(0.9), Person(0.9, annoyed, complaint)])
            .ToDictionary(observation => observation.Measure, observation => observation.Value);

        Assert.Equal(1, found[WatchedAnswers.Complainers]);
        Assert.Equal(0.1, found[WatchedAnswers.GainOfComplainers], Exact);
        Assert.Equal(0.2, found[WatchedAnswers.LossOfComplainers], Exact);
        Assert.Equal(0.02, found[WatchedAnswers.GainOfSilent], Exact);
    }

    private static Diary Person(double trust, params DiaryEntry[] entries) =>
        new(new Follower(0, "followers", 0.3, 0.6, 0.6, 0.7, 0.1, true, 60), [new DiaryDay(29, trust, 0.3, 1, 0)], entries);
}
