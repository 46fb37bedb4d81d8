using Experiments.Analysis;
using MathNet.Numerics.Distributions;

namespace Experiments.Calibration;

/// <summary>The calibration of one reading of the case.</summary>
/// <param name="Name">Name of the reading.</param>
/// <param name="Ending">Why it ended, one of <see cref="Calibration.Ending"/>.</param>
/// <param name="Simulations">Simulations it took.</param>
/// <param name="Generations">Its generations.</param>
/// <param name="Members">The ensemble: the last generation after the regression adjustment, each member run once more.</param>
/// <param name="Parameters">What it says about each parameter, in the order of the file.</param>
/// <param name="Facts">The facts beside what the model predicts.</param>
/// <param name="AllAgree">Share of the ensemble's runs that agree with all facts at once.</param>
/// <param name="AllAgreeBefore">The same of draws from the priors.</param>
/// <param name="NullShare">Posterior probability of the null hypothesis; null when none is tested.</param>
internal sealed record ReadingResults(
    string Name,
    string Ending,
    long Simulations,
    IReadOnlyList<Generation> Generations,
    IReadOnlyList<Particle> Members,
    IReadOnlyList<ParameterPosterior> Parameters,
    IReadOnlyList<FactPrediction> Facts,
    Interval AllAgree,
    Interval AllAgreeBefore,
    Interval? NullShare)
{
    /// <summary>Share of runs below which the model does not bring the facts together. Chosen.</summary>
    private const double LeastAgreement = 0.05;

    /// <summary>Median largest discrepancy from which on a calculation that ran out of generations has not converged: one standard deviation of the error.</summary>
    private const double Converged = 1;

    /// <summary>Whether the model brings all facts of the reading together.</summary>
    internal bool Fits => AllAgree.Mean >= LeastAgreement;

    /// <summary>Whether it ran out of generations while typical parameter sets were still far from the facts.</summary>
    internal bool IsUnfinished => Ending == Calibration.Ending.Generations && Generations[^1].TypicalDiscrepancy > Converged;

    /// <summary>Whether the members went through the regression adjustment: all facts at once lie within the reach of the last generation.</summary>
    internal bool IsAdjusted => Generations[^1].Tolerance is { } tolerance && RegressionAdjustment.Reaches(Generations[^1].Particles, tolerance);

    /// <summary>Contraction that chance gives to one of all parameters in twenty readings about which nothing can be learnt.</summary>
    internal double NullBand
    {
        get
        {
            double[] errors = [.. (NotInformed.Count > 0 ? NotInformed : Parameters).Select(parameter => parameter.StandardError).Where(double.IsFinite).Order()];
            return errors.Length == 0 ? 0 : errors[errors.Length / 2] * Normal.InvCDF(0, 1, 1 - (Holm.FalseAlarm / Parameters.Count));
        }
    }

    /// <summary>Families among the members.</summary>
    internal int Families => Members.Select(member => member.Family).Distinct().Count();

    /// <summary>Parameters that the case informs, the most informed first.</summary>
    internal IReadOnlyList<ParameterPosterior> Informed => [.. Parameters.Where(parameter => parameter.IsInformed).OrderByDescending(parameter => parameter.Contraction.Mean)];

    /// <summary>Parameters about which it says nothing.</summary>
    internal IReadOnlyList<ParameterPosterior> NotInformed => [.. Parameters.Where(parameter => !parameter.IsInformed)];

    /// <summary>Odds of the null hypothesis to its alternative; with prior probabilities of ½ also the Bayes factor.</summary>
    internal Interval? Odds => NullShare is { } share
        ? new Interval(Of(share.Mean), share.Low is { } low ? Of(low) : null, share.High is { } high ? Of(high) : null, share.Count)
        : null;

    private static double Of(double share) => share / (1 - share);
}
