using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Analysis.Sweeps.Sensitivity;
using Experiments.Config;

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
        results => [results.Points.Count <= MatchingFinding.MostPoints ? MatchingFinding.Of(results) : null],
        results => [EnsembleFinding.Of(results.Facts)],
    ];

    /// <summary>Factors beyond which an analysis that weighs them all together says what single ones do better than halves of ranges. Chosen.</summary>
    private const int MostFactors = 8;

    /// <summary>Draws the answer from the results.</summary>
    internal static Answer Of(SweepResults results)
    {
        if (results.Cells.Count == 0)
        {
            return new Answer([]);
        }

        Finding[] all = [.. Kinds.SelectMany(kind => kind(results)).OfType<Finding>()];
        bool isWeighed = Inquiry.IsAsked(results.Facts, AnalysisNames.Discovery) || Inquiry.IsAsked(results.Facts, AnalysisNames.Emulator);
        return isWeighed && results.Factors.Count > MostFactors
            ? new Answer([.. all.Where(finding => !IsSingle(results, finding))]) { OfCharts = [.. all.Where(finding => IsSingle(results, finding))] }
            : new Answer(all);
    }

    // What single factors do, beyond the one finding on the most important outcome.
    private static bool IsSingle(SweepResults results, Finding finding) =>
        finding.Id.StartsWith(PawnFinding.IdOf(""), StringComparison.Ordinal)
        || (finding.Id.StartsWith($"{EffectsFinding.Id}-", StringComparison.Ordinal) && finding.Id != $"{EffectsFinding.Id}-{results.Main.Key}");
}
