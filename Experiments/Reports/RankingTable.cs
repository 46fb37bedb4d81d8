using Experiments.Analysis;
using Experiments.Charts;
using Experiments.Store;
using Simulator.Ledgers;

namespace Experiments.Reports;

/// <summary>What a ranking found, as a file: a row a policy at a point, the best first.</summary>
internal static class RankingTable
{
    /// <summary>The table.</summary>
    /// <param name="selection">What was found.</param>
    /// <param name="factors">Paths of what is varied.</param>
    /// <param name="valuesOf">Values of the factors at a point, in the same order.</param>
    internal static TidyTable Of(Selection selection, IReadOnlyList<string> factors, Func<int, IReadOnlyList<string>> valuesOf)
    {
        var info = MetricInfo.Of(selection.Wanted.Metric);
        string unit = info.Unit.Length == 0 ? info.Name : $"{info.Name}, {info.Unit}";
        return new TidyTable(
            ["place", "point", "policy", .. factors, "replicates", $"mean ({unit})", $"difference ({unit} by which the best is ahead)", "standard_error of the difference", "chance of mistake (probability)"],
            [.. selection.Cells.Select(cell => (IReadOnlyList<string>)[.. Before(cell), .. valuesOf(cell.Point), .. After(cell)])]);
    }

    private static IEnumerable<string> Before(RankedCell cell) => [TidyTable.Cell(cell.Place), TidyTable.Cell(cell.Point), cell.Policy];

    private static IEnumerable<string> After(RankedCell cell) =>
        [TidyTable.Cell(cell.Replicates), TidyTable.Cell(cell.Mean), TidyTable.Cell(cell.Difference), TidyTable.Cell(cell.StandardError), TidyTable.Cell(cell.Mistake)];
}
