namespace Simulator.People;

/// <summary>
/// The threads that work on one run, the caller's among them. Each piece of work touches people of its own, so what comes out does not depend on who does which piece, or when.
/// </summary>
/// <param name="threads">Threads at most, from 1.</param>
internal sealed class Crew(int threads)
{
    /// <summary>Stops between two pieces of work.</summary>
    internal CancellationToken Cancellation { get; set; }

    /// <summary>Called before each piece that several threads share; null means nothing. Tests let threads meet there.</summary>
    internal Action? Meeting { get; set; }

    /// <summary>Works through pieces 0 … pieces − 1.</summary>
    /// <param name="pieces">Number of pieces.</param>
    /// <param name="together">Whether they are worth several threads; otherwise they are done in their order.</param>
    /// <param name="work">Does a piece; an exception ends the run.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    internal void Do(int pieces, bool together, Action<int> work)
    {
        int workers = together ? Math.Min(threads, pieces) : 1;
        if (workers > 1)
        {
            DoTogether(workers, pieces, work);
            return;
        }

        for (int piece = 0; piece < pieces; piece++)
        {
            Cancellation.ThrowIfCancellationRequested();
            work(piece);
        }
    }

    // The piece of lowest number that fails decides what is reported, as it would on one thread.
    private void DoTogether(int workers, int pieces, Action<int> work)
    {
        int next = -1;
        var failures = new Exception?[pieces];
        bool failed = false;
        Parallel.For(0, workers, _ =>
        {
            int piece;
            while (!Volatile.Read(ref failed) && !Cancellation.IsCancellationRequested && (piece = Interlocked.Increment(ref next)) < pieces)
            {
                try
                {
                    Meeting?.Invoke();
                    work(piece);
                }
                catch (Exception failure)
                {
                    failures[piece] = failure;
                    Volatile.Write(ref failed, true);
                }
            }
        });
        if (Array.Find(failures, failure => failure is not null) is { } first)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }

        Cancellation.ThrowIfCancellationRequested();
    }
}
