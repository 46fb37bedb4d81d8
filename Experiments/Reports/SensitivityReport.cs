using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps.Sensitivity;
using Experiments.Charts;
using Experiments.Charts.Sweeps.Sensitivity;
using Spectre.Console;

namespace Experiments.Reports;

/// <summary>What the report of a design for sensitivity says.</summary>
/// <param name="Page">Path of the page, once it is written.</param>
/// <param name="Results">The results it rests on.</param>
/// <param name="Answer">Its findings.</param>
internal sealed record SensitivityReport(string Page, SensitivityResults Results, Answer Answer) : IReport
{
    private readonly Lazy<IReadOnlyList<ChartEntry>> _charts = new(() => SensitivityChartSet.Draw(new SensitivityContext(Results, Answer)));

    /// <inheritdoc/>
    public ExperimentFacts Facts => Results.Facts;

    /// <inheritdoc/>
    public IReadOnlyList<ChartEntry> Charts => _charts.Value;

    /// <summary>Reads the folder's store and works out the answer, without writing anything.</summary>
    internal static SensitivityReport Compose(string folder, ExperimentFacts facts)
    {
        SensitivityResults results = SensitivityReader.Read(Path.Combine(folder, ReportWriter.StoreName), facts);
        return new SensitivityReport(Path.Combine(folder, ReportWriter.PageName), results, SensitivityAnswer.Of(results));
    }

    /// <summary>Writes the page, a figure and a table a chart, and the table of all indices.</summary>
    internal static SensitivityReport Write(string folder, ExperimentFacts facts)
    {
        SensitivityReport report = Compose(folder, facts);
        ReportFiles.WriteCharts(folder, report.Charts.OfType<Chart>());
        ReportFiles.WriteTable(folder, "indices", IndexTable.Of(report.Results));
        File.WriteAllText(report.Page, SensitivityPage.Write(report.Results, report.Answer, report.Charts));
        return report;
    }

    /// <inheritdoc/>
    public void Show(IAnsiConsole console)
    {
        console.WriteLine($"{Wording.Count(Results.Rows, "row", "rows")} of a {Results.Kind} design over {Wording.Count(Results.Factors.Count, "factor", "factors")}, {Wording.Count(Results.Replicates, "replicate", "replicates")} each.");
        foreach (string text in Answer.Findings.Select(finding => $"{finding.Title}. {finding.Text}"))
        {
            console.WriteLine();
            console.WriteLine(text);
        }
    }
}
