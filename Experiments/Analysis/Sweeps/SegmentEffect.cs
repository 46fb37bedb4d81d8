namespace Experiments.Analysis.Sweeps;

/// <summary>What the best combination gains over the worst in one segment of the audience.</summary>
/// <param name="Segment">Name of the segment.</param>
/// <param name="Worst">The outcome at the worst combination, replicate by replicate.</param>
/// <param name="Best">The outcome at the best combination.</param>
/// <param name="Turned">The outcome at the best combination with its second factor turned to the other end; null without one.</param>
/// <param name="Sign">1 when more of the outcome is better, −1 when less is.</param>
internal sealed record SegmentEffect(string Segment, ReplicateSample Worst, ReplicateSample Best, ReplicateSample? Turned, int Sign)
{
    /// <summary>The gain, positive where the best combination is better here too, replicate by replicate.</summary>
    internal ReplicateSample Gain { get; } = Gained(Worst, Best, Sign);

    /// <summary>The gain that is left with the second factor turned; null without one.</summary>
    internal ReplicateSample? Left { get; } = Turned is null ? null : Gained(Worst, Turned, Sign);

    /// <summary>Which share of the gain is left; null where there is no gain to share.</summary>
    internal Interval? LeftShare => Left is null ? null : RatioInterval.Of([.. Enumerable.Range(0, Math.Min(Left.Values.Count, Gain.Values.Count))
        .Select(replicate => (Left[replicate], Gain[replicate]))
        .Where(pair => double.IsFinite(pair.Item1 + pair.Item2))]);

    private static ReplicateSample Gained(ReplicateSample from, ReplicateSample to, int sign) => sign > 0 ? to.Minus(from) : from.Minus(to);
}
