using Experiments.Analysis;
using Experiments.Designs;

namespace Experiments.Reports;

/// <summary>How much of the plausible range of assumptions experiments have run, in a sentence for what is assumed.</summary>
internal static class RangeRun
{
    /// <summary>Parameters named; of more, their number.</summary>
    private const int Named = 4;

    /// <summary>The sentence.</summary>
    /// <param name="experiments">The experiments of a report or a deck.</param>
    internal static string Of(IEnumerable<ExperimentFacts> experiments)
    {
        Factor[] varied = [.. experiments.SelectMany(facts => facts.Sweep?.Factors ?? []).Where(factor => !factor.IsLever && Varies(factor)).DistinctBy(factor => factor.Path)];
        return varied.Length switch
        {
            0 => "That range has not been run in this experiment: whether a comparison holds over it is not known from this report.",
            <= Named => $"Of that range {Wording.List([.. varied.Select(factor => factor.Label)])} {(varied.Length == 1 ? "is" : "are")} varied here; every other parameter keeps its value, and over those nothing is known from this report.",
            _ => $"Of that range {Wording.Number(varied.Length)} parameters of the world are varied here, over the values named in this experiment; every other parameter keeps its value, and over those nothing is known from this report.",
        };
    }

    private static bool Varies(Factor factor) => factor.Range is not null || factor.Listed.Count > 1;
}
