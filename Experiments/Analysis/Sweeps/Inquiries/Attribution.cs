namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>
/// What each of two changes contributes to a difference when they act together. A change made first and the same change made last
/// contribute differently when they interact; the mean of both is the Shapley value (Shapley 1953, Contributions to the Theory of
/// Games II), and the two add up to the whole.
/// </summary>
/// <param name="First">Contribution when it is made first, alone.</param>
/// <param name="Last">Contribution when it is made last, on top of the other.</param>
/// <param name="Shapley">The mean of both.</param>
internal sealed record Attribution(Interval First, Interval Last, Interval Shapley)
{
    /// <summary>Name of the method, as captions give it.</summary>
    internal const string Method = "contributions: Shapley values, the mean of both orders, with 95% t intervals paired by replicate";

    /// <summary>The contribution of one of two changes; null without a replicate that has all four.</summary>
    /// <param name="neither">The outcome with neither change.</param>
    /// <param name="alone">With this change alone.</param>
    /// <param name="other">With the other change alone.</param>
    /// <param name="both">With both.</param>
    internal static Attribution? Of(ReplicateSample neither, ReplicateSample alone, ReplicateSample other, ReplicateSample both)
    {
        (ReplicateSample first, ReplicateSample last) = (alone.Minus(neither), both.Minus(other));
        var mean = new ReplicateSample([.. first.Values.Zip(last.Values, (one, two) => (one + two) / 2)]);
        return mean.Interval is { } shapley ? new Attribution(first.Interval!.Value, last.Interval!.Value, shapley) : null;
    }
}
