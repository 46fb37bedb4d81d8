using Experiments.Analysis.Findings;
using Experiments.Sensitivity;

namespace Experiments.Analysis.Sweeps.Sensitivity;

/// <summary>Which factors move an outcome, by elementary effects.</summary>
internal static class MorrisFinding
{
    private const int Named = 4;

    /// <summary>An effect below this share of the largest hardly matters. Chosen.</summary>
    private const double Little = 0.05;

    /// <summary>σ/μ* below which a factor acts nearly alike everywhere: the usual reading, Garcia Sanchez et al. (2014), doi:10.1016/j.enbuild.2012.08.048.</summary>
    private const double Alike = 0.5;

    internal static string IdOf(SensitivityResults results, SensitivityOutcome outcome) => $"screening-{results.KeyOf(outcome)}";

    internal static Finding? Of(SensitivityResults results, SensitivityOutcome outcome)
    {
        (int Factor, MorrisEstimate Effect)[] order = Ordered(outcome);
        if (order.Length == 0)
        {
            return null;
        }

        AnswerOutcome unit = outcome.Outcome;
        string Label(int factor) => results.Factors[factor].Label;
        double largest = order[0].Effect.Size.Mean;
        string[] little = [.. order.Where(entry => entry.Effect.Size.High < Little * largest).Select(entry => Label(entry.Factor))];
        bool isSure = order.Length == 1 || order[0].Effect.LeadOver(order[1].Effect).SideOf(0) > 0;
        string title = isSure
            ? $"{Capital(Label(order[0].Factor))} moves {outcome.Name} most: by {Size(unit, order[0].Effect.Size, isShort: true)} per range on average"
            : $"{Capital(Label(order[0].Factor))} and {Label(order[1].Factor)} move {outcome.Name} most (by {Size(unit, order[0].Effect.Size, isShort: true)} and {Size(unit, order[1].Effect.Size, isShort: true)} per range on average); which of them more cannot be told";
        string[] text =
        [
            $"Mean size of the change in {outcome.Label}{results.Whose(outcome)} when one factor alone is moved, per range of the factor, by steps of at least a quarter of it: {string.Join("; ", order.Take(Named).Select(entry => $"{Label(entry.Factor)} {Size(unit, entry.Effect.Size, isShort: false)}, {Course(entry.Effect)}"))}.",
            little.Length == 0 ? "No factor can be set aside: none has less than a twentieth of the largest effect with 95% confidence."
                : $"{Wording.Count(little.Length, "factor has", "factors have")} less than a twentieth of the largest effect, with 95% confidence: {Wording.List([.. little.Take(6)])}{(little.Length > 6 ? " among them" : "")}.",
            order[0].Effect.Luck is null ? "With a single replicate it cannot be told how much of the scatter of effects is luck."
                : $"Of the scatter (variance) of the largest one’s effects {Wording.Percent(order[0].Effect.Spread.Mean > 0 ? Math.Min(1, Math.Pow(order[0].Effect.Luck!.Value / order[0].Effect.Spread.Mean, 2)) : 0)} is luck, by {Wording.Number(results.Replicates)} replicates.",
            outcome.Incomplete == 0 ? "" : $"{Wording.Count(outcome.Incomplete, "trajectory lacks", "trajectories lack")} a run, and give only the effects that are whole.",
        ];
        return new Finding(IdOf(results, outcome), title, string.Join(' ', text.Where(sentence => sentence.Length > 0)));
    }

    /// <summary>Factors with effects, the largest first.</summary>
    internal static (int Factor, MorrisEstimate Effect)[] Ordered(SensitivityOutcome outcome) =>
        [.. outcome.Morris.Select((effect, factor) => (factor, effect)).Where(entry => entry.effect is not null).Select(entry => (entry.factor, entry.effect!)).OrderByDescending(entry => entry.Item2.Size.Mean)];

    /// <summary>Which way a factor works, and whether the same everywhere.</summary>
    internal static string Course(MorrisEstimate effect)
    {
        if (effect.Size.Mean <= 0)
        {
            return "no effect";
        }

        string always = effect.Upwards >= 1 || effect.Downwards >= 1 ? "always" : "nearly always";
        string direction = Math.Abs(effect.Mean.Mean) > 0.9 * effect.Size.Mean ? $"{always} {(effect.Mean.Mean > 0 ? "upwards" : "downwards")}" : "in both directions";
        double ratio = effect.SpreadWithoutLuck / effect.Size.Mean;
        return $"{direction}{(ratio < Alike ? " and about alike everywhere" : ratio > 1 ? ", depending strongly on the others or on where in its range" : ", depending somewhat on the others or on where in its range")}";
    }

    private static string Size(AnswerOutcome outcome, Interval size, bool isShort) => outcome.IsShare
        ? $"{(isShort ? Wording.Glance(size.Times(outcome.Scale)) : Wording.Estimate(size.Times(outcome.Scale)))} percentage points"
        : (isShort ? Wording.Glance(size) : Wording.Estimate(size)) + outcome.UnitAfter;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
