using Experiments.Analysis;
using Experiments.Designs;
using Experiments.Sensitivity;
using Simulator.Tests.Oracles;

namespace Simulator.Tests.Sensitivity;

public sealed class SobolIndicesTests
{
    private const ulong Seed = 4;

    private static (SobolEstimate Estimate, RowSamples Samples, SobolIndicesTable Table) Estimate(
        int factors, int points, bool secondOrder, Func<double[], double> function, ulong seed = Seed)
    {
        var table = new SobolIndicesTable(TestFunctions.Units(factors), points, secondOrder, seed);
        RowSamples samples = TestFunctions.At(table, factors, 1, (unit, _) => function(unit));
        return (SobolIndices.Of(samples, table.Layout, seed), samples, table);
    }

    private static void Holds(double exact, Interval interval, string name) =>
        Assert.True(interval.Low <= exact && exact <= interval.High, $"{name}: {exact} is not within {interval.Low} to {interval.High}");

    [Theory, InlineData(true), InlineData(false)]
    public void Exact_indices_of_Ishigami_s_function_lie_within_the_intervals(bool secondOrder)
    {
        (SobolEstimate found, _, _) = Estimate(3, 1024, secondOrder, TestFunctions.Ishigami);

        // V1 = ½(1 + bπ⁴/5)², V2 = a²/8, V13 = b²π⁸(1/18 − 1/50); V = V1 + V2 + V13.
        double v1 = 0.5 * Math.Pow(1 + (0.1 * Math.Pow(Math.PI, 4) / 5), 2), v2 = 49 / 8.0, v13 = 0.01 * Math.Pow(Math.PI, 8) * ((1 / 18.0) - (1 / 50.0)), v = v1 + v2 + v13;
        double[] first = [v1 / v, v2 / v, 0], total = [(v1 + v13) / v, v2 / v, v13 / v];
        for (int factor = 0; factor < 3; factor++)
        {
            Holds(first[factor], found.First[factor], $"S{factor + 1}");
            Holds(total[factor], found.Total[factor], $"T{factor + 1}");
            Assert.InRange(found.Total[factor].Above, 0, 0.12);
        }

        Assert.Equal(secondOrder, found.Second is not null);
        if (found.Second is { } second)
        {
            Holds(0, second[0, 1], "S12");
            Holds(v13 / v, second[0, 2], "S13");
            Holds(0, second[1, 2], "S23");
        }

        Assert.InRange(found.Variance, 0.95 * v, 1.05 * v);
    }

    [Fact]
    public void Exact_indices_of_Sobol_s_g_function_lie_within_the_intervals()
    {
        double[] a = [0, 1, 4.5, 9, 99, 99, 99, 99];
        (SobolEstimate found, _, _) = Estimate(8, 2048, true, unit => TestFunctions.SobolG(unit, a));

        // Vᵢ = 1/(3(1 + aᵢ)²), V = Π(1 + Vᵢ) − 1, total of i: Vᵢ·Π over others (1 + Vⱼ).
        double[] parts = [.. a.Select(ai => 1 / (3 * (1 + ai) * (1 + ai)))];
        double all = parts.Aggregate(1.0, (product, part) => product * (1 + part)), variance = all - 1;
        for (int factor = 0; factor < a.Length; factor++)
        {
            Holds(parts[factor] / variance, found.First[factor], $"S{factor + 1}");
            Holds(parts[factor] * all / (1 + parts[factor]) / variance, found.Total[factor], $"T{factor + 1}");
        }

        Holds(parts[0] * parts[1] / variance, found.Second![0, 1], "S12");
        Assert.Equal([0, 1, 2, 3], found.Order.Take(4));
        Assert.Equal(1, found.Lead.SideOf(0));
    }

    [Fact]
    public void A_direction_is_told_where_there_is_one()
    {
        var sequence = new SobolSequence(3, Seed);
        double[] X(int factor) => [.. Enumerable.Range(0, 256).Select(point => sequence.Coordinate(point, factor))];
        (double[] up, double[] down, double[] bent) = (X(0), X(1), X(2));
        double[] outcomes = [.. Enumerable.Range(0, 256).Select(point => Math.Exp(2 * up[point]) - down[point] + Math.Pow(bent[point] - 0.5, 2))];
        outcomes[7] = double.NaN;

        Assert.Equal([1, -1, 0], Enumerable.Range(0, 3).Select(factor => Direction.Of(X(factor), outcomes)!.Value.SideOf(0)));
        Assert.Equal(255, Direction.Of(X(0), outcomes)!.Value.Count);
        Assert.Null(Direction.Of(X(0), [.. outcomes.Select(_ => 1.0)]));
    }

    [Fact]
    public void Only_pairs_that_interact_beyond_doubt_are_named()
    {
        // 45 pairs. A sum has no interactions at all, though single intervals of some pairs lie above zero; the product of x₁ and x₂ is one.
        SobolEstimate sum = Estimate(10, 256, true, unit => unit.Select((u, factor) => Math.Pow(u, 1 + factor)).Sum()).Estimate;
        SobolEstimate product = Estimate(10, 256, true, unit => unit.Sum() + (6 * (unit[0] - 0.5) * (unit[1] - 0.5))).Estimate;

        Assert.Equal(45, Interactions.Pairs(sum).Length);
        Assert.Empty(Interactions.Sure(sum));
        Assert.Equal([(0, 1)], Interactions.Sure(product));
        Assert.True(Interactions.Together(product, 0, 1) is { } wide && wide.Low < product.Second![0, 1].Low && wide.High > product.Second[0, 1].High);
    }

