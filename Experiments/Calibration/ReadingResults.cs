using Experiments.Analysis;

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
