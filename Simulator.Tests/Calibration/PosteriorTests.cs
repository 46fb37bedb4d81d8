using Experiments.Analysis;
using Experiments.Calibration;
using MathNet.Numerics.Distributions;

namespace Simulator.Tests.Calibration;

/// <summary>Calibrations of toy models against posteriors known in closed form.</summary>
public sealed class PosteriorTests
{
    private const double Sigma = 0.5;
    private const double Observed = 1;
    private static readonly SequentialSettings Sizes = new(800, 6, Within: 0.05);

    [Theory, InlineData(1UL), InlineData(2UL), InlineData(3UL)]
    public void The_posterior_of_a_normal_mean_is_the_known_one(ulong seed)
    {
        Generation last = Toys.Run(new SequentialAbc(Toys.NormalMean(Sigma), [Toys.Number("mean", Observed, Sigma)], 5, false, Sizes, seed))[^1];
        double[] adjusted = [.. RegressionAdjustment.Of(last.Particles, last.Tolerance!).Select(scores => scores[0])];
        double variance = Sigma * Sigma / (1 + (Sigma * Sigma));
        Interval mean = FamilyEstimate.Mean(adjusted, Families(last));
        Interval square = FamilyEstimate.Mean([.. adjusted.Select(value => (value - adjusted.Average()) * (value - adjusted.Average()))], Families(last));

        // Four standard errors; the interval holds about two.
        Assert.InRange(mean.Mean, (Observed / (1 + (Sigma * Sigma))) - (2 * mean.Above), (Observed / (1 + (Sigma * Sigma))) + (2 * mean.Above));
        Assert.InRange(square.Mean, variance - (2 * square.Above), variance + (2 * square.Above));
        Assert.True(mean.Above < 0.15, "an interval that wide would prove nothing");
    }

    [Theory, InlineData(1UL), InlineData(2UL)]
    public void A_number_with_a_normal_error_gets_it_in_the_simulation_so_that_the_posterior_is_the_known_one(ulong seed)
    {
        Target target = Toys.Number("mean", Observed, Sigma);
        Simulate exact = (trials, _) => [.. trials.Select(trial => new[] { CaseModel.WithError(target, trial.Scores[0], trial, 0) })];

        // Three generations: moves are still accepted, and of a linear model the adjustment is exact at any tolerance.
        Generation last = Toys.Run(new SequentialAbc(exact, [target], 2, false, Sizes with { Generations = 3 }, seed))[^1];
        double[] scores = [.. RegressionAdjustment.Of(last.Particles, last.Tolerance!).Select(adjusted => adjusted[0])];
        double variance = Sigma * Sigma / (1 + (Sigma * Sigma));
        Interval square = FamilyEstimate.Mean([.. scores.Select(value => (value - scores.Average()) * (value - scores.Average()))], Families(last));
        Assert.InRange(square.Mean, variance - (2 * square.Above), variance + (2 * square.Above));
        Assert.True(2 * square.Above < variance, "an interval that holds 0 would not notice a missing error");
    }

    [Theory, InlineData(1UL), InlineData(2UL)]
    public void The_posterior_of_a_coin_is_the_beta_distribution(ulong seed)
    {
        Generation last = Toys.Run(new SequentialAbc(Toys.Coin(20), [new Target("heads", ErrorModel.Poll, 14 / 20.0, null, null, 20, false)], 2, false, Sizes with { Generations = 12, Within = 0.01 }, seed))[^1];
        Assert.All(last.Particles, particle => Assert.Equal(0.7, particle.Statistics[0], 1e-12));
        double[] chance = [.. last.Particles.Select(particle => Normal.CDF(0, 1, particle.Scores[0]))];
        Interval mean = FamilyEstimate.Mean(chance, Families(last));
        Interval square = FamilyEstimate.Mean([.. chance.Select(value => (value - chance.Average()) * (value - chance.Average()))], Families(last));
        var exact = new Beta(15, 7);
        Assert.InRange(mean.Mean, exact.Mean - (2 * mean.Above), exact.Mean + (2 * mean.Above));
        Assert.InRange(square.Mean, exact.Variance - (2 * square.Above), exact.Variance + (2 * square.Above));
    }

    [Fact]
    public void Parameters_without_evidence_stay_at_their_prior()
    {
        Generation last = Toys.Run(new SequentialAbc(Toys.NormalMean(Sigma), [Toys.Number("mean", Observed, Sigma)], 12, false, Sizes with { Generations = 4 }, 4))[^1];
        for (int parameter = 1; parameter < 12; parameter++)
        {
            Interval mean = FamilyEstimate.Mean([.. last.Particles.Select(particle => particle.Scores[parameter])], Families(last));
            Interval square = FamilyEstimate.Mean([.. last.Particles.Select(particle => particle.Scores[parameter] * particle.Scores[parameter])], Families(last));
            Assert.InRange(mean.Mean, -2 * mean.Above, 2 * mean.Above);
            Assert.InRange(square.Mean, 1 - (2 * square.Above), 1 + (2 * square.Above));
        }
    }

    [Theory, InlineData(0.0), InlineData(1.0), InlineData(1.6)]
    public void The_odds_of_a_null_hypothesis_are_the_known_ones(double observed)
    {
        Generation last = Toys.Run(new SequentialAbc(Toys.NormalMean(Sigma), [Toys.Number("mean", observed, Sigma)], 3, true, Sizes, 5))[^1];
        double none = Normal.PDF(0, Sigma, observed);
        double some = Normal.PDF(0, Math.Sqrt(1 + (Sigma * Sigma)), observed);
        Interval share = FamilyEstimate.Share([.. last.Particles.Select(particle => particle.IsNull)], Families(last));
        double exact = none / (none + some);
        double half = Math.Max(share.Above, share.Below);
        Assert.InRange(share.Mean, exact - (2 * half), exact + (2 * half));
        Assert.True(half < 0.12, "an interval that wide would prove nothing");
    }

