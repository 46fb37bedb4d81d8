using System.Runtime;
using System.Runtime.ExceptionServices;

namespace Experiments.Notebooks.Cells;

/// <summary>Runs a cell so that it can be stopped at any instruction, and on one thread from beginning to end.</summary>
internal sealed class CellThread
{
    // A recursion that is deeper than the default stack is not rare in a notebook.
    private const int StackBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly AbortGuard _guard = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _failure;

    private CellThread(Func<Task> body) => _thread = new Thread(() => Guarded(body), StackBytes) { IsBackground = true, Name = "Cell" };

    /// <summary>Runs what a cell does and waits for its end.</summary>
    /// <param name="body">What it does.</param>
    /// <param name="stop">Stops it, even in an endless loop.</param>
    /// <returns>False when it was stopped.</returns>
    internal static bool Run(Func<Task> body, CancellationToken stop)
    {
        var cell = new CellThread(body);
        cell._thread.Start();
        bool finished = cell.Await(stop);
        if (finished)
        {
            cell._failure?.Throw();
        }

        return finished;
    }

    private bool Await(CancellationToken stop)
    {
        using var stopping = new ManualResetEventSlim();
        using CancellationTokenRegistration registration = stop.Register(stopping.Set);
        while (!_thread.Join(Pause))
        {
            if (stopping.IsSet)
            {
                Stop();
                return false;
            }
        }

        return true;
    }

    private void Stop()
    {
        _guard.Close();
        _ = _abort.CancelAsync();
        while (!_thread.Join(Pause))
        {
            // An abort does not wake a thread that sleeps or waits.
            if ((_thread.ThreadState & ThreadState.WaitSleepJoin) != 0)
            {
                _thread.Interrupt();
            }
        }
    }

    private void Guarded(Func<Task> body)
    {
        try
        {
            _guard.WatchThisThread();
            Control(() =>
            {
                // What a cell awaits goes on here, not on a thread of the pool, where an abort would not reach it.
                var turns = new CellTurns();
                SynchronizationContext.SetSynchronizationContext(turns);
                turns.RunUntilDone(body());
            });
        }
        catch (Exception exception)
        {
            // Of an aborted cell it may be anything; nobody asks for it then.
            _failure = ExceptionDispatchInfo.Capture(exception);
        }
    }

    // SYSLIB0046 warns of aborts. A cell must be stoppable in the midst of any loop, and what was computed before kept: nothing else does both.
    // The engine is a process of its own that does nothing but run cells, and what it needs itself is guarded (AbortGuard).
    // The token must be one that can be cancelled: with any other, Run never returns (.NET 10.0.12).
#pragma warning disable SYSLIB0046
    private void Control(Action action) => ControlledExecution.Run(action, _abort.Token);
#pragma warning restore SYSLIB0046
}
