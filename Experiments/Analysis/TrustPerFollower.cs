using Simulator.Ledgers;

namespace Experiments.Analysis;

/// <summary>
/// Trust of the average follower, against the silent twin. Trust capital is a sum over followers, so newcomers can fill a hole
/// in it without anybody's trust coming back; this does not change with their number.
/// </summary>
internal static class TrustPerFollower
{
    /// <summary>
    /// Shortfall d = 1 − (C/F)/(C₀/F₀) at the horizon, replicate by replicate, with the t interval of its mean: C trust capital,
    /// F followers, index 0 the silent twin. Positive means lower than with silence; null when no replicate has all four.
    /// </summary>
    internal static Interval? Shortfall(PolicyResults policy, PolicyResults silent)
    {
        IReadOnlyDictionary<int, double> one = ByReplicate(policy);
        IReadOnlyDictionary<int, double> other = ByReplicate(silent);
        return MeanInterval.Of([.. one
            .Where(run => other.TryGetValue(run.Key, out double twin) && twin > 0)
            .Select(run => 1 - (run.Value / other[run.Key]))]);
    }

    private static Dictionary<int, double> ByReplicate(PolicyResults policy)
    {
        IReadOnlyDictionary<int, double> followers = policy.ByReplicate(Metric.Followers);
        return policy.ByReplicate(Metric.TrustCapital)
            .Where(run => followers.TryGetValue(run.Key, out double people) && people > 0)
            .ToDictionary(run => run.Key, run => run.Value / followers[run.Key]);
    }
}
