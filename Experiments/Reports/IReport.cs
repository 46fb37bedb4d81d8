using Experiments.Analysis.Findings;
using Spectre.Console;

namespace Experiments.Reports;

/// <summary>What a report says: of an experiment at one set of parameters, or of a sweep.</summary>
internal interface IReport
{
    /// <summary>Path of the page, once it is written.</summary>
    string Page { get; }

    /// <summary>Its findings.</summary>
    Answer Answer { get; }

    /// <summary>Prints the answer.</summary>
    void Show(IAnsiConsole console);
}
