using Experiments.Analysis;
using Experiments.Analysis.Sweeps.Sensitivity;

namespace Experiments.Charts.Sweeps.Sensitivity;

/// <summary>First-order and total indices side by side, with intervals.</summary>
internal static class SobolChart
{
    internal const string Id = "drivers";

    /// <summary>How the intervals were computed.</summary>
    internal const string Method = "95% percentile intervals, 1,000 bootstrap samples of base points";

    internal static ChartEntry Draw(SensitivityContext context, SensitivityOutcome outcome)
    {
        SensitivityResults results = context.Results;
        string id = $"{Id}-{results.KeyOf(outcome)}";
        if (outcome.Sobol is not { } sobol)
        {
            return new OmittedChart(id, $"Shares of the variance of {outcome.Name}{results.Whose(outcome)}", outcome.Objection is null ? "the design is for elementary effects" : "nothing drives it that these runs show; the answer says why");
        }

        int[] order = [.. sobol.Order];
        var bars = new FactorBars(
            ["alone or with others (total)", "by itself (first order)"],
            [Palette.Bad, Palette.Good],
            (place, kind) => (kind == 0 ? sobol.Total : sobol.First)[order[place]].Times(100),
            [.. order.Select(factor => results.Factors[factor].Label + outcome.Arrow(factor))],
            $"share of the variance of {outcome.Label}, %")
        {
            Columns = [("rank_correlation", place => outcome.Directions[order[place]] is { } direction ? TidyTable.Cell(direction.Mean) : "")],
        };
        return context.Draw(
            id,
            context.Answer.Title(SobolFinding.IdOf(results, outcome), $"What drives {outcome.Name}"),
            $"How much of the variance of {outcome.Label}{results.Whose(outcome)} over all worlds a factor accounts for. By itself: by so much the variance would shrink on average if the factor were known. Alone or with others: so much would be left if everything else were known. Where the two bars of a factor differ, it acts together with others. An interval that reaches zero: the share cannot be told from none. ↑: the more of it, the higher {outcome.Label} tends to be, ↓: the lower (rank correlation over the sampled worlds); no arrow: neither can be told.",
            Method,
            string.Join("; ", order.Take(12).Select(factor => $"{results.Factors[factor].Label}: total {Wording.PercentEstimate(sobol.Total[factor])}, by itself {Wording.PercentEstimate(sobol.First[factor])}")) + ".",
            bars.Draw,
            bars.Table(outcome.Policy, outcome.Label, [.. order.Select(factor => results.Factors[factor].Path)]));
    }
}