    [Fact]
    public void Tolerances_fall_and_every_particle_agrees_with_all_of_them()
    {
        List<Generation> generations = Toys.Run(new SequentialAbc(Toys.NormalMean(Sigma), [Toys.Number("mean", Observed, Sigma)], 3, false, Sizes, 6));
        foreach (Generation generation in generations.Skip(1))
        {
            Assert.All(generation.Particles, particle => Assert.True(generation.Tolerances.All(tolerance => tolerance.Accepts(particle.Discrepancies))));
            Assert.True(generation.Simulations <= generation.Steps * generation.Particles.Count);
        }

        Assert.True(generations[^1].WorstDiscrepancy < generations[1].WorstDiscrepancy / 4);
    }

    [Fact]
    public void Work_in_another_order_or_from_a_stored_generation_gives_the_same()
    {
        Simulate simulate = Toys.NormalMean(Sigma);
        Simulate backwards = (trials, stop) =>
        {
            var rows = new double[]?[trials.Count];
            Parallel.For(0, trials.Count, index => rows[trials.Count - 1 - index] = simulate([trials[trials.Count - 1 - index]], stop)[0]);
            return rows;
        };
        Target[] targets = [Toys.Number("mean", Observed, Sigma)];
        List<Generation> one = Toys.Run(new SequentialAbc(simulate, targets, 3, true, Sizes, 7));
        var second = new SequentialAbc(backwards, targets, 3, true, Sizes, 7);
        Generation other = second.First(CancellationToken.None);
        foreach (Generation expected in one.Skip(1))
        {
            // A sampler of its own for every generation, as after a restart.
            other = new SequentialAbc(backwards, targets, 3, true, Sizes, 7).Next(other, CancellationToken.None);
            Assert.Equal(expected.Tolerance!.Epsilon, other.Tolerance!.Epsilon);
            Assert.Equal(expected.Accepted, other.Accepted);
            Assert.Equal(expected.Particles.SelectMany(particle => particle.Scores), other.Particles.SelectMany(particle => particle.Scores));
            Assert.Equal(expected.Particles.Select(particle => particle.IsNull), other.Particles.Select(particle => particle.IsNull));
        }
    }

    [Fact]
    public void Failed_simulations_are_counted_and_never_kept()
    {
        Simulate simulate = Toys.NormalMean(Sigma);
        Simulate brittle = (trials, stop) => [.. trials.Select(trial => trial.Scores[1] > 0.5 ? null : simulate([trial], stop)[0])];
        List<Generation> generations = Toys.Run(new SequentialAbc(brittle, [Toys.Number("mean", Observed, Sigma)], 2, false, Sizes, 8));
        Assert.InRange(generations[0].Failures, 150, 350);
        Assert.All(generations[^1].Particles, particle => Assert.True(particle.Scores[1] <= 0.5));
    }

    [Fact]
    public void A_calibration_without_usable_simulations_says_what_to_check()
    {
        Simulate broken = (trials, _) => [.. trials.Select(_ => (double[]?)null)];
        Assert.Contains("800 of 800 simulations", Assert.Throws<CalibrationException>(() => Sampler(broken).First(CancellationToken.None)).Message);
        Simulate constant = (trials, _) => [.. trials.Select(_ => new[] { 3.0 })];
        string told = Assert.Throws<CalibrationException>(() => Sampler(constant).First(CancellationToken.None)).Message;
        Assert.Contains("'mean' is 3 in every simulation", told);
    }

    [Fact]
    public void Intervals_of_single_calibrations_cover_truths_as_often_as_they_say()
    {
        // Simulation-based calibration: truths from the prior, each calibrated on its own simulated fact.
        const int Truths = 120;
        int[] covered = new int[2];
        for (int truth = 0; truth < Truths; truth++)
        {
            double[] scores = new double[2];
            CalibrationDraws.Normals(9, Experiments.Designs.DesignPurpose.Prior, (ulong)truth, 77, scores);
            double observed = scores[0] + (Sigma * Toys.Noise(new Trial(scores, false, 1234, truth)));
            Generation last = Toys.Run(new SequentialAbc(Toys.NormalMean(Sigma), [Toys.Number("mean", observed, Sigma)], 2, false, new SequentialSettings(150, 4), (ulong)truth))[^1];
            double below = RegressionAdjustment.Of(last.Particles, last.Tolerance!).Average(adjusted => adjusted[0] < scores[0] ? 1.0 : 0);
            covered[0] += below is > 0.25 and < 0.75 ? 1 : 0;
            covered[1] += below is > 0.1 and < 0.9 ? 1 : 0;
        }

        // Three binomial standard errors.
        Assert.InRange(covered[0], (0.5 * Truths) - (3 * Math.Sqrt(0.25 * Truths)), (0.5 * Truths) + (3 * Math.Sqrt(0.25 * Truths)));
        Assert.InRange(covered[1], (0.8 * Truths) - (3 * Math.Sqrt(0.16 * Truths)), (0.8 * Truths) + (3 * Math.Sqrt(0.16 * Truths)));
    }

    private static SequentialAbc Sampler(Simulate simulate) => new(simulate, [Toys.Number("mean", Observed, Sigma)], 2, false, Sizes, 1);

    private static int[] Families(Generation generation) => [.. generation.Particles.Select(particle => particle.Family)];
}
