using Experiments.Analysis.Findings;

namespace Experiments.Analysis.Sweeps.Sensitivity;

/// <summary>The answer of a design for sensitivity: what drives each outcome, in the order of the outcomes.</summary>
internal static class SensitivityAnswer
{
    /// <summary>Draws the answer from the results.</summary>
    internal static Answer Of(SensitivityResults results) => new([.. results.Outcomes.SelectMany(outcome => Of(results, outcome)).OfType<Finding>()]);

    private static IEnumerable<Finding?> Of(SensitivityResults results, SensitivityOutcome outcome)
    {
        if (outcome.Objection is { } objection)
        {
            yield return new Finding($"drivers-{results.KeyOf(outcome)}", $"What drives {outcome.Name}{results.Whose(outcome)} cannot be told", objection);
            yield break;
        }

        yield return SobolFinding.Of(results, outcome);
        yield return InteractionFinding.Of(results, outcome);
        yield return MorrisFinding.Of(results, outcome);
        if (outcome.Pawn is { } pawn)
        {
            yield return PawnFinding.Of(results.Factors, pawn, outcome.Name + results.Whose(outcome), results.KeyOf(outcome), outcome.Skewness);
        }
    }
}
