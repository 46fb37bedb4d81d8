using Experiments.Analysis.Findings;

namespace Experiments.Analysis.Sweeps.Sensitivity;

/// <summary>
/// The answer of a design for sensitivity: first what the main outcome comes to over the worlds, then what drives each outcome, in the
/// order of the outcomes. Distances between distributions have a finding of their own only where they tell something else.
/// </summary>
internal static class SensitivityAnswer
{
    /// <summary>Draws the answer from the results.</summary>
    internal static Answer Of(SensitivityResults results) => new(
    [
        .. results.Outcomes.Where(outcome => outcome.Outcome == results.Outcomes[0].Outcome).Select(outcome => WorldsFinding.Of(results, outcome)).OfType<Finding>(),
        .. results.Outcomes.SelectMany(outcome => Of(results, outcome)).OfType<Finding>(),
    ]);

    private static IEnumerable<Finding?> Of(SensitivityResults results, SensitivityOutcome outcome)
    {
        if (outcome.Objection is { } objection)
        {
            string title = outcome.Censored is 1 ? $"It never stays behind silence{results.Whose(outcome)}" : $"What drives {outcome.Name}{results.Whose(outcome)} cannot be told";
            yield return new Finding($"drivers-{results.KeyOf(outcome)}", title, objection);
            yield break;
        }

        yield return SobolFinding.Of(results, outcome);
        yield return MorrisFinding.Of(results, outcome);
        if (outcome.Pawn is { } pawn && SobolFinding.DistributionsDiffer(outcome))
        {
            yield return PawnFinding.Of(results.Factors, pawn, outcome.Name + results.Whose(outcome), results.KeyOf(outcome), outcome.Skewness);
        }
    }
}
