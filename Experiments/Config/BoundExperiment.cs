using Experiments.Ensembles;

namespace Experiments.Config;

/// <summary>An experiment made of a tree, with everything that is to be said about it.</summary>
/// <param name="Experiment">The experiment; usable only without problems.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="Warnings">What is allowed but probably not meant.</param>
internal sealed record BoundExperiment(Experiment Experiment, IReadOnlyList<Diagnostic> Problems, IReadOnlyList<Diagnostic> Warnings)
{
    /// <summary>The ensemble from which replicates take their parameters; null without one.</summary>
    public Ensemble? Ensemble { get; init; }

    /// <summary>The worlds of its replicates; null without an ensemble.</summary>
    /// <param name="own">Dotted paths that are set whatever the ensemble says.</param>
    internal EnsembleWorlds? Worlds(IReadOnlyCollection<string> own) => Ensemble is { } ensemble ? new EnsembleWorlds(ensemble, Experiment.Scenario, own) : null;
}
