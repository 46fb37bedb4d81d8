namespace Experiments.Analysis;

/// <summary>What a report says about the ensemble of an experiment.</summary>
/// <param name="Name">Name of the result folder of the calibration.</param>
/// <param name="Reading">Reading of the case.</param>
/// <param name="Members">Parameter sets in it.</param>
internal sealed record EnsembleFacts(string Name, string Reading, int Members);
