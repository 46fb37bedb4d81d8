using System.Globalization;
using Experiments.Analysis.Findings;
using Experiments.Designs;

namespace Experiments.Analysis.Sweeps;

/// <summary>How much does each factor matter, the largest first?</summary>
internal static class EffectsFinding
{
    internal const string Id = "effects";

    /// <summary>Outcomes told of policies beside the one in question.</summary>
    private const int OutcomesOfOthers = 3;

    /// <summary>Factors named in the text.</summary>
    private const int Named = 5;

    /// <summary>The finding on an outcome; null when no factor has two levels with results, or where its optimum says the same.</summary>
    internal static Finding? Of(SweepResults results, AnswerOutcome outcome) => Of(results, outcome, results.Subject);

    /// <summary>The findings on the most important outcome of the other policies that are touched by what is varied.</summary>
    internal static IEnumerable<Finding?> OfOthers(SweepResults results) => results.Touched
        .Where(policy => policy != results.Subject)
        .Take(Named)
        .SelectMany(policy => results.Outcomes.Take(OutcomesOfOthers).Select(outcome => Of(results, outcome, policy) is { } finding
            ? finding with { Id = $"{finding.Id}-{policy}", Title = $"{Wording.Quote(policy)}: {finding.Title}" }
            : null));

    private static Finding? Of(SweepResults results, AnswerOutcome outcome, string subject)
    {
        IReadOnlyList<FactorEffect> effects = FactorEffect.All(results, outcome, subject);
        if (effects.Count == 0 || (effects.Count == 1 && outcome == results.Main && OptimumFinding.Of(results) is not null))
        {
            return null;
        }

        string whose = results.Policies.Count > 1 ? $" of {Wording.Quote(subject)}" : "";
        string over = effects.Count > 1 ? results.Sweep.Design switch
        {
            { Kind: Design.OneAtATime } => ", each changed alone",
            { FillsSpace: true } => ", from the lower half of each range to the upper one",
            _ => ", averaged over the other factors",
        } : "";
        IEnumerable<string> sentences = effects.Take(Named).Select((effect, place) => Sentence(results.Factors[effect.Factor], outcome, effect, place == 0));
        string more = effects.Count > Named ? $" {Wording.Count(effects.Count - Named, "factor matters", "factors matter")} less." : "";
        return new Finding(
            $"{Id}-{outcome.Key}",
            Title(results, outcome, effects),
            $"What moves {outcome.Label}{whose}{over}: {string.Join(" ", sentences)}{Ratio(results, effects)}{more}");
    }

    /// <summary>Whether no factor moves an outcome beyond doubt.</summary>
    internal static bool IsWithout(SweepResults results, AnswerOutcome outcome) => FactorEffect.All(results, outcome, results.Subject).All(effect => effect.IsZero);

    private static string Title(SweepResults results, AnswerOutcome outcome, IReadOnlyList<FactorEffect> effects)
    {
        Factor factor = results.Factors[effects[0].Factor];
        return (effects[0].IsZero, IsNothing(outcome, effects[0])) switch
        {
            (true, _) when effects.Count > 1 => $"No factor moves {outcome.Name} beyond doubt",
            (true, _) => $"{Capital(factor.Label)} does not move {outcome.Name} beyond doubt",
            (_, true) => $"Hardly anything that was varied moves {outcome.Name}",
            _ when effects.Count > 1 => $"{Capital(factor.Label)} moves {outcome.Name} most: {Course(factor, outcome, effects[0])}",
            _ => $"{Capital(factor.Label)} moves {outcome.Name}: {Course(factor, outcome, effects[0])}",
        };
    }

    // Between halves of a range whose middles nobody chose: only which half is told, and two digits are enough.
    private static string Halves(AnswerOutcome outcome, FactorEffect effect) =>
        $"from {About(outcome, effect.Levels[0], isLast: false)} to {About(outcome, effect.Levels[^1], isLast: true)}";

