using Experiments.Analysis.Sweeps;
using Experiments.Analysis.Sweeps.Sensitivity;
using Experiments.Sensitivity;

namespace Experiments.Charts.Sweeps.Sensitivity;

/// <summary>PAWN indices of a sweep that fills the space.</summary>
internal static class DistributionsChart
{
    internal static ChartEntry Draw(SweepChartContext context, AnswerOutcome outcome)
    {
        SweepResults results = context.Results;
        string key = outcome.Key.Replace('_', '-');
        if (Distributions.Of(results, outcome) is not { } pawn)
        {
            return new OmittedChart(
                $"{PawnChart.Id}-{key}",
                $"Distances between distributions of {outcome.Name}",
                $"it takes a Latin hypercube or Sobol’ points, {Pawn.FewestPoints} or more with different outcomes, and two factors that do not depend on each other");
        }

        FactorBars bars = PawnChart.Bars(results.Factors, pawn);
        return context.Draw(
            $"{PawnChart.Id}-{key}",
            context.Answer.Title(PawnFinding.IdOf(key), "Which factors change whole distributions"),
            PawnChart.Reading(outcome.Label + context.Whose),
            PawnChart.Method,
            PawnChart.AltText(results.Factors, pawn),
            bars.Draw,
            bars.Table(results.Subject, outcome.Label, [.. pawn.Order.Select(factor => results.Factors[factor].Path)]));
    }
}
