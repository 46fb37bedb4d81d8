using Experiments.Sensitivity;

namespace Experiments.Analysis.Sweeps.Sensitivity;

/// <summary>Which pairs of parameters do together what neither does alone, in words.</summary>
internal static class InteractionFinding
{
    /// <summary>Pairs named.</summary>
    private const int Named = 2;

    /// <summary>The title of the chart of pairs.</summary>
    internal static string Title(SensitivityResults results, SensitivityOutcome outcome)
    {
        SobolEstimate sobol = outcome.Sobol!;
        return Interactions.Sure(sobol) is [var first, ..]
            ? $"{Capital(Called(results, first))} matters most together: {Wording.Glance(sobol.Second![first.One, first.Other], percent: true)} of the variance of {outcome.Name} beyond what each does alone"
            : $"No interaction of two parameters in {outcome.Name} is beyond doubt";
    }

    /// <summary>The sentence; empty where the design has no rows for pairs.</summary>
    internal static string Sentence(SensitivityResults results, SobolEstimate sobol)
    {
        (int One, int Other)[] pairs = Interactions.Pairs(sobol);
        if (pairs.Length == 0)
        {
            return "";
        }

        (int One, int Other)[] sure = Interactions.Sure(sobol);
        double most = pairs.Max(pair => Interactions.Together(sobol, pair.One, pair.Other).High ?? 0);
        return sure.Length == 0
            ? $"No interaction of two parameters is beyond doubt; up to {Wording.Percent(Math.Round(most, 3))} for a pair cannot be excluded."
            : $"Beyond what each does alone: {string.Join(", ", sure.Take(Named).Select(pair => $"{Called(results, pair)} {SobolFinding.Share(sobol.Second![pair.One, pair.Other])}"))}{(sure.Length > Named ? $" and {Wording.Count(sure.Length - Named, "smaller one", "smaller ones")}" : "")}; no other of {Wording.Number(pairs.Length)} pairs is beyond doubt.";
    }

    private static string Called(SensitivityResults results, (int One, int Other) pair) => $"{results.Factors[pair.One].Label} with {results.Factors[pair.Other].Label}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
