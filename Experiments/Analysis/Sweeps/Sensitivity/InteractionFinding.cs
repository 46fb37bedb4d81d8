using Experiments.Analysis.Findings;
using Experiments.Sensitivity;

namespace Experiments.Analysis.Sweeps.Sensitivity;

/// <summary>Which pairs of factors do together what neither does alone.</summary>
internal static class InteractionFinding
{
    /// <summary>Pairs named.</summary>
    private const int Named = 3;

    internal static string IdOf(SensitivityResults results, SensitivityOutcome outcome) => $"interactions-{results.KeyOf(outcome)}";

    internal static Finding? Of(SensitivityResults results, SensitivityOutcome outcome)
    {
        if (outcome.Sobol is not { Second: { } second } sobol)
        {
            return null;
        }

        (int One, int Other)[] pairs = [.. Pairs(sobol).OrderByDescending(pair => second[pair.One, pair.Other].Mean)];
        (int One, int Other)[] sure = [.. pairs.Where(pair => second[pair.One, pair.Other].Low > 0)];
        string Called((int One, int Other) pair) => $"{results.Factors[pair.One].Label} with {results.Factors[pair.Other].Label}";
        string title = sure.Length == 0
            ? $"No pair of factors interacts beyond doubt in {outcome.Name}"
            : $"{Capital(Called(sure[0]))} matters most together: {Wording.Glance(second[sure[0].One, sure[0].Other], percent: true)} of the variance of {outcome.Name} beyond what each does alone";
        double chance = pairs.Length * (1 - Interval.Confidence) / 2;
        string text = sure.Length == 0
            ? $"The intervals of all {Wording.Number(pairs.Length)} pairs reach zero. The largest: {Called(pairs[0])} {Wording.PercentEstimate(second[pairs[0].One, pairs[0].Other])}."
            : $"Beyond what each does alone: {string.Join("; ", sure.Take(Named).Select(pair => $"{Called(pair)} {Wording.PercentEstimate(second[pair.One, pair.Other])}"))}. {Wording.Number(sure.Length)} of {Wording.Number(pairs.Length)} pairs have intervals above zero; about {Wording.Number(Math.Round(chance))} would by chance.";
        return new Finding(IdOf(results, outcome), title, text);
    }

    /// <summary>All pairs of factors, the lower number first.</summary>
    internal static IEnumerable<(int One, int Other)> Pairs(SobolEstimate sobol) => Enumerable.Range(0, sobol.Total.Count)
        .SelectMany(one => Enumerable.Range(one + 1, sobol.Total.Count - one - 1).Select(other => (one, other)));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
