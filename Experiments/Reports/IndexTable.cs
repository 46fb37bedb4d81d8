using Experiments.Analysis.Sweeps.Sensitivity;
using Experiments.Charts;

namespace Experiments.Reports;

/// <summary>All indices of a sensitivity report as a table: one estimate a row.</summary>
internal static class IndexTable
{
    /// <summary>The table.</summary>
    internal static TidyTable Of(SensitivityResults results) => new(
        ["policy", "outcome", "kind", "factor", "other_factor", "value", "low_95", "high_95", "points"],
        [.. IndexEntry.All(results).Select(entry => (IReadOnlyList<string>)
        [
            entry.Of.Policy, entry.Of.Outcome.Key, entry.Kind, results.Factors[entry.Factor].Path, entry.Other is { } other ? results.Factors[other].Path : "",
            .. TidyTable.Cells(entry.Value), TidyTable.Cell(entry.Value.Count),
        ])]);
}
