using Experiments.Running;
using Experiments.Running.Stopping;
using Experiments.Store;

namespace Experiments.Cluster;

/// <summary>What of a sweep is still to be run before its stopping rule has to see results again.</summary>
internal static class MissingRuns
{
    /// <summary>Looks through a store: points of which all is there are summarised on the way, and a complete experiment is closed.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="store">What is there.</param>
    /// <returns>Rows of replicates, in the order of the rule; none when the experiment is complete.</returns>
    internal static IReadOnlyList<Block> Of(ExperimentPlan plan, ResultStore store)
    {
        // As many threads as points: the rule then opens all of them at once.
        var work = new WorkList(plan, store, Math.Max(1, plan.Points.Count));
        var missing = new List<Block>();
        while (work.Next() is { } item)
        {
            Block? last = missing.Count > 0 ? missing[^1] : null;
            if (last is not null && last.Point == item.Block.Block.Point && last.End == item.Replicate && last.Policies.SequenceEqual(item.Policies))
            {
                missing[^1] = last with { End = item.Replicate + 1 };
            }
            else
            {
                missing.Add(new Block(item.Block.Block.Point, item.Replicate, item.Replicate + 1, item.Policies));
            }
        }

        if (work.IsDone)
        {
            work.Close();
        }

        store.Commit();
        return missing;
    }
}
