namespace Experiments.Calibration;

/// <summary>One parameter set of a calibration with the simulation it is judged by. All particles weigh the same.</summary>
/// <param name="Scores">Normal scores z of the parameters.</param>
/// <param name="IsNull">Whether its world is the one of the null hypothesis.</param>
/// <param name="Family">Number of its ancestor among the first draws: particles of one family are not independent.</param>
/// <param name="Statistics">Simulated statistics; empty when the simulation failed.</param>
/// <param name="Discrepancies">Signed discrepancies from the evidence; empty when the simulation failed.</param>
internal sealed record Particle(double[] Scores, bool IsNull, int Family, double[] Statistics, double[] Discrepancies)
{
    /// <summary>Whether there is a simulation to judge it by.</summary>
    internal bool IsJudged => Discrepancies.Length > 0;
}
