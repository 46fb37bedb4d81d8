namespace Experiments.Calibration;

/// <summary>One generation of a calibration.</summary>
/// <param name="Number">Its number; 0 are draws from the prior.</param>
/// <param name="Particles">The particles, in order.</param>
/// <param name="Tolerances">What it accepts: its own tolerance last, after those of all generations before it, which hold as well; empty for draws from the prior.</param>
/// <param name="NextScales">Scales of the discrepancies for the next generation, from all simulations of this one.</param>
/// <param name="Steps">Moves each particle was offered.</param>
/// <param name="Accepted">Moves accepted.</param>
/// <param name="Simulations">Simulations run; a move that the prior rules out needs none.</param>
/// <param name="Failures">Simulations that failed or lacked a statistic.</param>
internal sealed record Generation(
    int Number, IReadOnlyList<Particle> Particles, IReadOnlyList<Tolerance> Tolerances, double[] NextScales, int Steps, int Accepted, int Simulations, int Failures)
{
    /// <summary>Share of offered moves that were accepted; null for draws from the prior.</summary>
    internal double? Acceptance => Steps == 0 ? null : (double)Accepted / (Steps * (double)Particles.Count);

    /// <summary>The tolerance; null for draws from the prior, all of which are kept.</summary>
    internal Tolerance? Tolerance => Tolerances.Count == 0 ? null : Tolerances[^1];

    /// <summary>How far a typical particle is from the evidence: the median over particles of the largest discrepancy of any statistic, standard deviations of the error.</summary>
    internal double TypicalDiscrepancy => FactPrediction.At([.. Particles.Where(particle => particle.IsJudged).Select(particle => particle.Discrepancies.Max(Math.Abs)).Order()], 0.5);

    /// <summary>Largest discrepancy of any particle from any statistic, standard deviations of the error.</summary>
    internal double WorstDiscrepancy => Particles.Max(particle => particle.IsJudged ? particle.Discrepancies.Max(Math.Abs) : double.PositiveInfinity);
}
