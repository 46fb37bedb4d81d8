using Experiments.Benchmarks;
using Simulator.RandomStreams;
using Simulator.Tests.Oracles;

namespace Simulator.Tests.Benchmarks;

public sealed class CostModelTests
{
    private const double Run = 2e-4, Person = 6e-8, Sent = 2e-8, SentMore = 5e-9, Day = 1e-6, PersonDay = 2e-10;

    [Fact]
    public void Costs_that_are_what_the_model_says_are_found_again()
    {
        var model = CostModel.Fit(Grid(noise: 0));

        Assert.Equal(1, model.RSquared, 9);
        Assert.True(model.TypicalResidual < 1e-6, $"{model.TypicalResidual}");
        double[] expected = [Run, Person, 0, Sent, SentMore, Day, PersonDay, 0, 0];
        Assert.Equal(CostModel.Names.Count, expected.Length);
        Assert.All(model.Terms.Zip(expected), term => Assert.Equal(term.Second, term.First.Mean, 1e-6 * Math.Max(term.Second, 1e-9)));
    }

    [Fact]
    public void Noisy_costs_are_told_with_intervals_that_hold_the_truth_and_never_below_zero()
    {
        var model = CostModel.Fit(Grid(noise: 0.1));

        Assert.InRange(model.TypicalResidual, 0.03, 0.15);
        Assert.All(model.Terms, term => Assert.True(term.Low >= 0 && term.High >= term.Mean));
        Assert.InRange(Sent, model.Terms[3].Low!.Value, model.Terms[3].High!.Value);
        Assert.InRange(Run, model.Terms[0].Low!.Value, model.Terms[0].High!.Value);
    }

    [Fact]
    public void Least_squares_without_negative_terms_are_those_of_SciPy()
    {
        double[][] rows = [.. Enumerable.Range(0, 20).Select(row => Enumerable.Range(0, 5).Select(column => Normal(row, column)).ToArray())];
        double[] values = [.. rows.Select((row, index) => (2 * row[0]) - (3 * row[1]) + row[2] + Normal(index, 5))];
        double[] weights = [.. rows.Select((_, index) => 1.0 + (index % 3))];

        double[] theirs = Python.Answer<double[]>(
            """
            from scipy.optimize import nnls
            w = np.sqrt(np.array(given["weights"]))
            print(json.dumps(list(nnls(np.array(given["rows"]) * w[:, None], np.array(given["values"]) * w)[0])))
            """,
            new { rows, values, weights });

        Assert.Contains(0, theirs);
        Assert.All(NonNegativeLeastSquares.Fit(rows, values, weights).Zip(theirs), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
    }

    private static IReadOnlyList<RunCost> Grid(double noise)
    {
        var cells = new List<RunCost>();
        foreach (int people in new[] { 2_100, 21_000, 210_000, 2_100_000 })
        {
            foreach (int mailings in new[] { 1, 4, 12, 52 })
            {
                foreach (int days in new[] { 60, 90, 365 })
                {
                    double ever = people * (1 + (0.0025 * days));
                    double sent = people * (double)mailings * (1 + (0.001 * days));
                    double seconds = Run + (Person * ever) + ((Sent + (SentMore * Math.Log10(people / 1000.0))) * sent) + (Day * days) + (PersonDay * people * days);
                    cells.Add(new RunCost(people, mailings, days, ever, sent, people * 0.01 * Math.Sqrt(mailings), seconds * Math.Exp(noise * Normal(cells.Count, 9))));
                }
            }
        }

        return cells;
    }

    private static double Normal(int row, int column) =>
        NormalScore.Of(Philox4x32.Generate(1, 0, (uint)row, (uint)column, 0, 0).Word0);
}
