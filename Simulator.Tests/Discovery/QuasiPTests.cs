using Experiments.Discovery;
using Simulator.Tests.Oracles;

namespace Simulator.Tests.Discovery;

public sealed class QuasiPTests
{
    private sealed record Answers(double[] Binomial, double[] Hypergeometric);

    [Fact]
    public void Tails_are_those_of_SciPy()
    {
        (int Hits, int Trials, double Chance)[] binomial = [(0, 5, 0.3), (3, 5, 0.3), (5, 5, 0.3), (70, 100, 0.55), (400, 1000, 0.35), (30, 30, 0.99), (1, 2000, 1e-5)];
        BoxCount[] boxes = [new(20, 12, 100, 30), new(5, 0, 50, 10), new(50, 50, 400, 60), new(100, 35, 1000, 300), new(90, 88, 100, 90)];
        Answers expected = Python.Answer<Answers>(
            """
            from scipy.stats import binom, hypergeom
            print(json.dumps({
              'Binomial': [float(binom.sf(k - 1, n, p)) for k, n, p in given['binomial']],
              'Hypergeometric': [float(hypergeom.sf(k - 1, N, K, n)) for n, k, N, K in given['boxes']]}))
            """,
            new { binomial = binomial.Select(row => new[] { row.Hits, row.Trials, row.Chance }), boxes = boxes.Select(box => new[] { box.Points, box.Cases, box.AllPoints, box.AllCases }) });
        Assert.All(binomial.Zip(expected.Binomial), pair => Assert.Equal(pair.Second, BinomialTail.AtLeast(pair.First.Hits, pair.First.Trials, pair.First.Chance), 1e-9));
        Assert.All(boxes.Zip(expected.Hypergeometric), pair => Assert.Equal(pair.Second, HypergeometricTail.AtLeast(pair.First), 1e-9));
    }

    [Fact]
    public void A_limit_is_held_against_the_box_without_it()
    {
        // Six points along one dimension, of which the last three lose; the second dimension cuts off one case.
        var points = new LabelledPoints([new([1, 2, 3, 4, 5, 6]), new([0, 0, 0, 0, 0, 1])], [false, false, false, true, true, true]);
        var box = new Box([new Restriction(0, Side.Low, 3.5), new Restriction(1, Side.High, 0.5)]);

        // Inside 4 and 5: T = 2, H = 2. Without the first limit T′ = 5, H′ = 2: p = 0.4². Without the second T′ = H′ = 3: p = 1.
        double[] values = QuasiP.Values(box, points, points.All);
        Assert.Equal(0.16, values[0], 12);
        Assert.Equal(1, values[1]);
        Assert.Equal([0], QuasiP.Pruned(box with { Restrictions = [box.Restrictions[1]] }, points, points.All).Dimensions.DefaultIfEmpty(0));
    }

    [Fact]
    public void Limits_that_add_nothing_are_dropped_and_the_others_stay()
    {
        LabelledPoints points = MadePoints.Of(20, 800, 3, place => place[0] > 0.5 ? 0.8 : 0.1);
        var box = new Box([new Restriction(1, Side.High, 0.9), new Restriction(0, Side.Low, 0.5), new Restriction(2, Side.Low, 0.1)]);
        Assert.Equal([box.Restrictions[1]], QuasiP.Pruned(box, points, points.All).Restrictions);
    }
}
