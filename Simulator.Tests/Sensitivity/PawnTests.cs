using Experiments.Designs;
using Experiments.Sensitivity;

namespace Simulator.Tests.Sensitivity;

public sealed class PawnTests
{
    private static readonly double[] Once = [1, 1, 1, 1, 1, 1];

    [Fact]
    public void Distances_are_those_of_the_cumulative_curves()
    {
        // Slice 0 holds the three smallest of six: its curve is at 1 where that of all is at ½.
        Assert.Equal([0.5, 0.5], Pawn.Distances([1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 1], Once));
        Assert.Equal(1.0 / 6, Pawn.Distances([1, 2, 3, 4, 5, 6], [0, 1, 0, 1, 0, 1], Once)[0], 1e-12);

        // Equal outcomes are one step of the curve.
        Assert.Equal([0, 0], Pawn.Distances([1, 1, 2, 2], [0, 1, 0, 1], [1, 1, 1, 1]));
    }

    [Fact]
    public void A_skewed_outcome_keeps_the_order_and_dummies_stay_below_the_threshold()
    {
        // exp of a sum: the order of influence is that of the coefficients, whatever the tail does to variances; x₄ and x₅ do nothing.
        const int Points = 2048;
        var sequence = new SobolSequence(5, 9);
        double X(int point, int factor) => sequence.Coordinate(point, factor);
        double[] outcomes = [.. Enumerable.Range(0, Points).Select(point => Math.Exp((8 * X(point, 0)) + (4 * X(point, 1)) + (1.5 * X(point, 2))))];
        PawnEstimate found = Pawn.Of(outcomes, X, 5, 9)!;
        PawnEstimate logarithm = Pawn.Of([.. outcomes.Select(value => Math.Log(value))], X, 5, 9)!;

        Assert.Equal([0, 1, 2], found.Order.Take(3));
        Assert.True(found.IsAboveDummy(0) && found.IsAboveDummy(1));
        Assert.False(found.IsAboveDummy(3) || found.IsAboveDummy(4));
        Assert.True(found.Factors[0].Low > found.Factors[1].High);

        // A monotone change of the outcome changes no distance.
        Assert.Equal(found.Factors.Select(value => value.Mean), logarithm.Factors.Select(value => value.Mean));
    }

    [Fact]
    public void Estimates_lie_within_their_intervals_and_intervals_between_0_and_1()
    {
        // Ten factors of which none matters: resampling alone would put many intervals above their estimates.
        const int Points = 256;
        var sequence = new SobolSequence(11, 3);
        PawnEstimate found = Pawn.Of([.. Enumerable.Range(0, Points).Select(point => sequence.Coordinate(point, 10))], (point, factor) => sequence.Coordinate(point, factor), 10, 3)!;
        PawnEstimate decided = Pawn.Of([.. Enumerable.Range(0, Points).Select(point => (double)(point % 2))], (point, _) => point % 2, 1, 3)!;

        Assert.All(found.Factors.Concat(decided.Factors), value => Assert.True(0 <= value.Low && value.Low <= value.Mean && value.Mean <= value.High && value.High <= 1, $"{value}"));
        Assert.True(found.Factors.Count(value => value.Low < value.Mean && value.Mean < value.High) >= 8);
    }

    [Fact]
    public void A_dummy_has_the_slices_of_its_factor()
    {
        // Two levels are two large slices: chance gives them far less than ten small ones.
        var sequence = new SobolSequence(3, 5);
        PawnEstimate found = Pawn.Of(
            [.. Enumerable.Range(0, 1024).Select(point => sequence.Coordinate(point, 2))],
            (point, factor) => factor == 0 ? Math.Floor(2 * sequence.Coordinate(point, 0)) : sequence.Coordinate(point, 1), 2, 5)!;

        Assert.InRange(found.Threshold(0) / found.Threshold(1), 0.1, 0.7);
        Assert.Contains("by the number of its levels", found.Thresholds(), StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_without_order_are_slices_of_their_own_and_too_few_points_give_nothing()
    {
        double[] outcomes = [.. Enumerable.Range(0, 300).Select(point => ((point % 3) switch { 0 => 5, 1 => 0, _ => 9.0 }) + (point * 7919 % 300 * 0.001))];
        PawnEstimate found = Pawn.Of(outcomes, (point, factor) => factor == 0 ? point % 3 : point / 100, 2, 1)!;

        Assert.Equal([0, 1, 2, 0], Pawn.Slices([5, 7, 9, 5], 3));
        Assert.InRange(found.Factors[0].Mean, 0.6, 0.7);
        Assert.False(found.IsAboveDummy(1));
        Assert.Null(Pawn.Of([.. outcomes.Take(50)], (point, _) => point, 1, 1));
        Assert.Null(Pawn.Of([.. outcomes.Select(_ => 3.0)], (point, _) => point, 1, 1));
        Assert.Null(Pawn.Of([.. outcomes.Select(_ => double.NaN)], (point, _) => point, 1, 1));
    }
}
