using Experiments.Running;
using Experiments.Store;

namespace Experiments.Reports;

/// <summary>What a finished result folder says, worked out anew from its results.</summary>
internal static class FinishedReport
{
    /// <summary>Reads a result folder.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>Its findings and charts.</returns>
    /// <exception cref="RefusedException">It is not a finished result folder of this version, or its experiment was changed since.</exception>
    internal static IReport Open(string path) => ReportWriter.Compose(path, Plan(path));

    /// <summary>Reads the experiment of a result folder alone.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="RefusedException">It is not a finished result folder of this version, or its experiment was changed since.</exception>
    internal static ExperimentPlan Plan(string path)
    {
        using var folder = FinishedFolder.Open(path);
        return folder.Plan();
    }
}
