using Simulator.Ledgers;

namespace Experiments.Analysis.Context;

/// <summary>
/// In how many replicates a policy that learns stopped writing after its pilot: of all messages that writing to everybody sends there, it chose fewer than <see cref="Few"/> itself; the rest went out by lot.
/// </summary>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Silent">Replicates in which it stopped.</param>
/// <param name="Runs">Replicates in all.</param>
/// <param name="There">Mean net value gained over writing to everybody where it stopped; null where it never did.</param>
/// <param name="Elsewhere">The same in the other replicates; null where it always stopped.</param>
internal sealed record FellSilent(string Policy, int Silent, int Runs, Interval? There, Interval? Elsewhere)
{
    /// <summary>Share of the messages below which a choice counts as none. Chosen, not measured.</summary>
    internal const double Few = 0.01;

    /// <summary>Counts the replicates of a policy.</summary>
    /// <param name="value">What it is held against.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="byLot">Share of its possible messages that go out by lot.</param>
    internal static FellSilent Of(ContextValue value, PolicyResults policy, double byLot)
    {
        IReadOnlyDictionary<int, double> all = value.Everybody.ByReplicate(Metric.Sent);
        KeyValuePair<int, double>[] sent = [.. policy.ByReplicate(Metric.Sent).Where(run => all.GetValueOrDefault(run.Key) > 0)];
        HashSet<int> silent = [.. sent.Where(run => run.Value < (byLot + Few) * all[run.Key]).Select(run => run.Key)];
        IReadOnlyDictionary<int, double> gains = value.Gains(policy, Metric.NetValue);
        Interval? Mean(bool isSilent) => MeanInterval.Of([.. gains.Where(run => silent.Contains(run.Key) == isSilent).Select(run => run.Value)]);
        return new FellSilent(policy.Name, silent.Count, sent.Length, Mean(true), Mean(false));
    }
}
