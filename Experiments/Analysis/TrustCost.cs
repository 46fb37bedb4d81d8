using Simulator.Ledgers;

namespace Experiments.Analysis;

/// <summary>What a policy cost in trust: the share of the silent twin's trust capital that is missing.</summary>
/// <param name="Policy">Name of the policy.</param>
/// <param name="WorstDay">The day with the highest mean debt.</param>
/// <param name="Worst">Debt on that day.</param>
/// <param name="AtHorizon">Debt at the horizon; negative means a gain.</param>
internal sealed record TrustCost(string Policy, int WorstDay, Interval Worst, Interval AtHorizon)
{
    /// <summary>The trust cost of a policy; null when its days or totals are not known.</summary>
    internal static TrustCost? Of(PolicyResults policy)
    {
        if (policy.Mean(Metric.TrustDebt) is not { } atHorizon || !policy.Days.TryGetValue(Metric.TrustDebt, out DaySeries? days))
        {
            return null;
        }

        int worst = days.HighestDay();
        return new TrustCost(policy.Name, worst, days.IntervalAt(worst, policy.Runs.Count)!.Value, atHorizon);
    }
}
