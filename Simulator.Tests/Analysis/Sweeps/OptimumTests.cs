using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps;
using Simulator.Ledgers;

namespace Simulator.Tests.Analysis.Sweeps;

public sealed class OptimumTests
{
    private static readonly AnswerOutcome Net = AnswerOutcome.Of(Metric.NetValue, hasSilence: true);

    [Fact]
    public void The_top_of_a_parabola_is_found_from_three_uneven_levels()
    {
        double[] levels = [1, 4, 10, 11];

        double top = Optimum.Top(levels, [.. levels.Select(level => -Math.Pow(level - 5.5, 2))]);

        Assert.Equal(5.5, top, 9);
    }

    [Fact]
    public void The_optimum_lies_where_the_outcome_was_made_to_have_it()
    {
        Optimum optimum = Assert.Single(OptimumFinding.Optima(SweepFolder.Read(KnownSweeps.Rhythm), 0, Net));

        Assert.Equal(10, optimum.BestLevel);
        Assert.Equal([2], optimum.Flat);
        Assert.InRange(11, optimum.At.Low!.Value - 0.05, optimum.At.High!.Value + 0.05);
        Assert.InRange(optimum.At.High.Value - optimum.At.Low.Value, 1e-6, 0.5);
    }

    [Fact]
    public void Luck_that_all_levels_share_does_not_widen_the_interval()
    {
        Interval(2, out double calm);
        Interval(2000, out double wild);

        Assert.Equal(calm, wild, 6);

        static void Interval(double shared, out double width)
        {
            SweepStore store = KnownSweeps.Rhythm with { Noise = (shared, 0.5) };
            Optimum optimum = OptimumFinding.Optima(SweepFolder.Read(store), 0, Net)[0];
            width = optimum.At.High!.Value - optimum.At.Low!.Value;
        }
    }

    [Fact]
    public void A_flat_top_is_reported_with_all_its_levels()
    {
        SweepStore flat = KnownSweeps.Rhythm with { NetValue = (_, levels, time) => levels[0].Number > 5 ? 50 * time : 0, Noise = (5, 3) };

        SweepResults results = SweepFolder.Read(flat);
        Optimum optimum = OptimumFinding.Optima(results, 0, Net)[0];

        Assert.Equal([1, 2, 3, 4], optimum.Flat);
        Assert.Contains("Not told apart from the best", OptimumFinding.Of(results)!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_differs_no_level_is_called_best()
    {
        SweepResults results = SweepFolder.Read(KnownSweeps.Rhythm with { NetValue = (_, _, time) => 50 * time, Noise = (5, 3) });

        Assert.Equal("No level of days between messages is better than another beyond doubt, by net value", OptimumFinding.Of(results)!.Title);
    }

    [Fact]
    public void An_optimum_at_the_end_of_what_was_run_is_said_to_be_there()
    {
        Finding finding = OptimumFinding.Of(SweepFolder.Read(KnownSweeps.Rhythm with { NetValue = (_, levels, time) => time * levels[0].Number!.Value }))!;

        Assert.Equal("Net value is highest at days between messages = 20, the highest level that was run", finding.Title);
        Assert.Contains("it may be better still beyond", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_world_has_no_best_level()
    {
        SweepStore world = KnownSweeps.Rhythm with { Sweep = SweepStore.Grid(SweepStore.Factor("scenario.trust.loss", "trust lost", 3, 7, 10, 14, 20)) };

        Assert.Null(OptimumFinding.Of(SweepFolder.Read(world)));
        Assert.Null(BestFinding.Of(SweepFolder.Read(world)));
    }

    [Fact]
    public void The_title_names_the_optimum()
    {
        Assert.Matches(@"^Net value is highest near days between messages = 1[01]\.\d+ \(95% interval ", OptimumFinding.Of(SweepFolder.Read(KnownSweeps.Rhythm))!.Title);
    }

    [Fact]
    public void Levels_that_grow_by_ratios_are_set_out_as_ratios()
    {
        Assert.True(FactorScale.Of(SweepStore.Factor("p", "p", 1, 2, 4, 8, 16), [1, 2, 4, 8, 16]).IsLogarithmic);
        Assert.False(FactorScale.Of(SweepStore.Factor("p", "p", 1, 5, 10, 15, 20), [1, 5, 10, 15, 20]).IsLogarithmic);
        Assert.False(FactorScale.Of(SweepStore.Factor("p", "p", 0, 2, 4, 8, 16), [0, 2, 4, 8, 16]).IsLogarithmic);
    }

    [Fact]
    public void Resamples_meet_every_replicate_about_as_often()
    {
        var resampling = new Resampling(1, 10);
        int[] counts = new int[10];
        for (int resample = 0; resample < 1000; resample++)
        {
            for (int draw = 0; draw < 10; draw++)
            {
                counts[resampling.Index(resample, draw)]++;
            }
        }

        // 10,000 draws: 1,000 each with a standard error of 30.
        Assert.All(counts, count => Assert.InRange(count, 880, 1120));
    }
}
