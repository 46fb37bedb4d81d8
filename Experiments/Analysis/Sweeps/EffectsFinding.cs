using Experiments.Analysis.Findings;

namespace Experiments.Analysis.Sweeps;

/// <summary>How much does each factor matter, the largest first?</summary>
internal static class EffectsFinding
{
    internal const string Id = "effects";

    /// <summary>Factors named in the text.</summary>
    private const int Named = 5;

    /// <summary>The finding on an outcome; null when no factor has two levels with results, or where its optimum says the same.</summary>
    internal static Finding? Of(SweepResults results, AnswerOutcome outcome)
    {
        string subject = results.Subject;
        IReadOnlyList<FactorEffect> effects = FactorEffect.All(results, outcome, subject);
        if (effects.Count == 0 || (effects.Count == 1 && outcome == results.Main && OptimumFinding.Of(results) is not null))
        {
            return null;
        }

        FactorEffect first = effects[0];
        string whose = results.Policies.Count > 1 ? $" of {Wording.Quote(subject)}" : "";
        string over = effects.Count > 1 ? results.Sweep.Design.Kind == Designs.Design.OneAtATime ? ", each changed alone" : ", averaged over the other factors" : "";
        IEnumerable<string> sentences = effects.Take(Named).Select(effect => Sentence(results, outcome, effect));
        string more = effects.Count > Named ? $" {Wording.Count(effects.Count - Named, "factor matters", "factors matter")} less." : "";
        return new Finding($"{Id}-{outcome.Key}", Title(results, outcome, effects, first), $"What moves {outcome.Label}{whose}{over}: {string.Join(" ", sentences)}{more}");
    }

    private static string Title(SweepResults results, AnswerOutcome outcome, IReadOnlyList<FactorEffect> effects, FactorEffect first)
    {
        string label = results.Factors[first.Factor].Label;
        if (IsZero(first))
        {
            return effects.Count > 1 ? $"No factor moves {outcome.Name} beyond doubt" : $"{Capital(outcome.Name)} does not depend on {label} beyond doubt";
        }

        string course = Course(results, outcome, first);
        return effects.Count > 1 ? $"{Capital(outcome.Name)} hangs most on {label}: {course}" : $"{Capital(outcome.Name)} goes with {label}: {course}";
    }

    // From the lowest level of the factor to the highest, where the course is one-way; else between the extremes.
    private static string Course(SweepResults results, AnswerOutcome outcome, FactorEffect effect)
    {
        (int from, int to) = IsOneWay(effect) ? (0, effect.Levels.Count - 1) : (effect.Lowest, effect.Highest);
        return $"{Mean(outcome, effect.Levels[from])} at {Value(effect, from)}, {Mean(outcome, effect.Levels[to])} at {Value(effect, to)}";
    }

    private static string Sentence(SweepResults results, AnswerOutcome outcome, FactorEffect effect)
    {
        string label = results.Factors[effect.Factor].Label;
        return IsZero(effect)
            ? $"{Capital(label)}: nothing that these runs show."
            : $"{Capital(label)}: {Course(results, outcome, effect)}, a difference of {Size(outcome, effect.Size)}.";
    }

    private static string Size(AnswerOutcome outcome, Interval size) => outcome.IsShare
        ? $"{Wording.Estimate(size.Times(outcome.Scale))} percentage points"
        : Wording.Estimate(size) + outcome.UnitAfter;

    private static string Mean(AnswerOutcome outcome, LevelMean level) => level.Sample.Interval is { } mean ? outcome.Short(mean) : "–";

    private static string Value(FactorEffect effect, int level) =>
        effect.Levels[level].Value is { Number: null } text ? Wording.Quote(text.Text) : effect.Levels[level].Value.Short;

    private static bool IsOneWay(FactorEffect effect) =>
        effect.Levels.All(level => level.Value.Number is not null)
        && ((effect.Lowest == 0 && effect.Highest == effect.Levels.Count - 1) || (effect.Highest == 0 && effect.Lowest == effect.Levels.Count - 1));

    // The extremes were picked from the data, so they are judged as one of all pairs of levels.
    private static bool IsZero(FactorEffect effect)
    {
        int pairs = effect.Levels.Count * (effect.Levels.Count - 1) / 2;
        return effect.Levels[effect.Highest].Sample.Minus(effect.Levels[effect.Lowest].Sample) is { Count: > 1, Deviation: 0 } same
            ? same.Mean == 0
            : effect.Levels[effect.Highest].Sample.IsLevelWith(effect.Levels[effect.Lowest].Sample, pairs);
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
