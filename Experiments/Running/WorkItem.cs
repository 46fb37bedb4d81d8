using Experiments.Store;

namespace Experiments.Running;

/// <summary>One replicate of a block, as a thread runs it.</summary>
/// <param name="Block">The block.</param>
/// <param name="Replicate">Number of the replicate.</param>
/// <param name="Policies">Positions of the policies that are still to be run.</param>
internal sealed record WorkItem(OpenBlock Block, int Replicate, IReadOnlyList<int> Policies)
{
    /// <summary>The runs once they are done; null before.</summary>
    internal FinishedReplicate? Result { get; private set; }

    /// <summary>Runs it.</summary>
    /// <param name="admission">Gives the run its threads and memory.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    internal WorkItem Run(Admission admission, CancellationToken cancellation)
    {
        Result = Block.Run(Replicate, Policies, admission, cancellation);
        return this;
    }
}
