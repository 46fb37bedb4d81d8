using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Charts;
using Experiments.Running;

namespace Experiments.Reports;

/// <summary>Writes the report of a result folder: report.html, answer.json, a figure and a table a chart in charts/, and the other tables in tables/.</summary>
internal static class ReportWriter
{
    /// <summary>Name of the page in the result folder.</summary>
    internal const string PageName = "report.html";

    /// <summary>Name of the store that is read.</summary>
    internal const string StoreName = "results.sqlite";

    /// <summary>Reads the folder's store and writes the report beside it: of a method where one was at work.</summary>
    /// <param name="folder">The result folder, with a complete store.</param>
    /// <param name="plan">The experiment.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    internal static IReport Write(string folder, ExperimentPlan plan)
    {
        ExperimentFacts facts = plan.Facts();
        if (plan.Method is not { } method)
        {
            return Write(folder, facts);
        }

        MethodReport report = Written(method.Compose(folder, facts));
        AnswerFile.Of(facts, report.Answer).Write(folder);
        return report;
    }

    /// <summary>Reads the folder's store and works out the answer, without writing anything.</summary>
    /// <param name="folder">The result folder, with a complete store.</param>
    /// <param name="plan">The experiment.</param>
    internal static IReport Compose(string folder, ExperimentPlan plan) => plan.Method?.Compose(folder, plan.Facts()) ?? Compose(folder, plan.Facts());

    /// <summary>Reads the folder's store and writes the report beside it: of a sweep where something is varied.</summary>
    /// <param name="folder">The result folder, with a complete store.</param>
    /// <param name="facts">The experiment.</param>
    /// <returns>The report, from which the console's answer is written.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    internal static IReport Write(string folder, ExperimentFacts facts)
    {
        IReport report = facts.Sweep switch
        {
            null => WriteAsWritten(folder, facts),
            { Design.IsForSensitivity: true } => Written(SensitivityReport.Compose(folder, facts)),
            _ => SweepReportWriter.Write(folder, facts),
        };
        AnswerFile.Of(facts, report.Answer).Write(folder);
        return report;
    }

    /// <summary>Reads the folder's store and works out the answer, without writing anything.</summary>
    /// <param name="folder">The result folder, with a complete store.</param>
    /// <param name="facts">The experiment.</param>
    internal static IReport Compose(string folder, ExperimentFacts facts) =>
        facts.Sweep switch
        {
            null => Read(folder, facts),
            { Design.IsForSensitivity: true } => SensitivityReport.Compose(folder, facts),
            _ => SweepReportWriter.Compose(folder, facts),
        };

    private static MethodReport Written(MethodReport report)
    {
        report.Write();
        return report;
    }

    private static Report WriteAsWritten(string folder, ExperimentFacts facts)
    {
        Report report = Read(folder, facts);
        (StoredResults results, Answer answer) = (report.Results, report.Answer);
        ReportFiles.WriteCharts(folder, report.Charts.OfType<Chart>());
        ReportFiles.WriteTable(folder, "outcomes", OutcomeTable.Of(results));
        if (results.Selection is { } selection)
        {
            ReportFiles.WriteTable(folder, "ranking", RankingTable.Of(selection, [], _ => []));
        }

        ReportFiles.WriteSegments(folder, results.Segments);
        ReportFiles.WriteTable(folder, "evidence", EvidenceTable.Of(results));
        File.WriteAllText(report.Page, ReportPage.Write(results, answer, report.Charts));
        return report;
    }

    private static Report Read(string folder, ExperimentFacts facts)
    {
        StoredResults results = StoreReader.Read(Path.Combine(folder, StoreName), facts);
        return new Report(Path.Combine(folder, PageName), results, Answer.Of(results));
    }
}
