using Experiments.Analysis;
using Experiments.Exporting;
using Experiments.Reports;
using Experiments.Running.Methods;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Running;

/// <summary>Runs an experiment into its folder, or goes on where it stopped, or finds it complete.</summary>
/// <param name="plan">The experiment.</param>
/// <param name="options">How to run it.</param>
/// <param name="terminal">Where results and messages go.</param>
/// <param name="report">Writes charts and the report into the folder of a finished experiment.</param>
/// <param name="show">Prints the table of results.</param>
internal sealed class ExperimentRun(
    ExperimentPlan plan, RunOptions options, Terminal terminal, Action<FinishedExperiment> report, Action<FinishedExperiment, TextWriter> show)
{
    private readonly StoreLayout _layout = plan.Layout();
    private readonly string _folder = ResultFolder.Of(plan, options.Out);
    private bool _started;

    /// <summary>Runs what is missing and writes the folder.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    internal int Complete(CancellationToken interruption)
    {
        try
        {
            return Manifest.IsIn(_folder) && HasAllFiles() ? Found() : Work(interruption);
        }
        catch (RefusedException refusal)
        {
            terminal.Error.WriteLine(refusal.Message);
            return ExitCode.BadInput;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SqliteException)
        {
            terminal.Error.WriteLine(_started
                ? $"Stopped: {error.Message} What was done is kept in {options.Told ?? _folder}; the same command goes on once the cause is removed."
                : $"Nothing was run: {error.Message}");
            return _started ? ExitCode.SomeRunsFailed : ExitCode.BadInput;
        }
    }

    private bool HasAllFiles() =>
        HasReport() && (!options.Csv || CsvFormat.NamesBesideResults(_layout.Horizons.Count > 0).All(name => File.Exists(Path.Combine(_folder, name))));

    // A report that was deleted is made again from the results; one that was never wanted (by a test) is not missed.
    private bool HasReport() => !Manifest.Read(_folder).Files.ContainsKey(ReportWriter.PageName) || File.Exists(Path.Combine(_folder, ReportWriter.PageName));

    private int Found()
    {
        using var store = FinishedStore.Open(_folder, _layout);
        if (terminal.ShowsProgress)
        {
            terminal.Error.WriteLine("Complete already: nothing was run.");
            foreach (string name in Manifest.Read(_folder).Changed(_folder, thoroughly: false))
            {
                string what = File.Exists(Path.Combine(_folder, name)) ? "is not as it was written: its SHA-256 differs from the manifest's" : "is missing";
                terminal.Error.WriteLine($"warning: {name} {what}. Move {_folder} away to run the experiment anew.");
            }
        }

        return Close(store);
    }

    private int Work(CancellationToken interruption)
    {
        if (!Directory.Exists(_folder))
        {
            // Before there is anything: a folder without a run would only be in the way.
            Memory.Refuse(plan, Memory.Available);
        }

        ResultFolder.Prepare(_folder);
        using var folderLock = FolderLock.Take(_folder);
        if (!Run(interruption))
        {
            terminal.Error.WriteLine($"Interrupted: what was done is kept in {options.Told ?? _folder}; the same command goes on.");
            return ExitCode.Interrupted;
        }

        using var store = FinishedStore.Open(_folder, _layout);
        if (options.Csv)
        {
            CsvFormat.WriteBesideResults(plan, store.Connection, _folder);
        }

        if (Manifest.IsIn(_folder) && !HasReport())
        {
            report(new FinishedExperiment(plan, _folder));
        }

        if (!Manifest.IsIn(_folder))
        {
            report(new FinishedExperiment(plan, _folder));
            Manifest.Of(plan, _folder, options.Threads, store).Write(_folder);
        }
        else
        {
            // Files were added to a finished folder: what made the results stays as it was.
            (Manifest.Read(_folder) with { Files = Manifest.Hashes(_folder) }).Write(_folder);
        }

        return Close(store);
    }

    private bool Run(CancellationToken interruption)
    {
        if (Manifest.IsIn(_folder))
        {
            return true;
        }

        using var store = ResultStore.Open(_folder, _layout, options.Threads);
        ResultFolder.WriteExperiment(_folder, plan.ResolvedYaml);
        _started = true;
        bool all = plan.Method is { } method
            ? ProgressDisplay.Around(terminal, method.MostEvaluations, false, progress => Work(method, store, progress, interruption))
            : ProgressDisplay.Around(terminal, _layout.MostRuns, _layout.Runs == _layout.MostRuns, progress => new Runner(plan, store, options.Threads, progress).Run(interruption));
        if (all)
        {
            store.Finish();
        }

        return all;
    }

    private bool Work(IMethod method, ResultStore store, Action<long> progress, CancellationToken interruption)
    {
        try
        {
            var evaluator = new Evaluator(plan, options.Threads, progress);
            method.Work(new MethodStore(store.Connection, method.Tables, evaluator), evaluator, interruption);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private int Close(FinishedStore store)
    {
        if (!store.Meta.IsSameBuild)
        {
            terminal.Error.WriteLine(
                $"The runs were made by a program built from commit {store.Meta.Commit}, this one from {Tool.Commit}; move {_folder} away to run them again.");
        }

        long failures = store.Failures();
        if (failures > 0)
        {
            terminal.Error.WriteLine($"{failures:N0} of {store.Runs() + failures:N0} runs failed; their causes are in the table failures of {Path.Combine(_folder, ResultStore.FileName)}.");
        }

        string Name(int point, string policy) => $"{Wording.Quote(policy)} ({_layout.Points[point].Name})";
        if (PrecisionReached.Read(store.Connection, plan.Replicates)?.Shortfall(Name) is { } shortfall)
        {
            terminal.Error.WriteLine($"warning: {shortfall}");
        }

        if (!options.Quiet)
        {
            show(new FinishedExperiment(plan, _folder), terminal.Out);
        }

        terminal.Out.WriteLine(_folder);
        return failures > 0 ? ExitCode.SomeRunsFailed : ExitCode.Done;
    }
}
