using Experiments.Config;
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
    internal static IReport Open(string path)
    {
        using var folder = FinishedFolder.Open(path);
        ExperimentReading reading = ExperimentFile.Read(folder.Experiment, []);
        if (reading.Experiment is not { } experiment)
        {
            throw new RefusedException($"{ResultFolder.ExperimentName} of {path} cannot be read again: {reading.Problems[0]}");
        }

        var plan = ExperimentPlan.Of(reading, experiment);
        return folder.Meta.ExperimentHashIsNot(plan.Hash)
            ? throw new RefusedException($"{ResultFolder.ExperimentName} of {path} was changed since its results were made. Run it into a folder of its own.")
            : ReportWriter.Compose(path, plan.Facts());
    }
}
