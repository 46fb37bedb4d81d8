namespace Experiments.Cluster;

/// <summary>An element of an array job, or a job, as Slurm lists it.</summary>
/// <param name="Id">Its number, 12 or 12_3.</param>
/// <param name="State">RUNNING, PENDING, COMPLETED, FAILED, …</param>
/// <param name="Reason">Why it waits or ended.</param>
/// <param name="Node">The node it runs or ran on; empty before.</param>
internal sealed record SlurmTask(string Id, string State, string Reason, string Node)
{
    /// <summary>Whether it runs.</summary>
    internal bool Runs => State is "RUNNING" or "COMPLETING" or "CONFIGURING" or "SUSPENDED";

    /// <summary>Whether it waits for its turn.</summary>
    internal bool Waits => State is "PENDING" or "REQUEUED" or "REQUEUE_HOLD" or "SPECIAL_EXIT";

    /// <summary>Whether somebody cancelled it.</summary>
    internal bool IsCancelled => State is "CANCELLED";

    /// <summary>Whether it ended by itself without having done its work.</summary>
    internal bool Failed => !Runs && !Waits && !IsCancelled && State is not "COMPLETED";
}
