using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Charts;
using Spectre.Console;

namespace Experiments.Reports;

/// <summary>What a report says: of an experiment at one set of parameters, or of a sweep.</summary>
internal interface IReport
{
    /// <summary>Path of the page, once it is written.</summary>
    string Page { get; }

    /// <summary>The experiment.</summary>
    ExperimentFacts Facts { get; }

    /// <summary>Its charts, in the order of its argument, and those that are not there with the reasons; drawn when first asked for.</summary>
    IReadOnlyList<ChartEntry> Charts { get; }

    /// <summary>Its findings.</summary>
    Answer Answer { get; }

    /// <summary>Prints the answer.</summary>
    void Show(IAnsiConsole console);
}
