namespace Experiments.Calibration;

/// <summary>Sizes of a calibration.</summary>
/// <param name="Particles">Particles of each generation.</param>
/// <param name="Generations">Most generations after the draws from the prior.</param>
/// <param name="Keep">Share of particles that survive from one generation to the next.</param>
/// <param name="MostSteps">Most moves of a particle in a generation.</param>
/// <param name="LeastAcceptance">Share of accepted moves below which there is no further generation.</param>
/// <param name="Within">Discrepancy, standard deviations of the error, that no particle may exceed for the calibration to be complete early.</param>
internal sealed record SequentialSettings(int Particles, int Generations, double Keep = 0.5, int MostSteps = 8, double LeastAcceptance = 0.02, double Within = 0.5);
