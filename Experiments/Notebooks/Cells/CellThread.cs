using System.Diagnostics;
using System.Runtime;
using System.Runtime.ExceptionServices;
using ThreadState = System.Threading.ThreadState;

namespace Experiments.Notebooks.Cells;

/// <summary>Runs a cell on a thread of its own from beginning to end, so that it can be stopped.</summary>
internal sealed class CellThread
{
    // A recursion that is deeper than the default stack is not rare in a notebook.
    private const int StackBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan BeforeInterrupt = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BeforeAbort = TimeSpan.FromSeconds(3);

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

    // From the gentlest means on: a check in its loops, which leaves everything in order; an interrupt of a sleep or wait;
    // and an abort, when it is a library that does not return.
    private void Stop()
    {
        CellStop.Request();
        var since = Stopwatch.StartNew();
        while (!_thread.Join(Pause))
        {
            if (since.Elapsed > BeforeInterrupt && (_thread.ThreadState & ThreadState.WaitSleepJoin) != 0)
            {
                _thread.Interrupt();
            }

            if (since.Elapsed > BeforeAbort && !_abort.IsCancellationRequested)
            {
                _ = _abort.CancelAsync();
            }
        }
    }

    private void Guarded(Func<Task> body)
    {
        try
        {
            CellStop.Begin();
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
            // Of a stopped cell it may be anything; nobody asks for it then.
            _failure = ExceptionDispatchInfo.Capture(exception);
        }
    }

    // SYSLIB0046 warns of aborts, which may corrupt the process. Here it is the last means before the process is ended, which loses everything for certain;
    // and the process is one that does nothing but run cells.
    // The token must be one that can be cancelled: with any other, Run never returns (.NET 10.0.12).
#pragma warning disable SYSLIB0046
    private void Control(Action action) => ControlledExecution.Run(action, _abort.Token);
#pragma warning restore SYSLIB0046
}
