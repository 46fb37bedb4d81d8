using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Fronts;

namespace Experiments.Reports;

/// <summary>The report of a search for policies.</summary>
internal static class FrontReport
{
    internal static MethodReport Of(string folder, ExperimentFacts facts, FrontResults results) => new(folder, facts, new Answer([]), () => []) { Size = [$"{results.Front.Count}"], Note = "", Sections = [] };
}
