using Experiments.Analysis.Findings;
using Experiments.Designs;
using Experiments.Emulation;

namespace Experiments.Analysis.Fronts;

/// <summary>What each lever does on its own, over all that can be chosen: a front shows only what is best.</summary>
internal static class LeverEffectsFinding
{
    internal const string Id = "lever-effects";

    /// <summary>Levers named for an objective.</summary>
    private const int Named = 3;

    /// <summary>The finding; null where the search was too small to learn from, or a lever has levels without an order.</summary>
    internal static Finding? Of(FrontResults results)
    {
        LeverEffects[] all = [.. LeverEffects.All(results).Where(effects => effects.Emulator.Check is not null)];
        if (all.Length == 0)
        {
            return null;
        }

        LeverEffects[] told = [.. all.Where(effects => effects.Levers.Any(lever => lever.IsTold))];
        string[] refused = [.. all.Where(effects => !effects.Emulator.Fits).Select(effects => $"Of {effects.Outcome.Name} nothing is said: {effects.Emulator.Refusal}")];
        string title = told.Length == 0
            ? "What each lever does on its own cannot be told"
            : Title(results.Levers, told[0]);
        string[] sentences = [.. told.Select(effects => Sentence(results, effects)), LeversFinding.Carried([.. told.SelectMany(NamedIn).Select(effect => results.Levers[effect.Lever]).Distinct()]), .. refused, told.Length == 0 ? "" : Resting(told)];
        return new Finding(Id, title, string.Join(' ', sentences.Where(sentence => sentence.Length > 0)));
    }

    /// <summary>Which lever moves an objective most; two where it may be either, and what alone is told where the largest is not.</summary>
    internal static string Title(IReadOnlyList<Factor> levers, LeverEffects effects)
    {
        string Label(LeverEffect effect) => levers[effect.Lever].Label;
        string moved = effects.Levers switch
        {
            [{ IsTold: true } only] => $"{Label(only)} moves {effects.Outcome.Name}",
            [{ IsTold: true } first, var second, ..] when first.Leads(second) => $"{Label(first)} moves {effects.Outcome.Name} most",
            [{ IsTold: true } first, { IsTold: true } second, ..] => $"{Label(first)} and {Label(second)} come first in moving {effects.Outcome.Name}",
            _ => $"{Label(effects.Levers.First(effect => effect.IsTold))} moves {effects.Outcome.Name}",
        };
        return $"Over all that can be chosen, {moved}";
    }

    private static string Sentence(FrontResults results, LeverEffects effects)
    {
        LeverEffect[] named = NamedIn(effects);
        string Place(LeverEffect effect, (double Position, Prediction Expected) place) =>
            $"{effects.Outcome.Estimate(place.Expected.Interval(effects.Emulator.Training.Count))} at {FrontResults.Short(results.Levers[effect.Lever].At(place.Position))}";
        int rest = effects.Levers.Count - named.Length;
        return $"{Capital(effects.Outcome.Label)}, averaged over the other levers: {Wording.List([.. named.Select(effect => $"{results.Levers[effect.Lever].Label} from {Place(effect, effect.Lowest)} to {Place(effect, effect.Highest)}")])}"
            + $"{(rest > 0 ? $"; {Wording.Count(rest, "other lever moves", "other levers move")} it less{(effects.Levers[named.Length - 1] == named[^1] ? "" : ", or by what cannot be told from nothing")}" : "")}.";
    }

    private static LeverEffect[] NamedIn(LeverEffects effects) => [.. effects.Levers.Where(lever => lever.IsTold).Take(Named)];

    private static string Resting(LeverEffects[] told) =>
        $"These are expectations of an emulator that learnt from {Wording.Number(told[0].Emulator.Training.Count)} of the policies tried; policies left out are foretold with a Q² of "
        + $"{Wording.List([.. told.Select(effects => $"{Wording.Rounded(effects.Emulator.Check!.Q2, 0.01)} for {effects.Outcome.Name}")])} (1 is perfect). Its intervals leave out the luck and beliefs of the search, which all policies share, and what the search avoided is known least.";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
