using System.Collections.Concurrent;
using System.Diagnostics;
using Experiments.Store;

namespace Experiments.Running;

/// <summary>
/// Runs the replicates of all points, point after point, on several threads; the calling thread alone writes to the store.
/// Every run is addressed by (seed, replicate), so the results do not depend on which thread comes first.
/// </summary>
/// <remarks>Memory: finished replicates wait in a queue of at most <see cref="QueueBytes"/>, or one a thread if that is more.</remarks>
internal sealed class Runner
{
    /// <summary>Bytes of finished replicates that may wait while the store summarises. Chosen, not measured.</summary>
    private const long QueueBytes = 64L << 20;

    private static readonly TimeSpan CommitInterval = TimeSpan.FromSeconds(1);

    private readonly ExperimentPlan _plan;
    private readonly ResultStore _store;
    private readonly int _threads;
    private readonly BlockingCollection<FinishedReplicate> _finished;
    private readonly Action<long> _progress;
    private long _next;
    private long _doneRuns;
    private int _working;
    private Exception? _fault;

    /// <summary>Prepares to run what the store does not hold yet.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="store">Takes the results.</param>
    /// <param name="threads">Threads that run, at least 1.</param>
    /// <param name="progress">Told the number of runs that are done, now and then.</param>
    internal Runner(ExperimentPlan plan, ResultStore store, int threads, Action<long> progress)
    {
        (_plan, _store, _threads, _progress) = (plan, store, threads, progress);
        long largest = (long)plan.Points[0].Policies.Count * SeriesLayout.Bytes(plan.Points[0].Scenario.Horizon);
        _finished = new BlockingCollection<FinishedReplicate>((int)Math.Clamp(QueueBytes / largest, threads, 1024));
    }

    /// <summary>Time the store took: the rest is the model's.</summary>
    internal TimeSpan StoreTime { get; private set; }

    /// <summary>Runs until all is done or the token stops it; either way what is finished is safe.</summary>
    /// <returns>Whether all is done.</returns>
    internal bool Run(CancellationToken interruption)
    {
        foreach (Point point in _plan.Points)
        {
            int done = _store.Done.Count(point.Index);
            _doneRuns += (long)done * point.Policies.Count;
            if (done == _plan.Replicates.First && !_store.Done.IsFinished(point.Index))
            {
                _store.Summarise(point.Index);
            }
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(interruption);
        Thread[] workers = [.. Enumerable.Range(0, _threads).Select(_ => new Thread(() => Work(stop)) { IsBackground = true })];
        _working = workers.Length;
        Array.ForEach(workers, worker => worker.Start());
        try
        {
            Write();
            _store.Commit();
        }
        finally
        {
            stop.Cancel();
            Array.ForEach(workers, worker => worker.Join());
        }

        return _fault is null
            ? _doneRuns == _plan.Points.Sum(point => (long)point.Policies.Count) * _plan.Replicates.First
            : throw new InvalidOperationException("A thread failed outside of any run.", _fault);
    }

    private void Work(CancellationTokenSource stop)
    {
        try
        {
            long all = (long)_plan.Points.Count * _plan.Replicates.First;
            for (long item = Interlocked.Increment(ref _next) - 1; item < all; item = Interlocked.Increment(ref _next) - 1)
            {
                (long point, long replicate) = Math.DivRem(item, _plan.Replicates.First);
                if (!_store.Done.IsDone((int)point, (int)replicate))
                {
                    _finished.Add(ReplicateRun.Complete(_plan.Points[(int)point], _plan.Seed, (int)replicate, stop.Token), stop.Token);
                }
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

    private void Write()
    {
        var sinceCommit = Stopwatch.StartNew();
        while (!_finished.IsCompleted)
        {
            bool taken = _finished.TryTake(out FinishedReplicate? replicate, CommitInterval);
            long start = Stopwatch.GetTimestamp();
            if (taken)
            {
                if (_store.Add(replicate!))
                {
                    _store.Summarise(replicate!.Point);
                }

                _doneRuns += replicate!.Runs.Count;
            }

            if (sinceCommit.Elapsed >= CommitInterval)
            {
                _store.Commit();
                sinceCommit.Restart();
            }

            StoreTime += Stopwatch.GetElapsedTime(start);
            _progress(_doneRuns);
        }
    }
}
