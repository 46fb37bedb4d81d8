using Experiments.Analysis;
using Experiments.Analysis.Sweeps.Sensitivity;
using Experiments.Charts;
using Experiments.Sensitivity;

namespace Experiments.Reports;

/// <summary>All indices of a sensitivity report as a table: one estimate a row.</summary>
internal static class IndexTable
{
    /// <summary>The table.</summary>
    internal static TidyTable Of(SensitivityResults results) => new(
        ["policy", "outcome", "kind", "factor", "other_factor", "value", "low_95", "high_95", "points"],
        [.. results.Outcomes.SelectMany(outcome => Rows(results, outcome))]);

    private static IEnumerable<IReadOnlyList<string>> Rows(SensitivityResults results, SensitivityOutcome outcome)
    {
        IReadOnlyList<string> Row(string kind, int factor, int? other, Interval value) =>
        [
            outcome.Policy, outcome.Outcome.Key, kind, results.Factors[factor].Path, other is { } second ? results.Factors[second].Path : "",
            .. TidyTable.Cells(value), TidyTable.Cell(value.Count),
        ];
        for (int factor = 0; factor < results.Factors.Count; factor++)
        {
            if (outcome.Sobol is { } sobol)
            {
                yield return Row("first", factor, null, sobol.First[factor]);
                yield return Row("total", factor, null, sobol.Total[factor]);
                for (int other = factor + 1; other < results.Factors.Count && sobol.Second is not null; other++)
                {
                    yield return Row("second", factor, other, sobol.Second[factor, other]);
                }
            }

            if (outcome.Pawn is { } pawn)
            {
                yield return Row("pawn", factor, null, pawn.Factors[factor]);
            }

            if (outcome.Morris.Count > 0 && outcome.Morris[factor] is { } effect)
            {
                yield return Row("mu", factor, null, effect.Mean);
                yield return Row("mu_star", factor, null, effect.Size);
                yield return Row("sigma", factor, null, effect.Spread);
            }
        }
    }
}
