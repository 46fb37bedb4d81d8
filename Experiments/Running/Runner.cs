using System.Collections.Concurrent;
using System.Diagnostics;
using Experiments.Store;

namespace Experiments.Running;

/// <summary>
/// Runs what is missing on several threads; the calling thread alone decides what is run next and writes to the store.
/// Every run is addressed by (seed, replicate), so the results do not depend on which thread comes first.
/// </summary>
/// <remarks>Memory: finished replicates wait in a queue of at most <see cref="QueueBytes"/>, or one a thread if that is more.</remarks>
internal sealed class Runner
{
    /// <summary>Bytes of finished replicates that may wait while the store summarises. Chosen, not measured.</summary>
    private const long QueueBytes = 64L << 20;

    /// <summary>Most replicates handed out ahead, so that threads have work while a point is summarised. Chosen, not measured.</summary>
    private const int MostAhead = 1024;

    private static readonly TimeSpan CommitInterval = TimeSpan.FromSeconds(1);

    private readonly ExperimentPlan _plan;
    private readonly ResultStore _store;
    private readonly int _threads;
    private readonly WorkList _work;
    private readonly Admission _admission;
    private readonly BlockingCollection<WorkItem> _ahead = [];
    private readonly BlockingCollection<WorkItem> _finished;
    private readonly int _capacity;
    private readonly Action<long> _progress;
    private int _working;
    private Exception? _fault;
    private bool _fits;

    /// <summary>Prepares to run what the store does not hold yet.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="store">Takes the results.</param>
    /// <param name="threads">Threads that run, at least 1.</param>
    /// <param name="progress">Told the number of runs that are done, now and then.</param>
    internal Runner(ExperimentPlan plan, ResultStore store, int threads, Action<long> progress)
    {
        (_plan, _store, _threads, _progress, _admission) = (plan, store, threads, progress, new Admission(threads, Memory.Available));
        StoredPoint first = plan.Layout().Points[0];
        long largest = (long)first.Policies.Count * (plan.KeepsDays ? SeriesLayout.Bytes(first.Days) : SeriesLayout.Bytes(1 + plan.Horizons.Count));
        _capacity = (int)Math.Clamp(QueueBytes / largest, threads, MostAhead);
        _finished = new BlockingCollection<WorkItem>(_capacity);
        _work = new WorkList(plan, store, threads);
    }

    /// <summary>Time the store took: the rest is the model's.</summary>
    internal TimeSpan StoreTime { get; private set; }

    /// <summary>Runs until all is done or the token stops it; either way what is finished is safe.</summary>
    /// <returns>Whether all is done.</returns>
    /// <exception cref="RefusedException">A run needs more memory than there is.</exception>
    internal bool Run(CancellationToken interruption)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(interruption);
        Thread[] workers = [.. Enumerable.Range(0, _threads).Select(_ => new Thread(() => Work(stop)) { IsBackground = true })];
        _working = workers.Length;
        Array.ForEach(workers, worker => worker.Start());
        try
        {
            Write(stop.Token);
            if (_work.IsDone && _fault is null)
            {
                _work.Close();
            }

            _store.Commit();
        }
        finally
        {
            stop.Cancel();
            Array.ForEach(workers, worker => worker.Join());
        }

        return _fault is null ? _work.IsDone : throw new InvalidOperationException("A thread failed outside of any run.", _fault);
    }

    private void Work(CancellationTokenSource stop)
    {
        try
        {
            foreach (WorkItem item in _ahead.GetConsumingEnumerable(stop.Token))
            {
                _finished.Add(item.Run(_admission, stop.Token), stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped: the replicate in hand is run again next time.
        }
        catch (Exception error)
        {
            _fault = error;
            stop.Cancel();
        }
        finally
        {
            if (Interlocked.Decrement(ref _working) == 0)
            {
                _finished.CompleteAdding();
            }
        }
    }

    private void Write(CancellationToken stop)
    {
        var sinceCommit = Stopwatch.StartNew();
        while (!_finished.IsCompleted)
        {
            long start = Stopwatch.GetTimestamp();
            if (!_ahead.IsAddingCompleted)
            {
                HandOut(stop);
            }

            StoreTime += Stopwatch.GetElapsedTime(start);
            bool taken = _finished.TryTake(out WorkItem? item, CommitInterval);
            start = Stopwatch.GetTimestamp();
            if (taken)
            {
                _work.Take(item!);
            }

            if (sinceCommit.Elapsed >= CommitInterval)
            {
                _store.Commit();
                sinceCommit.Restart();
            }

            StoreTime += Stopwatch.GetElapsedTime(start);
            _progress(_work.DoneRuns);
        }
    }

    private void HandOut(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && _ahead.Count < _capacity)
        {
            if (_work.Next() is { } item)
            {
                // Only now: where all is there already, as after a cluster has worked, no run needs memory.
                if (!_fits)
                {
                    Memory.Refuse(_plan, Memory.Available);
                    _fits = true;
                }

                _ahead.Add(item, CancellationToken.None);
                continue;
            }

            if (_work.IsDone)
            {
                _ahead.CompleteAdding();
            }

            return;
        }
    }
}
