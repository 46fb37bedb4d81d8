using Simulator.Ledgers;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>From a message to a complaint, as shares of the messages sent.</summary>
/// <param name="Read">Share that is read.</param>
/// <param name="Annoyed">Share that is read and annoys.</param>
/// <param name="Loud">Share that would draw a complaint if nobody swallowed annoyance: everyone speaks with a chance as high as the annoyance is strong.</param>
/// <param name="Heard">Share that draws a complaint.</param>
internal sealed record VoiceChain(Interval Read, Interval Annoyed, Interval Loud, Interval Heard)
{
    /// <summary>Share of readings that annoy.</summary>
    public required Interval AnnoyedOfReadings { get; init; }

    /// <summary>Complaints for one reading that annoys.</summary>
    public required Interval HeardOfAnnoyed { get; init; }

    /// <summary>The chain from totals of runs; null where one is missing.</summary>
    /// <param name="written">Outcomes with the model's own chance to speak.</param>
    /// <param name="loud">Outcomes where full annoyance always speaks.</param>
    internal static VoiceChain? Of(Func<Metric, ReplicateSample> written, Func<Metric, ReplicateSample> loud) =>
        Share(written(Metric.Read), written(Metric.Sent)) is { } read
        && Share(written(Metric.Annoyed), written(Metric.Sent)) is { } annoyed
        && Share(written(Metric.Annoyed), written(Metric.Read)) is { } ofReadings
        && Share(written(Metric.Complaints), written(Metric.Annoyed)) is { } ofAnnoyed
        && Share(written(Metric.Complaints), written(Metric.Sent)) is { } heard
        && Share(loud(Metric.Complaints), loud(Metric.Sent)) is { } unswallowed
            ? new VoiceChain(read, annoyed, unswallowed, heard) { AnnoyedOfReadings = ofReadings, HeardOfAnnoyed = ofAnnoyed }
            : null;

    /// <summary>A ratio of totals over replicates.</summary>
    internal static Interval? Share(ReplicateSample above, ReplicateSample below) => RatioInterval.Of(
        [.. above.Values.Zip(below.Values).Where(pair => double.IsFinite(pair.First + pair.Second))]);
}
