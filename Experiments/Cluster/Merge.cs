using Experiments.Reports;
using Experiments.Running;
using Experiments.Running.Methods;
using Experiments.Store;
using Microsoft.Data.Sqlite;

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

    /// <summary>Whether another merge has finished the experiment.</summary>
    private bool IsOvertaken => Manifest.IsIn(folder.Result);

    /// <summary>The folder on this machine; it has the name of the result folder, which it becomes.</summary>
    internal string Local => Path.Combine(_temporary, Path.GetFileName(folder.Result));

    /// <summary>Merges.</summary>
    /// <param name="stop">Stops; nothing is lost.</param>
    /// <returns>What is missing, not yet cut into shards; null when the experiment is complete.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal Round? Take(CancellationToken stop)
    {
        Round? missing = null;
        try
        {
            GoOn();
            missing = plan.Method is { } method ? TakeRounds(method, stop) : TakeShards();
        }
        catch (Exception error) when (error is IOException or SqliteException && IsOvertaken)
        {
            // Another merge has finished, and has thrown away what this one was reading.
        }

        // Asked to end, nobody goes on from here to submit something.
        stop.ThrowIfCancellationRequested();
        if (IsOvertaken)
        {
            return null;
        }

        if (missing is not null)
        {
            KeepSoFar();
        }

        return missing;
    }

    /// <summary>The first round of an experiment: it follows from the experiment alone, so however many processes ask at once, all get the same.</summary>
    /// <param name="stop">Stops.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal Round First(CancellationToken stop)
    {
        Directory.CreateDirectory(Local);
        Round? first = null;
        OpenStore(store => first = plan.Method is { } method ? Ask(method, store, new RoundResults(folder, plan, []), stop) : Missing(store));
        return first is null ? throw new RefusedException("The experiment asks for no run.") : first with { Number = 1, UnitsBefore = 0 };
    }

    /// <summary>Writes the report of a complete experiment and moves all of it into the result folder.</summary>
    /// <param name="csv">Whether CSV files are wanted too.</param>
    /// <param name="here">Runs what is missing on this machine, unless nothing is.</param>
    /// <param name="terminal">Where messages go.</param>
    /// <param name="stop">Stops; nothing is lost.</param>
    /// <returns>The exit code of the experiment.</returns>
    internal int Finish(bool csv, bool here, Terminal terminal, CancellationToken stop)
    {
        if (IsOvertaken)
        {
            return ExitCode.Done;
        }

        var options = new RunOptions { Out = Local, Told = folder.Merged, Csv = csv, Threads = threads, Quiet = true };
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

    private void GoOn()
    {
        Directory.CreateDirectory(Local);
        try
        {
            foreach (string file in Directory.Exists(folder.Merged) ? Directory.EnumerateFiles(folder.Merged) : [])
            {
                File.Copy(file, Path.Combine(Local, Path.GetFileName(file)));
            }
        }
        catch (IOException)
        {
            // Another merge has just put a newer one in its place. All shards are still there: nothing is lost by beginning anew.
            Directory.Delete(Local, recursive: true);
            Directory.CreateDirectory(Local);
        }
    }

    private Round? TakeShards()
    {
        OpenStore(_ => { });
        var intake = new ShardIntake(_layout);
        foreach (Round round in folder.Rounds())
        {
            intake.Take(Local, folder.ShardFiles(round.Number));
        }

        _refused.AddRange(intake.Refused);
        Round? missing = null;
        OpenStore(store => missing = Missing(store));
        return missing;
    }

    private Round? TakeRounds(IMethod method, CancellationToken stop)
    {
        var results = new RoundResults(folder, plan, folder.Rounds());
        Round? missing = null;
        OpenStore(store => missing = Ask(method, store, results, stop));
        _refused.AddRange(results.Refused);
        return missing;
    }

    private Round? Missing(ResultStore store) => MissingRuns.Of(plan, store) is { Count: > 0 } blocks ? After(new Round { Number = 1, Blocks = blocks }) : null;

    private Round? Ask(IMethod method, ResultStore store, RoundResults results, CancellationToken stop)
    {
        Evaluator evaluator = null!;
        evaluator = new Evaluator(plan, threads, _ => { }) { Elsewhere = wanted => results.Of(evaluator.Done, wanted) };
        try
        {
            method.Work(new MethodStore(store.Connection, method.Tables, evaluator), evaluator, stop);
            return null;
        }
        catch (RoundWantedException wanted)
        {
            return After(new Round { Number = 1, After = wanted.After, Key = wanted.Key, Evaluations = wanted.Missing });
        }
    }

    // What is missing of the last round is not done, whatever the round was to bring.
    private Round After(Round missing) => folder.LastRound() is { } last
        ? missing with { Number = last.Number + 1, UnitsBefore = last.UnitsBefore + last.Units - missing.UnitsIn(last) }
        : missing;

    /// <summary>Opens the store on this machine, makes it if there is none, and closes it.</summary>
    private void OpenStore(Action<ResultStore> work)
    {
        using var store = ResultStore.Open(Local, _layout, threads);
        if (folder.Submission() is { } submission)
        {
            StoreMeta.SetStarted(store.Connection, submission.Submitted);
        }

        work(store);
        store.Commit();
    }

    // What tells a later merge where to go on. Shards stay until the end, so nothing is lost if it is not written: another merge may be writing it just now.
    private void KeepSoFar()
    {
        string before = $"{folder.Merged}.{Guid.NewGuid():N}.partial";
        try
        {
            if (Directory.Exists(folder.Merged))
            {
                Directory.Move(folder.Merged, before);
            }

            FileMove.WholeFolder(Local, folder.Merged);
        }
        catch (IOException)
        {
            // The next merge begins with the shards.
        }

        if (Directory.Exists(before))
        {
            Directory.Delete(before, recursive: true);
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

    // Only space is lost where it fails: another merge may be at the same.
    private void CleanUp()
    {
        foreach (string used in folder.Rounds().Select(round => folder.ShardsOf(round.Number)).Append(folder.Merged).Where(Directory.Exists))
        {
            try
            {
                Directory.Delete(used, recursive: true);
            }
            catch (IOException)
            {
                continue;
            }
        }
    }
}
