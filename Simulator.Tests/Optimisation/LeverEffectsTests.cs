using Experiments.Analysis.Fronts;
using Experiments.Analysis.Sweeps;
using Experiments.Designs;
using Experiments.Emulation;
using Simulator.Ledgers;
using Simulator.Tests.Analysis.Sweeps;
using Simulator.Tests.Emulation;

namespace Simulator.Tests.Optimisation;

/// <summary>What each lever does on its own, learnt from a search that tried the promising more often.</summary>
public sealed class LeverEffectsTests
{
    private const int Tried = 240;

    // What the four levels of the list bring, and how each bends the effect of the range: by nothing on average.
    private static readonly double[] Brings = [0, 2, 5, 3];
    private static readonly double[] Bends = [1, -1, 1, -1];

    private static readonly Factor[] Levers =
    [
        SweepStore.Factor("policies.plan.sends[0].over", "an idle lever", 1, 2, 3),
        new Factor { Path = "policies.plan.sends[0].to.share", Label = "a range", Range = new FactorRange(0, 1, false, false) },
        SweepStore.Factor("policies.plan.sends[0].every", "a list", 3, 7, 14, 30),
    ];

    private static readonly AnswerOutcome Money = AnswerOutcome.Of(Metric.NetValue, hasSilence: true);

    [Fact]
    public void A_list_a_range_and_an_idle_lever_come_in_the_order_of_what_they_do()
    {
        var effects = LeverEffects.Of(Levers, Money, Inputs(), Means(Inputs()));

        Assert.True(effects.Emulator.Fits, effects.Emulator.Refusal);
        Assert.Equal([2, 1, 0], effects.Levers.Select(effect => effect.Lever));
        Assert.Equal([true, true, false], effects.Levers.Select(effect => effect.IsTold));
        Assert.Equal((14, 3), (At(effects.Levers[0], effects.Levers[0].Highest.Position), At(effects.Levers[0], effects.Levers[0].Lowest.Position)));
        Assert.True(effects.Levers[1].Lowest.Position < 0.1 && effects.Levers[1].Highest.Position > 0.9);
    }

    [Fact]
    public void Intervals_hold_the_truth_where_means_of_what_was_tried_mislead()
    {
        double[] inputs = Inputs();
        double[] means = Means(inputs);
        var effects = LeverEffects.Of(Levers, Money, inputs, means);

        // Averaged evenly: a level brings what it brings and half the range, a place of the range four times itself and the mean of the levels.
        Holds(effects.Levers[0].Lowest.Expected, Brings[0] + 2);
        Holds(effects.Levers[0].Highest.Expected, Brings[2] + 2);
        Holds(effects.Levers[1].Lowest.Expected, (4 * effects.Levers[1].Lowest.Position) + Brings.Average());
        Holds(effects.Levers[1].Highest.Expected, (4 * effects.Levers[1].Highest.Position) + Brings.Average());

        double tried = means.Where((_, policy) => inputs[(3 * policy) + 2] == 0.625).Average();
        Assert.True(tried > effects.Levers[0].Highest.Expected.Interval(Tried).High + 0.2, $"{tried}");
    }

    [Fact]
    public void Nothing_is_said_where_nothing_can_be_foretold()
    {
        double[] inputs = Inputs();

        var effects = LeverEffects.Of(Levers, Money, inputs, [.. Enumerable.Range(0, Tried).Select(policy => SweepStore.Luck(policy, 11))]);

        Assert.Empty(effects.Levers);
        Assert.Contains("Q²", effects.Emulator.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_says_most_only_of_a_lever_that_surely_leads()
    {
        var fitted = LeverEffects.Of(Levers, Money, Inputs(), Means(Inputs()));
        LeverEffect Effect(int lever, double size, double deviation) => new(lever, (0, new Prediction(0, deviation * deviation)), (1, new Prediction(size, deviation * deviation)));
        string Title(params LeverEffect[] effects) => LeverEffectsFinding.Title(Levers, fitted with { Levers = effects });

        Assert.Equal("Over all that can be chosen, a list moves net value most", Title([.. fitted.Levers]));
        Assert.Equal("Over all that can be chosen, a list moves net value most", Title(Effect(2, 9, 1), Effect(1, 0.5, 0.1)));
        Assert.Equal("Over all that can be chosen, a list and a range come first in moving net value", Title(Effect(2, 9, 1), Effect(1, 8, 1)));
        Assert.Equal("Over all that can be chosen, a range moves net value", Title(Effect(2, 9, 5), Effect(1, 8, 1)));
        Assert.Equal("Over all that can be chosen, a range moves net value", Title(Effect(1, 8, 1)));
    }

    [Fact]
    public void A_whole_number_of_few_values_is_a_list_and_one_of_many_a_range()
    {
        Factor Whole(double to) => Levers[1] with { Range = new FactorRange(1, to, false, true) };

        Assert.Equal(0.625, LeverEffects.Placed(Whole(4), 0.6));
        Assert.Equal(0.6, LeverEffects.Placed(Whole(300), 0.6));
        Assert.Equal(0.5, LeverEffects.Placed(Levers[0], 0.65));
    }

    // A search that likes high places of the range.
    private static double[] Inputs() =>
        [.. KnownFunctions.Points(Tried, 3).Select((gene, element) => LeverEffects.Placed(Levers[element % 3], element % 3 == 1 ? Math.Sqrt(gene) : gene))];

    private static double[] Means(double[] inputs) => [.. inputs.Chunk(3).Select((policy, number) =>
    {
        int level = (int)(policy[2] * Brings.Length);
        return Brings[level] + (4 * policy[1]) + (2 * Bends[level] * (policy[1] - 0.5)) + (0.3 * SweepStore.Luck(number, 5));
    })];

    private static double? At(LeverEffect effect, double position) => Levers[effect.Lever].At(position).Number;

    private static void Holds(Prediction expected, double truth)
    {
        Assert.InRange(expected.Deviation, 0.001, 0.2);
        Assert.InRange(truth, expected.Mean - (3 * expected.Deviation), expected.Mean + (3 * expected.Deviation));
    }
}
