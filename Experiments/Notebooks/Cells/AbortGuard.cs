namespace Experiments.Notebooks.Cells;

/// <summary>Keeps an abort out of those parts of the engine that a cell calls, in which it would leave a lock held or a list half changed.</summary>
/// <remarks>A finally block would not do: .NET aborts in the midst of it.</remarks>
internal sealed class AbortGuard
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [ThreadStatic]
    private static AbortGuard? s_ofThisThread;

    private int _depth;
    private volatile bool _stopping;

    /// <summary>Begins a part that must not be torn. On a thread that is about to be aborted, it never returns.</summary>
    internal static void Enter()
    {
        if (s_ofThisThread is not { } guard)
        {
            return;
        }

        if (Interlocked.Increment(ref guard._depth) == 1 && guard._stopping)
        {
            Interlocked.Decrement(ref guard._depth);
            while (true)
            {
                Thread.SpinWait(100);
            }
        }
    }

    /// <summary>Ends it.</summary>
    internal static void Leave()
    {
        if (s_ofThisThread is { } guard)
        {
            Interlocked.Decrement(ref guard._depth);
        }
    }

    /// <summary>From now on this thread may be aborted.</summary>
    internal void WatchThisThread() => s_ofThisThread = this;

    /// <summary>Waits until the thread is in none of those parts, and keeps it out of them from then on.</summary>
    internal void Close()
    {
        _stopping = true;
        Interlocked.MemoryBarrier();
        SpinWait.SpinUntil(() => Volatile.Read(ref _depth) == 0, Patience);
    }
}
