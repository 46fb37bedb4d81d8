using Simulator.Ledgers;
using Simulator.Policies;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>
/// Outcomes as they came out in each run, the silent twin's among them: what an inquiry needs beyond the outcomes that answer the
/// question, and without the comparison with silence.
/// </summary>
/// <param name="groups">Samples by point, policy and number of days; no number of days means the end.</param>
internal sealed class RunTable(IReadOnlyDictionary<RunGroup, IReadOnlyDictionary<Metric, ReplicateSample>> groups)
{
    private static readonly ReplicateSample Nothing = new([]);

    /// <summary>No run.</summary>
    internal static RunTable None { get; } = new(new Dictionary<RunGroup, IReadOnlyDictionary<Metric, ReplicateSample>>());

    /// <summary>Numbers of days after which runs were kept, ascending; those at the end are not among them.</summary>
    internal IReadOnlyList<int> Days { get; } = [.. groups.Keys.Select(group => group.Days).OfType<int>().Distinct().Order()];

    /// <summary>An outcome of a policy at a point; empty where it was not kept.</summary>
    /// <param name="point">Number of the point.</param>
    /// <param name="policy">Name of the policy.</param>
    /// <param name="metric">The outcome.</param>
    /// <param name="days">After how many days; null means at the end.</param>
    internal ReplicateSample Of(int point, string policy, Metric metric, int? days = null) =>
        groups.TryGetValue(new RunGroup(point, policy, days), out IReadOnlyDictionary<Metric, ReplicateSample>? kept)
            ? kept.GetValueOrDefault(metric, Nothing)
            : AtEnd(metric, days) is { } end ? Of(point, policy, end) : Nothing;

    /// <summary>The same of the silent twin.</summary>
    internal ReplicateSample OfSilence(int point, Metric metric, int? days = null) => Of(point, Schedule.SilentName, metric, days);

    // Stores without horizons still keep the followers of the first two weeks.
    private static Metric? AtEnd(Metric metric, int? days) => (metric, days) switch
    {
        (Metric.Followers, 7) => Metric.FollowersDay7,
        (Metric.Followers, 14) => Metric.FollowersDay14,
        _ => null,
    };
}
