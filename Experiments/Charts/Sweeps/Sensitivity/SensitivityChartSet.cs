using Experiments.Analysis.Sweeps.Sensitivity;
using Experiments.Designs;

namespace Experiments.Charts.Sweeps.Sensitivity;

/// <summary>The charts of a sensitivity report, outcome by outcome.</summary>
internal static class SensitivityChartSet
{
    /// <summary>Draws those that the design allows.</summary>
    internal static IReadOnlyList<ChartEntry> Draw(SensitivityContext context) => context.Results.Kind == Design.Morris
        ? [.. context.Results.Outcomes.Select(outcome => MorrisChart.Draw(context, outcome))]
        :
        [
            .. context.Results.Outcomes.Select(outcome => SobolChart.Draw(context, outcome)),
            .. context.Results.Outcomes.Select(outcome => InteractionChart.Draw(context, outcome)),
            .. context.Results.Outcomes.Select(outcome => Distributions(context, outcome)),
        ];

    private static ChartEntry Distributions(SensitivityContext context, SensitivityOutcome outcome)
    {
        SensitivityResults results = context.Results;
        string id = $"{PawnChart.Id}-{results.KeyOf(outcome)}";
        if (outcome.Pawn is not { } pawn)
        {
            return new OmittedChart(id, $"Distances between distributions of {outcome.Name}{results.Whose(outcome)}", $"it takes {Experiments.Sensitivity.Pawn.FewestPoints} points with different outcomes");
        }

        FactorBars bars = PawnChart.Bars(results.Factors, pawn);
        return context.Draw(
            id,
            PawnFinding.Title(results.Factors, pawn, outcome.Name + results.Whose(outcome)),
            PawnChart.Reading(outcome.Label + results.Whose(outcome)),
            PawnChart.Method,
            PawnChart.AltText(results.Factors, pawn),
            bars.Draw,
            bars.Table(outcome.Policy, outcome.Label, [.. pawn.Order.Select(factor => results.Factors[factor].Path)]));
    }
}
