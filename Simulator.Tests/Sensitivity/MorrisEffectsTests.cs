using Experiments.Analysis.Sweeps.Sensitivity;
using Experiments.Designs;
using Experiments.Sensitivity;

namespace Simulator.Tests.Sensitivity;

public sealed class MorrisEffectsTests
{
    private const ulong Seed = 3;

    private static IReadOnlyList<MorrisEstimate?> Effects(Factor[] factors, int trajectories, int replicates, Func<double[], int, double> function)
    {
        var table = new MorrisTable(factors, trajectories, Seed);
        double[] values =
        [
            .. Enumerable.Range(0, table.Count).SelectMany(row =>
            {
                double[] levels = [.. table.Row(row).Select(level => level!.Number!.Value)];
                return Enumerable.Range(0, replicates).Select(replicate => function(levels, replicate));
            }),
        ];
        return MorrisEffects.Of(new RowSamples(values, replicates), factors.Length, table.Step, Seed);
    }

    [Fact]
    public void The_function_of_Morris_falls_into_his_three_groups()
    {
        IReadOnlyList<MorrisEstimate?> found = Effects(TestFunctions.Units(20), 64, 1, (unit, _) => TestFunctions.Morris(unit));

        // Factors 8–10 act alone: exactly 20 · 2 over the unit interval. 1–7 bend or interact. 11–20 have only coefficients that are 0 here.
        Assert.All(found.Skip(7).Take(3), effect => Assert.Equal((40, 40, 0), (Math.Round(effect!.Mean.Mean, 6), Math.Round(effect.Size.Mean, 6), Math.Round(effect.Spread.Mean, 6))));
        Assert.All(found.Take(7), effect => Assert.True(effect!.Spread.Low > 10 && effect.Size.Low > 10, $"{effect.Size} {effect.Spread}"));
        Assert.All(found.Skip(10), effect => Assert.Equal((0, 0), (effect!.Size.Mean, effect.Spread.Mean)));
    }

    [Fact]
    public void The_mean_size_of_a_curved_effect_lies_within_its_interval()
    {
        // f = x²: an effect is the sum of both ends, x + x'; its mean over the design is that of x + x', 1 by symmetry, always positive.
        MorrisEstimate found = Effects(TestFunctions.Units(2), 128, 1, (unit, _) => (unit[0] * unit[0]) - unit[1])[0]!;

        Assert.True(found.Size.Low <= 1 && found.Size.High >= 1, $"{found.Size}");
        Assert.Equal(found.Mean.Mean, found.Size.Mean, 1e-9);
    }

    [Fact]
    public void Words_claim_no_more_than_the_effects_show()
    {
        // x₁ and x₂ alike, x₃ nothing; then x₁ upwards but for a corner of its range.
        IReadOnlyList<MorrisEstimate?> alike = Effects(TestFunctions.Units(3), 32, 1, (unit, _) => (unit[0] * unit[0]) + (unit[1] * unit[1]));
        MorrisEstimate bent = Effects(TestFunctions.Units(2), 64, 1, (unit, _) => Math.Pow(unit[0] - 0.25, 2))[0]!;

        Assert.Equal("no effect", MorrisFinding.Course(alike[2]!));
        Assert.StartsWith("always upwards", MorrisFinding.Course(alike[0]!), StringComparison.Ordinal);
        Assert.StartsWith("nearly always upwards", MorrisFinding.Course(bent), StringComparison.Ordinal);
        Assert.Equal((0, 1), (alike[0]!.LeadOver(alike[1]!).SideOf(0), alike[0]!.LeadOver(alike[2]!).SideOf(0)));
    }

    [Fact]
    public void Steps_are_never_short_and_luck_does_not_blow_an_effect_up()
    {
        Factor[] factors = TestFunctions.Units(3);
        var table = new MorrisTable(factors, 256, Seed);
        double[] steps = [.. Enumerable.Range(0, 256).SelectMany(trajectory => Enumerable.Range(0, 3).Select(factor => table.Step(trajectory, factor)))];
        Assert.All(steps, step => Assert.InRange(Math.Abs(step), MorrisTable.ShortestStep - 1e-12, 1));
        Assert.InRange(steps.Count(step => step > 0) / (double)steps.Length, 0.42, 0.58);
        int moved = Enumerable.Range(0, table.Count).Max(row => table.Row(row).Zip(table.Row(row - (row % 4))).Count(pair => pair.First!.Text != pair.Second!.Text));
        Assert.Equal(1, moved);

        // An outcome of luck alone, standard deviation 1: an effect differs by √2 over a step of a quarter at most, less by the mean of replicates.
        const int Replicates = 8;
        IReadOnlyList<MorrisEstimate?> found = Effects(factors, 64, Replicates, TestFunctions.Noise);
        Assert.All(found, effect => Assert.InRange(effect!.Size.Mean, 0, Math.Sqrt(2) / MorrisTable.ShortestStep / Math.Sqrt(Replicates)));

        // All of the scatter is luck, and is found to be.
        Assert.All(found, effect => Assert.InRange(effect!.Luck!.Value / effect.Spread.Mean, 0.8, 1.25));
    }

    [Fact]
    public void Listed_and_whole_numbers_always_step_to_another_value()
    {
        Factor[] factors =
        [
            new() { Path = "two", Label = "two", Listed = [new Level("0", 0, new Dictionary<string, string>()), new Level("1", 1, new Dictionary<string, string>())] },
            new() { Path = "three", Label = "three", Listed = [.. new[] { "1", "5", "6" }.Select(text => new Level(text, double.Parse(text), new Dictionary<string, string>()))] },
            new() { Path = "whole", Label = "whole", Range = new FactorRange(3, 5, false, true) },
        ];
        var table = new MorrisTable(factors, 64, Seed);
        for (int row = 0; row < table.Count; row++)
        {
            (int trajectory, int moved) = Math.DivRem(row, 4);
            if (moved > 0)
            {
                Assert.NotEqual(table.Row(trajectory * 4)[moved - 1]!.Text, table.Row(row)[moved - 1]!.Text);
            }
        }

        // In units of the whole range: 0 → 1 is an effect of the difference of the ends.
        Assert.All(Enumerable.Range(0, 64), trajectory => Assert.Equal(1, Math.Abs(table.Step(trajectory, 0))));
        IReadOnlyList<MorrisEstimate?> found = Effects(factors, 64, 1, (levels, _) => (10 * levels[0]) + (4 * levels[2]));
        Assert.Equal((10, 8), (Math.Round(found[0]!.Size.Mean, 9), Math.Round(found[2]!.Size.Mean, 9)));
    }

    [Fact]
    public void A_failed_row_costs_one_effect_and_a_failed_base_all_of_its_trajectory()
    {
        var table = new MorrisTable(TestFunctions.Units(3), 16, Seed);
        double[] values = [.. Enumerable.Range(0, table.Count).Select(row => table.Row(row).Sum(level => level!.Number!.Value))];
        values[(4 * 4) + 2] = double.NaN;
        values[7 * 4] = double.NaN;

        Assert.Equal([15, 14, 15], MorrisEffects.Of(new RowSamples(values, 1), 3, table.Step, Seed).Select(effect => effect!.Size.Count));
    }
}
