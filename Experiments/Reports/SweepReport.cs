using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps;
using Spectre.Console;

namespace Experiments.Reports;

/// <summary>What the report of a sweep says.</summary>
/// <param name="Page">Path of the page, once it is written.</param>
/// <param name="Results">The results it rests on.</param>
/// <param name="Answer">Its findings.</param>
internal sealed record SweepReport(string Page, SweepResults Results, Answer Answer) : IReport
{
    /// <inheritdoc/>
    public void Show(IAnsiConsole console) => SweepConsoleAnswer.Write(console, this);
}