    [Fact]
    public void An_implementation_in_numpy_finds_the_same_on_the_same_samples()
    {
        double[] a = [0, 0.5, 3, 9];
        (SobolEstimate found, RowSamples samples, SobolIndicesTable table) = Estimate(4, 128, true, unit => TestFunctions.SobolG(unit, a) + (2 * unit[0] * unit[3]));
        SobolEstimate without = SobolIndices.Of(
            new RowSamples([.. Enumerable.Range(0, 128).SelectMany(point => Enumerable.Range(0, 6).Select(part => samples.Values[table.Layout.A(point) + part]))], 1),
            new SobolIndicesLayout(4, false), Seed, resamples: 2);

        // Written from the papers' formulas, with arrays instead of loops.
        double[][] expected = Python.Answer<double[][]>(
            """
            k, y = given["k"], np.array(given["y"]).reshape(-1, 2 * given["k"] + 2)
            y = y - y[:, :2].mean()
            A, B, AB, BA = y[:, 0], y[:, 1], y[:, 2:2 + k].T, y[:, 2 + k:].T
            V = np.var(np.concatenate([A, B]))
            S1 = np.mean(B * (AB - A), axis=1) / V
            T1 = np.mean((A - AB) ** 2, axis=1) / (2 * V)
            S = (S1 + np.mean(A * (BA - B), axis=1) / V) / 2
            T = (T1 + np.mean((B - BA) ** 2, axis=1) / (2 * V)) / 2
            closed = (BA @ AB.T + (BA @ AB.T).T) / 2 / len(A) - np.mean(A * B)
            S2 = closed / V - S[:, None] - S[None, :]
            print(json.dumps([list(S), list(T), list(S2[np.triu_indices(k, 1)]), list(S1), list(T1)]))
            """,
            new { k = 4, y = samples.Values });

        double[][] own =
        [
            [.. found.First.Select(value => value.Mean)],
            [.. found.Total.Select(value => value.Mean)],
            [.. Enumerable.Range(0, 4).SelectMany(one => Enumerable.Range(one + 1, 3 - one).Select(other => found.Second![one, other].Mean))],
            [.. without.First.Select(value => value.Mean)],
            [.. without.Total.Select(value => value.Mean)],
        ];
        for (int kind = 0; kind < own.Length; kind++)
        {
            Assert.All(own[kind].Zip(expected[kind]), pair => Assert.Equal(pair.Second, pair.First, 1e-10));
        }
    }

    [Fact]
    public void Luck_of_replicates_is_taken_out_of_the_indices()
    {
        // y = x₁ + x₂/2, luck common to all rows, and luck of each row that grows with x₃: without correction x₃ would seem to matter.
        const int Replicates = 4, Designs = 12;
        double[] corrected = new double[Designs], shares = new double[Designs];
        for (int design = 0; design < Designs; design++)
        {
            var table = new SobolIndicesTable(TestFunctions.Units(3), 256, true, (ulong)design);
            RowSamples samples = TestFunctions.At(
                table, 3, Replicates, (unit, replicate) => unit[0] + (unit[1] / 2) + (3 * replicate) + (TestFunctions.Noise(unit, replicate) * unit[2] / 2));
            SobolEstimate found = SobolIndices.Of(samples, table.Layout, Seed, resamples: 100);
            RowSamples means = new([.. Enumerable.Range(0, samples.Rows).Select(samples.Mean)], 1);
            SobolEstimate uncorrected = SobolIndices.Of(means, table.Layout, Seed, resamples: 100);
            (corrected[design], shares[design]) = (found.Total[2].Mean, found.First[0].Mean);
            Assert.True(uncorrected.Total[2].Low > 0.1, $"uncorrected {uncorrected.Total[2]}");
            Assert.True(found.Luck!.Value.Low > 0.5);
            Assert.Null(uncorrected.Luck);
        }

        IsMean(0, corrected);
        IsMean(0.8, shares);
    }

    private static void IsMean(double exact, double[] values)
    {
        double mean = values.Average(), error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length);
        Assert.InRange(mean, exact - (4 * error), exact + (4 * error));
    }

    [Fact]
    public void A_failed_row_takes_its_point_out_of_the_indices_concerned_alone()
    {
        (_, RowSamples samples, SobolIndicesTable table) = Estimate(3, 256, true, TestFunctions.Ishigami);
        double[] values = [.. samples.Values];
        values[table.Layout.Ab(7, 1)] = double.NaN;
        values[table.Layout.A(9)] = double.NaN;
        SobolEstimate found = SobolIndices.Of(new RowSamples(values, 1), table.Layout, Seed);

        Assert.Equal([255, 254, 255], found.First.Select(value => value.Count));
        Assert.Equal([255, 254, 255], found.Total.Select(value => value.Count));
        Assert.Equal((254, 255, 254), (found.Second![0, 1].Count, found.Second[0, 2].Count, found.Second[1, 2].Count));
        Assert.All(found.Total, value => Assert.True(value.HasBounds && double.IsFinite(value.Mean)));
    }

    [Fact]
    public void Rows_are_A_and_B_with_single_columns_exchanged()
    {
        var table = new SobolIndicesTable(TestFunctions.Units(3), 8, true, Seed);
        double[] Row(int row) => [.. Enumerable.Range(0, 3).Select(factor => table.Coordinate(row, factor))];
        (double[] a, double[] b) = (Row(table.Layout.A(5)), Row(table.Layout.B(5)));

        Assert.Equal(8 * 8, table.Count);
        Assert.Equal([a[0], b[1], a[2]], Row(table.Layout.Ab(5, 1)));
        Assert.Equal([b[0], b[1], a[2]], Row(table.Layout.Ba(5, 2)));
        Assert.Equal(a[1], table.Row(table.Layout.A(5))[1]!.Number!.Value, 1e-11);
        Assert.NotEqual(a, b);
    }
}
