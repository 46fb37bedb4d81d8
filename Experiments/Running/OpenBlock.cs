using Experiments.Running.Stopping;
using Experiments.Store;

namespace Experiments.Running;

/// <summary>A block of runs in hand: its point is bound once, by the first thread that runs a part of it.</summary>
/// <param name="plan">The experiment.</param>
/// <param name="block">What is to be run.</param>
/// <param name="point">Its point.</param>
internal sealed class OpenBlock(ExperimentPlan plan, Block block, OpenPoint point)
{
    private readonly Lock _lock = new();
    private Point? _bound;
    private Exception? _contradiction;

    /// <summary>What is to be run.</summary>
    internal Block Block { get; } = block;

    /// <summary>Its point.</summary>
    internal OpenPoint Point { get; } = point;

    /// <summary>Replicates that are handed out and not yet stored.</summary>
    internal int Out { get; set; }

    /// <summary>Whether all replicates are handed out.</summary>
    internal bool IsHandedOut { get; set; }

    /// <summary>Runs policies of one replicate.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    internal FinishedReplicate Run(int replicate, IReadOnlyList<int> policies, Admission admission, CancellationToken cancellation)
    {
        Bind();
        return _bound is null
            ? ReplicateRun.Impossible(Point.Stored, policies, replicate, _contradiction!)
            : ReplicateRun.Complete(_bound, policies, plan.Seed, replicate, plan.Kept(), cancellation, admission);
    }

    /// <summary>Binds the point, unless it is bound.</summary>
    internal void Bind()
    {
        lock (_lock)
        {
            if (_bound is not null || _contradiction is not null)
            {
                return;
            }

            try
            {
                _bound = plan.Points[Block.Point];
            }
            catch (Exception error) when (error is InvalidDataException or ArgumentException or FormatException)
            {
                _contradiction = error;
            }

            Point.Bind(_bound, plan.Seed);
        }
    }
}
