using Experiments.Store;

namespace Experiments.Running;

/// <summary>An experiment whose store is complete: what tables, charts and reports are made from.</summary>
/// <param name="Plan">The experiment.</param>
/// <param name="Folder">Its result folder.</param>
internal sealed record FinishedExperiment(ExperimentPlan Plan, string Folder)
{
    /// <summary>Path of the result file.</summary>
    internal string StorePath => Path.Combine(Folder, ResultStore.FileName);
}
