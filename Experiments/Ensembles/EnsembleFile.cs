namespace Experiments.Ensembles;

/// <summary>An ensemble as it was read, or why it was not.</summary>
/// <param name="Ensemble">The ensemble; null when there is a problem.</param>
/// <param name="Problem">What is wrong and what to change; empty without a problem.</param>
internal sealed record EnsembleFile(Ensemble? Ensemble, string Problem);
