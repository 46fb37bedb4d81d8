using Experiments.Reports;
using Experiments.Running;
using Experiments.Running.Methods;
using Experiments.Running.Stopping;
using Experiments.Store;

namespace Experiments.Cluster;

/// <summary>
/// Puts what the tasks brought together and finds out what is still missing. It works in a folder of its own on this machine; what others see is moved into
/// place whole. Two merges at a time do the same thing, and the one that comes second finds it done.
/// </summary>
/// <param name="folder">Where the work is.</param>
/// <param name="plan">The experiment.</param>
/// <param name="threads">Threads that summarise.</param>
internal sealed class Merge(ClusterFolder folder, ExperimentPlan plan, int threads) : IDisposable
{
    private readonly StoreLayout _layout = plan.Layout();
    private readonly string _temporary = Directory.CreateTempSubdirectory("merge-").FullName;
    private readonly List<string> _refused = [];

    /// <summary>Shard files that were left out, each with the reason.</summary>
    internal IReadOnlyList<string> Refused => _refused;

    /// <summary>Whether the last round brought anything that was not there before.</summary>
    internal bool BroughtAnything { get; private set; }

    /// <summary>The folder on this machine; it has the name of the result folder, which it becomes.</summary>
    internal string Local => Path.Combine(_temporary, Path.GetFileName(folder.Result));

    /// <summary>Merges.</summary>
    /// <param name="stop">Stops; nothing is lost.</param>
    /// <returns>What is missing, not yet cut into shards; null when the experiment is complete.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal Round? Take(CancellationToken stop)
    {
        Directory.CreateDirectory(Local);
        if (Directory.Exists(folder.Merged))
        {
            foreach (string file in Directory.EnumerateFiles(folder.Merged))
            {
                File.Copy(file, Path.Combine(Local, Path.GetFileName(file)));
            }
        }

        Round? missing = plan.Method is { } method ? TakeRounds(method, stop) : TakeShards();
        if (missing is not null)
        {
            KeepSoFar();
        }

        return missing;
    }

    /// <summary>Writes the report of a complete experiment and moves all of it into the result folder.</summary>
    /// <param name="csv">Whether CSV files are wanted too.</param>
    /// <param name="here">Runs what is missing on this machine, unless nothing is.</param>
    /// <param name="terminal">Where messages go.</param>
    /// <param name="stop">Stops; nothing is lost.</param>
    /// <returns>The exit code of the experiment.</returns>
    internal int Finish(bool csv, bool here, Terminal terminal, CancellationToken stop)
    {
        var options = new RunOptions { Out = Local, Csv = csv, Threads = threads, Quiet = true };
        int code = new ExperimentRun(plan, options, terminal with { Out = TextWriter.Null, ShowsProgress = here && terminal.ShowsProgress }, finished => ReportWriter.Write(finished.Folder, finished.Plan), (_, _) => { })
            .Complete(stop);
        if (Manifest.IsIn(Local))
        {
            Publish();
            CleanUp();
        }
        else if (here)
        {
            KeepSoFar();
        }

        return code;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_temporary, recursive: true);

    private Round? TakeShards()
    {
        OpenStore(_ => true);
        var intake = new ShardIntake(_layout);
        foreach (int round in RoundNumbers())
        {
            long before = intake.Taken;
            intake.Take(Local, folder.ShardFiles(round));
            BroughtAnything = intake.Taken > before;
        }

        _refused.AddRange(intake.Refused);
        IReadOnlyList<Block> blocks = [];
        OpenStore(store =>
        {
            blocks = MissingRuns.Of(plan, store);
            return true;
        });
        return blocks.Count > 0 ? Next() with { Blocks = blocks } : null;
    }

    private Round? TakeRounds(IMethod method, CancellationToken stop)
    {
        Round? missing = null;
        OpenStore(store =>
        {
            var results = new RoundResults(folder, plan);
            Evaluator evaluator = null!;
            evaluator = new Evaluator(plan, threads, _ => { }) { Elsewhere = wanted => results.Of(evaluator.Done, wanted) };
            try
            {
                method.Work(new MethodStore(store.Connection, method.Tables, evaluator), evaluator, stop);
            }
            catch (RoundWantedException wanted)
            {
                Round? last = folder.LastRound();
                bool isSameQuestion = last is not null && last.After == wanted.After && last.Key == wanted.Key;
                BroughtAnything = !isSameQuestion || wanted.Missing.Count < last!.Evaluations.Count;
                missing = Next() with { After = wanted.After, Key = wanted.Key, Evaluations = wanted.Missing };
            }

            _refused.AddRange(results.Refused);
            return missing is null;
        });
        return missing;
    }

    private Round Next() => folder.LastRound() is { } last
        ? new Round { Number = last.Number + 1, UnitsBefore = last.UnitsBefore + last.Units }
        : new Round { Number = 1 };

    private IReadOnlyList<int> RoundNumbers() => [.. folder.Rounds().Select(round => round.Number)];

    /// <summary>Opens the store on this machine, makes it if there is none, and closes it: as a finished file where the work says so.</summary>
    private void OpenStore(Func<ResultStore, bool> work)
    {
        using var store = ResultStore.Open(Local, _layout, threads);
        if (folder.Submission() is { } submission)
        {
            StoreMeta.SetStarted(store.Connection, submission.Submitted);
        }

        work(store);
        store.Commit();
    }

    // What tells a later merge where to go on. Shards stay until the end, so nothing is lost if it is not written.
    private void KeepSoFar()
    {
        string before = $"{folder.Merged}.{Guid.NewGuid():N}.partial";
        if (Directory.Exists(folder.Merged))
        {
            Directory.Move(folder.Merged, before);
        }

        try
        {
            FileMove.WholeFolder(Local, folder.Merged);
        }
        finally
        {
            if (Directory.Exists(before))
            {
                Directory.Delete(before, recursive: true);
            }
        }
    }

    private void Publish()
    {
        try
        {
            FileMove.WholeFolder(Local, folder.Result);
        }
        catch (IOException) when (Manifest.IsIn(folder.Result))
        {
            // Another merge was quicker, with the same results.
        }
    }

    private void CleanUp()
    {
        foreach (int round in RoundNumbers())
        {
            if (Directory.Exists(folder.ShardsOf(round)))
            {
                Directory.Delete(folder.ShardsOf(round), recursive: true);
            }
        }

        if (Directory.Exists(folder.Merged))
        {
            Directory.Delete(folder.Merged, recursive: true);
        }
    }
}
