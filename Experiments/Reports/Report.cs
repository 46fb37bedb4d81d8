using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Charts;
using Spectre.Console;

namespace Experiments.Reports;

/// <summary>What the report of an experiment says that varies nothing but its policies.</summary>
/// <param name="Page">Path of the page, once it is written.</param>
/// <param name="Results">The results it rests on.</param>
/// <param name="Answer">Its findings.</param>
internal sealed record Report(string Page, StoredResults Results, Answer Answer) : IReport
{
    private readonly Lazy<IReadOnlyList<ChartEntry>> _charts = new(() => ChartSet.Draw(ChartContext.Of(Results, Answer)));

    /// <inheritdoc/>
    public ExperimentFacts Facts => Results.Facts;

    /// <inheritdoc/>
    public IReadOnlyList<ChartEntry> Charts => _charts.Value;

    /// <inheritdoc/>
    public void Show(IAnsiConsole console) => ConsoleAnswer.Write(console, this);
}
