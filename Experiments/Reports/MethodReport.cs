using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Charts;
using Spectre.Console;

namespace Experiments.Reports;

/// <summary>What the report of a method says: of a calibration, a policy search, a validation, a sensitivity analysis.</summary>
/// <param name="folder">The result folder.</param>
/// <param name="facts">The experiment.</param>
/// <param name="answer">Its findings.</param>
/// <param name="draw">Draws its charts, when they are first asked for.</param>
internal class MethodReport(string folder, ExperimentFacts facts, Answer answer, Func<IReadOnlyList<ChartEntry>> draw) : IReport
{
    private readonly Lazy<IReadOnlyList<ChartEntry>> _charts = new(draw);

    /// <inheritdoc/>
    public string Page { get; } = Path.Combine(folder, ReportWriter.PageName);

    /// <inheritdoc/>
    public ExperimentFacts Facts => facts;

    /// <inheritdoc/>
    public Answer Answer => answer;

    /// <inheritdoc/>
    public IReadOnlyList<ChartEntry> Charts => _charts.Value;

    /// <summary>What was done, in a few words each: particles, generations, policies, days.</summary>
    public required IReadOnlyList<string> Size { get; init; }

    /// <summary>What intervals mean, and how numbers were worked out; stands below the findings.</summary>
    public required string Note { get; init; }

    /// <summary>The sections, in the order of the argument; those without a chart and without content are left out.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>What a reader has to know before anything else: failures, a method that did not converge.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Tables for other programs, by name; written into the folder tables.</summary>
    public IReadOnlyList<(string Name, TidyTable Table)> Tables { get; init; } = [];

    /// <summary>What the console shows above the findings; may be nothing.</summary>
    public Action<IAnsiConsole>? Summary { get; init; }

    /// <summary>Writes the page, a figure and a table a chart, and the other tables.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    internal void Write()
    {
        ReportFiles.WriteCharts(folder, Charts.OfType<Chart>());
        foreach ((string name, TidyTable table) in Tables)
        {
            ReportFiles.WriteTable(folder, name, table);
        }

        File.WriteAllText(Page, MethodPage.Write(this));
    }

    /// <inheritdoc/>
    public void Show(IAnsiConsole console)
    {
        Summary?.Invoke(console);
        foreach (string notice in Notices)
        {
            console.WriteLine(notice);
        }

        foreach (string text in Answer.Findings.Select(Said))
        {
            console.WriteLine();
            console.WriteLine(text);
        }
    }

    /// <summary>A finding as the console shows it.</summary>
    private protected virtual string Said(Finding finding) => finding.Text;
}
