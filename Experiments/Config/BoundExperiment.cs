namespace Experiments.Config;

/// <summary>An experiment made of a tree, with everything that is to be said about it.</summary>
/// <param name="Experiment">The experiment; usable only without problems.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="Warnings">What is allowed but probably not meant.</param>
internal sealed record BoundExperiment(Experiment Experiment, IReadOnlyList<Diagnostic> Problems, IReadOnlyList<Diagnostic> Warnings);
