using Simulator.Ledgers;

namespace Experiments.Analysis;

/// <summary>
/// Difference of two policies, replicate by replicate, with the t interval of its mean. Policies of one replicate meet the
/// same people with the same luck, so most of the noise cancels; an interval of unpaired means would be far too wide.
/// </summary>
internal static class PairedDifference
{
    /// <summary>Name of the method, as captions give it.</summary>
    internal const string Method = "95% t interval of the paired difference over replicates";

    /// <summary>The differences one − other of the replicates that both have.</summary>
    internal static IReadOnlyList<double> Values(PolicyResults one, PolicyResults other, Metric metric)
    {
        IReadOnlyDictionary<int, double> second = other.ByReplicate(metric);
        return [.. one.ByReplicate(metric).Where(run => second.ContainsKey(run.Key)).Select(run => run.Value - second[run.Key])];
    }

    /// <summary>Interval of one − other; null when they have no replicate in common.</summary>
    internal static Interval? Of(PolicyResults one, PolicyResults other, Metric metric) => MeanInterval.Of(Values(one, other, metric));
}
