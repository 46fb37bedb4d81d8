using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Analysis.Sweeps.Sensitivity;

namespace Experiments.Analysis.Sweeps;

/// <summary>The answer of a sweep: every finding that its results allow, the most important first. New kinds of findings go into the list. A ranking says which is best by its own rule, so nothing else does beside it.</summary>
internal static class SweepAnswer
{
    private static readonly IReadOnlyList<Func<SweepResults, IEnumerable<Finding?>>> Kinds =
    [
        results => [SelectionFinding.Of(results.Selection, results.NameOf)],
        Inquiry.FindingsOf,
        results => [OptimumFinding.Of(results)],
        results => [RidgeFinding.Of(results)],
        results => [results.Selection is null ? BestFinding.Of(results) : null],
        results => results.Outcomes.Select(outcome => EffectsFinding.Of(results, outcome)),
        EffectsFinding.OfOthers,
        results => results.Outcomes.Select(outcome => Distributions.Of(results, outcome) is { } pawn
            ? PawnFinding.Of(results.Factors, pawn, outcome.Name, outcome.Key.Replace('_', '-'), Distributions.Skewness(results, outcome))
            : null),
        results => [SegmentFinding.Of(results)],
        results => [OvertakingFinding.Of(results)],
        results => [FrontFinding.Of(results)],
        results => [MatchingFinding.Of(results)],
        results => [EnsembleFinding.Of(results.Facts)],
    ];

    /// <summary>Draws the answer from the results.</summary>
    internal static Answer Of(SweepResults results) =>
        results.Cells.Count == 0 ? new Answer([]) : new Answer([.. Kinds.SelectMany(kind => kind(results)).OfType<Finding>()]);
}
