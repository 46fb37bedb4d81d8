using System.Collections.Concurrent;
using Experiments.Store;

namespace Experiments.Running.Methods;

/// <summary>
/// Runs what a method asks for on several threads. Threads take one evaluation after the other from the same list, so none waits while another
/// has a queue of its own; every evaluation is addressed by its seed and replicate, so results do not depend on which thread comes first.
/// </summary>
/// <param name="plan">The experiment.</param>
/// <param name="threads">Threads that run, at least 1.</param>
/// <param name="progress">Told the number of evaluations that are done, from one thread at a time.</param>
internal sealed class Evaluator(ExperimentPlan plan, int threads, Action<long> progress)
{
    private readonly Lock _lock = new();
    private long _done;
    private long _failed;

    /// <summary>Does what is asked for somewhere else than on threads of this process; null where they do it.</summary>
    internal Func<IReadOnlyList<Evaluation>, IReadOnlyList<FinishedReplicate>>? Elsewhere { private get; init; }

    /// <summary>Threads that run; a method's own work may use as many.</summary>
    internal int Threads => threads;

    /// <summary>Starts counting at what an interrupted method had done.</summary>
    /// <param name="done">Evaluations that are stored.</param>
    /// <param name="failed">Runs among them that failed.</param>
    internal void GoOn(long done, long failed) => (_done, _failed) = (done, failed);

    /// <summary>Evaluations done so far, those before an interruption included.</summary>
    internal long Done => Interlocked.Read(ref _done);

    /// <summary>Runs that failed so far.</summary>
    internal long Failed => Interlocked.Read(ref _failed);

    /// <summary>Runs all policies, the silent one first, once for each evaluation.</summary>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="stop">Stops within a run.</param>
    /// <returns>Results in the order asked for; a run that failed carries its cause instead of outcomes.</returns>
    /// <exception cref="OperationCanceledException">It was stopped; nothing of this call counts.</exception>
    internal IReadOnlyList<FinishedReplicate> Run(IReadOnlyList<Evaluation> wanted, CancellationToken stop)
    {
        if (Elsewhere is not { } elsewhere)
        {
            return Run(plan, wanted, stop);
        }

        IReadOnlyList<FinishedReplicate> results = elsewhere(wanted);
        CountFailed(results.Sum(result => result.Runs.Count(run => run.Failure is not null)));
        progress(Interlocked.Add(ref _done, wanted.Count));
        return results;
    }

    /// <summary>The same of another experiment than the method's own.</summary>
    /// <param name="other">The experiment.</param>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="stop">Stops within a run.</param>
    /// <exception cref="OperationCanceledException">It was stopped; nothing of this call counts.</exception>
    /// <exception cref="RefusedException">A run needs more memory than there is.</exception>
    internal IReadOnlyList<FinishedReplicate> Run(ExperimentPlan other, IReadOnlyList<Evaluation> wanted, CancellationToken stop)
    {
        Memory.Refuse(other, Memory.Available);
        return Each(
            wanted.Count,
            index =>
            {
                FinishedReplicate result = Evaluate(other, index, wanted[index], stop);
                CountFailed(result.Runs.Count(run => run.Failure is not null));
                return result;
            },
            stop);
    }

    /// <summary>Counts runs that failed.</summary>
    internal void CountFailed(int runs) => Interlocked.Add(ref _failed, runs);

    /// <summary>Any other work with the model, each piece counted as an evaluation.</summary>
    /// <typeparam name="T">What a piece of work gives.</typeparam>
    /// <param name="count">Pieces of work.</param>
    /// <param name="work">Does the piece with a number; called from several threads.</param>
    /// <param name="stop">Stops.</param>
    /// <exception cref="OperationCanceledException">It was stopped; nothing of this call counts.</exception>
    internal IReadOnlyList<T> Each<T>(int count, Func<int, T> work, CancellationToken stop)
    {
        var results = new T[count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop };
        Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, count), EnumerablePartitionerOptions.NoBuffering), options, index =>
        {
            results[index] = work(index);
            lock (_lock)
            {
                progress(++_done);
            }
        });
        return results;
    }

    /// <summary>Runs all policies once.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="index">Number that the result gets as its point.</param>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="stop">Stops within a run.</param>
    /// <param name="admission">Gives the run its threads and memory; null asks the machine for them.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal static FinishedReplicate Evaluate(ExperimentPlan plan, int index, Evaluation wanted, CancellationToken stop, Admission? admission = null)
    {
        Point point;
        try
        {
            point = plan.At(index, wanted.Set);
        }
        catch (InvalidDataException contradiction)
        {
            StoredPoint stored = plan.Layout().Points[0];
            return ReplicateRun.Impossible(stored with { Index = index }, [.. Enumerable.Range(0, stored.Policies.Count)], wanted.Replicate, contradiction);
        }

        return ReplicateRun.Complete(point, wanted.Seed, wanted.Replicate, new KeptDays(false, plan.Horizons), stop, admission);
    }
}
