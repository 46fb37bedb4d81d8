using Simulator.Ledgers;

namespace Experiments.Running.Stopping;

/// <summary>
/// Decides how many replicates each point gets. It sees the values of complete blocks only, so what it decides depends on
/// nothing but the runs: not on threads, not on the order in which runs end, not on interruptions. After a restart it is asked
/// again from the beginning and shown the values that are stored. One thread asks.
/// </summary>
internal interface IStoppingRule
{
    /// <summary>The outcome whose values it wants to see; null when it decides without.</summary>
    Metric? Metric { get; }

    /// <summary>The next block to be run; null when it has to see the results of earlier blocks first, or when all has been asked for.</summary>
    Block? Next();

    /// <summary>Shows the value of a run; NaN for a failed one.</summary>
    /// <param name="point">Number of the point.</param>
    /// <param name="policy">Position of the policy at the point.</param>
    /// <param name="replicate">Number of the replicate.</param>
    /// <param name="value">The value.</param>
    void Take(int point, int policy, int replicate, double value);

    /// <summary>Tells that all runs of a block are done and their values shown.</summary>
    /// <returns>The points that get no more replicates.</returns>
    IReadOnlyList<int> Complete(Block block);

    /// <summary>Replicates that each policy of a point got. Asked once, when the point gets no more: what is known of it may be forgotten.</summary>
    IReadOnlyList<int> Close(int point);
}
