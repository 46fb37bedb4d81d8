using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Charts;
using Experiments.Charts.Figures;

namespace Experiments.Reports;

/// <summary>Writes the report of a result folder: report.html, and a figure file a chart in charts/.</summary>
internal static class ReportWriter
{
    /// <summary>Name of the page in the result folder.</summary>
    internal const string PageName = "report.html";

    /// <summary>Name of the folder of figure files.</summary>
    internal const string ChartFolder = "charts";

    /// <summary>Name of the store that is read.</summary>
    internal const string StoreName = "results.sqlite";

    /// <summary>Reads the folder's store and writes the report beside it.</summary>
    /// <param name="folder">The result folder, with a complete store.</param>
    /// <param name="facts">The experiment.</param>
    /// <returns>The report, from which the console's answer is written.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    internal static Report Write(string folder, ExperimentFacts facts)
    {
        Report report = Compose(folder, facts);
        (StoredResults results, Answer answer) = (report.Results, report.Answer);
        IReadOnlyList<ChartEntry> charts = ChartSet.Draw(ChartContext.Of(results, answer));
        string figures = Path.Combine(folder, ChartFolder);
        Directory.CreateDirectory(figures);
        foreach (Chart chart in charts.OfType<Chart>())
        {
            File.WriteAllText(Path.Combine(figures, chart.Id + ".json"), FigureJson.Write(chart.Standalone()));
        }

        File.WriteAllText(report.Page, ReportPage.Write(results, answer, charts));
        return report;
    }

    /// <summary>Reads the folder's store and works out the answer, without writing anything.</summary>
    /// <param name="folder">The result folder, with a complete store.</param>
    /// <param name="facts">The experiment.</param>
    internal static Report Compose(string folder, ExperimentFacts facts)
    {
        StoredResults results = StoreReader.Read(Path.Combine(folder, StoreName), facts);
        return new Report(Path.Combine(folder, PageName), results, Answer.Of(results));
    }
}
