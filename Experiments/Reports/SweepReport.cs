using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps;
using Experiments.Charts;
using Experiments.Charts.Sweeps;
using Spectre.Console;

namespace Experiments.Reports;

/// <summary>What the report of a sweep says.</summary>
/// <param name="Page">Path of the page, once it is written.</param>
/// <param name="Results">The results it rests on.</param>
/// <param name="Answer">Its findings.</param>
internal sealed record SweepReport(string Page, SweepResults Results, Answer Answer) : IReport
{
    private readonly Lazy<IReadOnlyList<ChartEntry>> _charts = new(() => SweepChartSet.Draw(SweepChartContext.Of(Results, Answer)));

    /// <inheritdoc/>
    public ExperimentFacts Facts => Results.Facts;

    /// <inheritdoc/>
    public IReadOnlyList<ChartEntry> Charts => _charts.Value;

    /// <inheritdoc/>
    public void Show(IAnsiConsole console) => SweepConsoleAnswer.Write(console, this);
}
