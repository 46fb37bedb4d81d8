using System.Collections.Concurrent;

namespace Experiments.Notebooks.Cells;

/// <summary>Continues what a cell awaits on the cell's own thread.</summary>
internal sealed class CellTurns : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _turns = [];

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) => _turns.Add((d, state));

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Takes turns until a task is done, and throws what it threw.</summary>
    internal void RunUntilDone(Task task)
    {
        task.ContinueWith(_ => _turns.Add((_ => { }, null)), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        while (!task.IsCompleted)
        {
            (SendOrPostCallback callback, object? state) = _turns.Take();
            callback(state);
        }

        task.GetAwaiter().GetResult();
    }
}
