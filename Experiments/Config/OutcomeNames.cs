using Simulator.Ledgers;
using Simulator.Parameters;

namespace Experiments.Config;

/// <summary>Outcomes, named in experiment files.</summary>
internal static class OutcomeNames
{
    private static readonly Metric[] SometimesEmpty =
        [Metric.TrustPrice, Metric.BreakEvenDay, Metric.IcebergRatio, Metric.DetectionLag, Metric.PollNegativeShare, Metric.FollowersDay7, Metric.FollowersDay14];

    /// <summary>Whether there may be runs in which it cannot be computed.</summary>
    internal static bool MayBeEmpty(MetricInfo info) => SometimesEmpty.Contains(info.Metric);

    /// <summary>A problem when there is no such outcome.</summary>
    internal static IEnumerable<Problem> Problems(string name, string path)
    {
        if (name.Length > 0 && MetricInfo.Find(name) is null)
        {
            yield return new Problem(path, $"there is no outcome '{name}'{NearestName.Hint(name, MetricInfo.All.Select(info => info.Name))}");
        }
    }
}