    private static string About(AnswerOutcome outcome, LevelMean level, bool isLast)
    {
        double scaled = level.Sample.Mean * outcome.Scale;
        double step = scaled == 0 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(scaled))) - 1);
        return Wording.Rounded(scaled, step) + (outcome.IsShare ? "%" : isLast ? outcome.UnitAfter : "");
    }

    private static bool IsBetweenHalves(FactorEffect effect) => effect.IsBetweenPoints && effect.Levels.All(level => level.Value.Number is not null);

    // From the lowest level of the factor to the highest, where the course is one-way; else between the extremes.
    private static string Course(Factor factor, AnswerOutcome outcome, FactorEffect effect)
    {
        if (IsBetweenHalves(effect))
        {
            return $"{Halves(outcome, effect)} between the lower and the upper half of its range";
        }

        (int from, int to) = IsOneWay(effect) ? (0, effect.Levels.Count - 1) : (effect.Lowest, effect.Highest);
        return $"{Mean(outcome, effect.Levels[from])} ({effect.Levels[from].Value.In(factor)}), {Mean(outcome, effect.Levels[to])} ({effect.Levels[to].Value.In(factor)})";
    }

    private static string Sentence(Factor factor, AnswerOutcome outcome, FactorEffect effect, bool isFirst) => (effect.IsZero, IsNothing(outcome, effect)) switch
    {
        (false, false) when IsBetweenHalves(effect) => $"{Capital(factor.Label)}: {Halves(outcome, effect)}, a difference of {(isFirst ? Size(outcome, effect.Size) : Briefly(outcome, effect.Size))}.",
        (true, _) => $"{Capital(factor.Label)}: nothing that these runs show.",
        (_, true) => $"{Capital(factor.Label)}: hardly anything, a difference of {Size(outcome, effect.Size)}.",
        _ => $"{Capital(factor.Label)}: {Course(factor, outcome, effect)}, a difference of {Size(outcome, effect.Size)}.",
    };

    private static string Ratio(SweepResults results, IReadOnlyList<FactorEffect> effects)
    {
        if (effects.Count < 2 || effects[0].IsZero || effects[1].IsZero)
        {
            return "";
        }

        double ratio = Math.Abs(effects[0].Size.Mean / effects[1].Size.Mean);
        string times = ratio < 1.15 ? "about as far as" : $"{(ratio < 10 ? ratio.ToString("0.0", CultureInfo.InvariantCulture) : Wording.Number((long)Math.Round(ratio)))} times as far as";
        return $" Over the levels that were run, {results.Factors[effects[0].Factor].Label} moves it {times} {results.Factors[effects[1].Factor].Label}.";
    }

    // Beyond doubt, and yet the figures are the same to the digits in which they are told: nobody should read anything into it.
    private static bool IsNothing(AnswerOutcome outcome, FactorEffect effect) => Mean(outcome, effect.Levels[effect.Lowest]) == Mean(outcome, effect.Levels[effect.Highest]);

    private static string Size(AnswerOutcome outcome, Interval size) => outcome.IsShare
        ? $"{Wording.Estimate(size.Times(outcome.Scale))} percentage points"
        : Wording.Estimate(size) + outcome.UnitAfter;

    // What is told after the first need not say again which interval it is, and in what.
    private static string Briefly(AnswerOutcome outcome, Interval size) => $"{Wording.Mean(size.Times(outcome.Scale))} ({Wording.Bounds(size.Times(outcome.Scale))})";

    private static string Mean(AnswerOutcome outcome, LevelMean level) => level.Sample.Interval is { } mean ? outcome.Short(mean) : "–";

    private static bool IsOneWay(FactorEffect effect) =>
        effect.Levels.All(level => level.Value.Number is not null)
        && ((effect.Lowest == 0 && effect.Highest == effect.Levels.Count - 1) || (effect.Highest == 0 && effect.Lowest == effect.Levels.Count - 1));

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
