using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Experiments.Running;
using Experiments.Running.Methods;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Cluster;

/// <summary>
/// Works on the shards of a round until none is left that nobody has taken. Every thread (or, where several work on one run, every group of them) takes shards of its own, one after the other: no thread waits for
/// another at the end of a shard, and a slow machine takes fewer.
/// </summary>
/// <param name="folder">Where the work is.</param>
/// <param name="plan">The experiment.</param>
/// <param name="round">The round.</param>
/// <param name="threads">Threads that run.</param>
/// <param name="stop">Asks for an end: runs in hand are finished and put away, the rest is left to others.</param>
internal sealed class ShardWorker(ClusterFolder folder, ExperimentPlan plan, Round round, int threads, CancellationToken stop)
{
    /// <summary>Whether shards that others have claimed and not finished are taken too: their tasks are known to be gone.</summary>
    internal bool TakesOver { private get; init; }

    private readonly StoreLayout _layout = plan.Layout();

    // A claim tells tasks apart, not the threads of one.
    private readonly ConcurrentDictionary<int, bool> _taken = [];
    private readonly Admission _admission = new(threads, Memory());
    private readonly int _runsAtATime = Math.Max(1, threads / new RunSizes(plan).Parts);
    private readonly TaskLog _log = new(folder, round.Number);

    /// <summary>Takes shards until none is left.</summary>
    /// <returns>What became of it.</returns>
    internal TaskReport Work()
    {
        Running.Memory.Refuse(plan, Memory());
        if (ThisTask.IsOfArray)
        {
            ShardFile.DeleteLeftovers();
        }

        _log.Begin(_runsAtATime);
        Exception? fault = null;
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Thread[] workers =
        [
            .. Enumerable.Range(0, _runsAtATime).Select(thread => new Thread(() =>
            {
                try
                {
                    TakeShards(StartOf(thread), broken.Token);
                }
                catch (DirectoryNotFoundException) when (Manifest.IsIn(folder.Result))
                {
                    // Somebody has finished the experiment in the meantime.
                }
                catch (Exception error)
                {
                    Interlocked.CompareExchange(ref fault, error, null);
                    broken.Cancel();
                }
            })),
        ];
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        return _log.End(fault, stop.IsCancellationRequested);
    }

    /// <summary>Works on one shard of so many, whoever else does.</summary>
    /// <param name="shard">Number of the shard, from 0.</param>
    /// <param name="shards">Shards in all.</param>
    /// <returns>Whether the shard is complete.</returns>
    internal bool WorkOn(int shard, int shards)
    {
        string path = Path.Combine(
            folder.ShardsOf(round.Number), string.Create(CultureInfo.InvariantCulture, $"{shard + 1:0000}-of-{shards:0000}{ShardFile.Extension}"));
        if (File.Exists(path) && IsGood(path))
        {
            return true;
        }

        Running.Memory.Refuse(plan, Memory());
        (long first, long end) = round.InEqualShards(shards).UnitsOf(shard);
        return Run(path, first, end, _runsAtATime, stop);
    }

    private bool IsGood(string path)
    {
        try
        {
            return new ShardIntake(_layout).Objection(path) is null;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static long Memory() => Math.Min(Running.Memory.Available, ThisTask.Memory ?? long.MaxValue);

    // Tasks and threads begin at places spread over the round: they seldom want the same shard.
    private int StartOf(int thread) =>
        (int)((((long)ThisTask.Number * _runsAtATime) + thread) * round.Shards / Math.Max(1, (long)ThisTask.TaskCount * _runsAtATime)) % Math.Max(1, round.Shards);

    private void TakeShards(int start, CancellationToken end)
    {
        for (int step = 0; step < round.Shards && !end.IsCancellationRequested; step++)
        {
            int shard = (start + step) % round.Shards;
            string path = Path.Combine(folder.ShardsOf(round.Number), ShardFile.NameOf(shard));
            if (!File.Exists(path) && _taken.TryAdd(shard, true) && (ShardClaim.TryTake(path, ThisTask.Name) || TakesOver))
            {
                bool isWhole = false;
                try
                {
                    (long first, long after) = round.UnitsOf(shard);
                    isWhole = Run(path, first, after, 1, end);
                }
                finally
                {
                    if (!isWhole)
                    {
                        ShardClaim.Drop(path);
                    }
                }
            }
        }
    }

    /// <summary>Runs the units of a row and puts the file in its place; what was done of a row that was given up goes beside it.</summary>
    private bool Run(string path, long first, long end, int atATime, CancellationToken giveUp)
    {
        using var file = new ShardFile(_layout);
        var options = new ParallelOptions { MaxDegreeOfParallelism = atATime };
        try
        {
            Parallel.ForEach(Partitioner.Create(Units(first, end), EnumerablePartitionerOptions.NoBuffering), options, (unit, state) =>
            {
                if (giveUp.IsCancellationRequested)
                {
                    state.Stop();
                    return;
                }

                long start = Stopwatch.GetTimestamp();
                FinishedReplicate result = unit();
                TimeSpan time = Stopwatch.GetElapsedTime(start);
                lock (file)
                {
                    file.Add(result);
                }

                _log.Note(time);
            });
        }
        catch (AggregateException several)
        {
            // What is wrong with one is wrong with all: a full disk, for example.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        bool isWhole = file.Replicates == end - first;
        if (isWhole)
        {
            file.MoveTo(path);
            _log.NoteShard();
        }
        else if (file.Replicates > 0)
        {
            file.MoveTo($"{Path.ChangeExtension(path, null)}-part-{ThisTask.Name}{ShardFile.Extension}");
        }

        return isWhole;
    }

    // A run in hand is always finished: that is what the time between the request to end and the kill is for.
    private IEnumerable<Func<FinishedReplicate>> Units(long first, long end)
    {
        if (round.Evaluations.Count > 0)
        {
            return round.Evaluations.Skip((int)first).Take((int)(end - first)).Select<NumberedEvaluation, Func<FinishedReplicate>>(wanted =>
                () => Evaluator.Evaluate(plan, wanted.Index, wanted.Evaluation, CancellationToken.None, _admission));
        }

        return round.BlocksIn(first, end).SelectMany(block =>
        {
            var open = new OpenBlock(plan, block, new OpenPoint(_layout.Points[block.Point]));
            return Enumerable.Range(block.First, block.End - block.First).Select<int, Func<FinishedReplicate>>(replicate =>
                () => open.Run(replicate, block.Policies, _admission, CancellationToken.None));
        });
    }
}
