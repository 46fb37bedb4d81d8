using Experiments.Analysis;

namespace Experiments.Sensitivity;

/// <summary>Elementary effects of one factor on one outcome, in the outcome's unit per range of the factor.</summary>
/// <param name="Mean">μ: mean of the effects, with their signs.</param>
/// <param name="Size">μ*: mean of the sizes of the effects.</param>
/// <param name="Spread">σ: standard deviation of the effects over the space.</param>
/// <param name="Luck">The part of σ that is luck, by the spread of replicates; null with one replicate.</param>
internal sealed record MorrisEstimate(Interval Mean, Interval Size, Interval Spread, double? Luck)
{
    /// <summary>σ without the part that is luck.</summary>
    internal double SpreadWithoutLuck => Math.Sqrt(Math.Max(0, (Spread.Mean * Spread.Mean) - (Luck * Luck ?? 0)));
}
