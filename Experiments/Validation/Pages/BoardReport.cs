using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Charts.Validation;
using Experiments.Reports;
using Experiments.Validation.Statistics;
using Experiments.Validation.Studies;

namespace Experiments.Validation.Pages;

/// <summary>Puts the report of the board together.</summary>
internal static class BoardReport
{
    /// <summary>The report.</summary>
    /// <param name="folder">The result folder.</param>
    /// <param name="facts">The experiment.</param>
    /// <param name="wanted">The rows that were asked for.</param>
    /// <param name="results">What the studies came to.</param>
    internal static MethodReport Of(string folder, ExperimentFacts facts, IReadOnlyList<BoardRow> wanted, StudyResults results)
    {
        IReadOnlyList<JudgedRow> rows = Board.Judge(wanted, results);
        var context = new BoardChartContext(facts, rows, results);
        return new MethodReport(folder, facts, new Answer(BoardFindings.Of(rows)), () => BoardCharts.Draw(context))
        {
            Size = [Wording.Count(rows.Count, "row", "rows"), Wording.Count(results.Replicates.Count, "study", "studies"), $"{Range([.. results.Replicates.Values])} replicates a study"],
            Note = $"Means over replicates: {MeanInterval.Method}. Ratios of two means: {RatioInterval.Method}. Quantities of several means (curves, turns, elasticities): {MeansBootstrap.Method}. Policies of a study meet the same people with the same luck, so comparisons are paired. Parameters are held at their defaults: intervals show luck, not what is unknown about the parameters. A verdict compares the interval, not the mean, with the band; each stands for itself, without a correction for their number.",
            Notices = [.. Failures(results)],
            Sections =
            [
                new ReportSection("board-section", "The board", [], BoardTable.Write(rows)),
                new ReportSection("distances", "How far off", [BoardChart.Id]),
                new ReportSection("explained", "Where it agrees and where it does not", [ProfitChart.Id, TurnChart.Id, ReadingChart.Id]),
                new ReportSection("rows", "Row by row", [], BoardTable.WriteRows(rows)),
            ],
            Tables = [("board", BoardTable.Of(rows))],
            Summary = console => BoardTable.Show(console, rows),
        };
    }

    private static IEnumerable<string> Failures(StudyResults results)
    {
        if (results.Failures.Count > 0)
        {
            yield return $"{Wording.Count(results.Failures.Count, "run", "runs")} failed and {(results.Failures.Count == 1 ? "is" : "are")} missing from every figure below: "
                + string.Join("; ", results.Failures.Take(3).Select(failed => $"study {failed.Study}, {Wording.Quote(failed.Policy)}, replicate {failed.Replicate}: {failed.Message}")) + (results.Failures.Count > 3 ? "; and others." : ".");
        }
    }

    private static string Range(IReadOnlyList<int> replicates) => replicates.Count == 0 ? "no"
        : replicates.Min() == replicates.Max() ? Wording.Number(replicates.Max()) : $"{Wording.Number(replicates.Min())} to {Wording.Number(replicates.Max())}";
}
