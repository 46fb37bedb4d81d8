using Experiments.Analysis;

namespace Experiments.Sensitivity;

/// <summary>Elementary effects of one factor on one outcome, in the outcome's unit per range of the factor.</summary>
/// <param name="Mean">μ: mean of the effects, with their signs.</param>
/// <param name="Size">μ*: mean of the sizes of the effects.</param>
/// <param name="Spread">σ: standard deviation of the effects over the space.</param>
/// <param name="Upwards">Share of the effects that are above 0.</param>
/// <param name="Downwards">Share of the effects that are below 0.</param>
/// <param name="Sizes">μ* of each resample of trajectories; the resamples are the same for all factors.</param>
/// <param name="Luck">The part of σ that is luck, by the spread of replicates; null with one replicate.</param>
internal sealed record MorrisEstimate(Interval Mean, Interval Size, Interval Spread, double Upwards, double Downwards, IReadOnlyList<double> Sizes, double? Luck)
{
    /// <summary>By how much μ* exceeds that of another factor, over the same resamples.</summary>
    internal Interval LeadOver(MorrisEstimate other) =>
        Bootstrap.Percentiles(Size.Mean - other.Size.Mean, Sizes.Zip(other.Sizes, (own, others) => own - others), Math.Min(Size.Count, other.Size.Count));

    /// <summary>σ without the part that is luck.</summary>
    internal double SpreadWithoutLuck => Math.Sqrt(Math.Max(0, (Spread.Mean * Spread.Mean) - (Luck * Luck ?? 0)));
}
