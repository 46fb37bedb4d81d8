using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps;
using Experiments.Charts;

namespace Experiments.Reports;

/// <summary>Writes the report of a sweep: the page, a figure and a table a chart, and the table of all cells.</summary>
internal static class SweepReportWriter
{
    /// <summary>Reads the folder's store and writes the report beside it.</summary>
    internal static SweepReport Write(string folder, ExperimentFacts facts)
    {
        SweepReport report = Compose(folder, facts);
        ReportFiles.WriteCharts(folder, report.Charts.OfType<Chart>());
        ReportFiles.WriteTable(folder, "cells", CellTable.Of(report.Results));
        if (report.Results.Selection is { } selection)
        {
            Dictionary<int, SweepPoint> points = report.Results.Points.ToDictionary(point => point.Index);
            ReportFiles.WriteTable(folder, "ranking", RankingTable.Of(selection, [.. report.Results.Factors.Select(factor => factor.Path)], point => [.. points[point].Values.Select(value => value.Text)]));
        }

        ReportFiles.WriteSegments(folder, report.Results.Segments);
        File.WriteAllText(report.Page, SweepPage.Write(report.Results, report.Answer, report.Charts));
        return report;
    }

    /// <summary>Reads the folder's store and works out the answer, without writing anything.</summary>
    internal static SweepReport Compose(string folder, ExperimentFacts facts)
    {
        SweepResults results = SweepReader.Read(Path.Combine(folder, ReportWriter.StoreName), facts);
        Answer answer = SweepAnswer.Of(results);
        return new SweepReport(Path.Combine(folder, ReportWriter.PageName), results, answer);
    }
}
