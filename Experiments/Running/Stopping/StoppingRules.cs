using Experiments.Config;
using Experiments.Store;

namespace Experiments.Running.Stopping;

/// <summary>The rule that an experiment file asks for.</summary>
internal static class StoppingRules
{
    /// <summary>Points open at a time where the number of replicates is decided point by point, for each thread. Chosen, not measured.</summary>
    private const int OpenPointsPerThread = 4;

    /// <summary>Makes the rule.</summary>
    /// <param name="replication">What the file asks for.</param>
    /// <param name="layout">Points and policies.</param>
    /// <param name="isFinished">Whether a point is stored and summarised.</param>
    /// <param name="addresses">Content addresses of the policies of a point that was run.</param>
    /// <param name="threads">Threads to be kept busy.</param>
    internal static IStoppingRule Of(
        Replication replication, StoreLayout layout, Func<int, bool> isFinished, Func<int, IReadOnlyList<string>> addresses, int threads)
    {
        int Policies(int point) => layout.Points[point].Policies.Count;
        return replication switch
        {
            { Number: { } number } => new FixedReplicates(number, layout.Points.Count, Policies, isFinished),
            { Until: not null } => new UntilPrecise(replication, layout.Points.Count, Policies, isFinished, OpenPointsPerThread * threads),
            _ => new RankBest(replication, layout.Points.Count, Policies, addresses),
        };
    }
}
