using Experiments.Config;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Running;

/// <summary>A result folder opened for reading, whatever experiment it holds.</summary>
internal sealed class FinishedFolder : IDisposable
{
    private FinishedFolder(string path, Manifest manifest, SqliteConnection store, StoreMeta meta) =>
        (Path, Manifest, Store, Meta) = (path, manifest, store, meta);

    /// <summary>The folder.</summary>
    internal string Path { get; }

    /// <summary>What made it.</summary>
    internal Manifest Manifest { get; }

    /// <summary>Its result file.</summary>
    internal SqliteConnection Store { get; }

    /// <summary>What the result file says about itself.</summary>
    internal StoreMeta Meta { get; }

    /// <summary>Path of the resolved experiment file.</summary>
    internal string Experiment => System.IO.Path.Combine(Path, ResultFolder.ExperimentName);

    /// <summary>The experiment it holds, ready to be run again.</summary>
    /// <exception cref="RefusedException">Its file cannot be read again, or was changed since the results were made.</exception>
    internal ExperimentPlan Plan()
    {
        ExperimentReading reading = ExperimentFile.Read(Experiment, []);
        if (reading.Experiment is not { } experiment)
        {
            throw new RefusedException($"{ResultFolder.ExperimentName} of {Path} cannot be read again: {reading.Problems[0]}");
        }

        var plan = ExperimentPlan.Of(reading, experiment);
        return Meta.ExperimentHashIsNot(plan.Hash)
            ? throw new RefusedException($"{ResultFolder.ExperimentName} of {Path} was changed since its results were made. Run it into a folder of its own.")
            : plan;
    }

    /// <summary>Opens a folder.</summary>
    /// <exception cref="RefusedException">It is not a finished result folder of this version.</exception>
    internal static FinishedFolder Open(string path)
    {
        string file = System.IO.Path.Combine(path, ResultStore.FileName);
        if (!File.Exists(file))
        {
            throw new RefusedException($"{path} is not a result folder: it has no {ResultStore.FileName}.");
        }

        SqliteConnection? store = null;
        try
        {
            store = StoreConnection.Open(file, SqliteOpenMode.ReadOnly);
            var meta = store.Scalar("SELECT 1 FROM sqlite_master WHERE name = 'meta'") is null
                ? throw new RefusedException($"{path} is not a result folder: its {ResultStore.FileName} holds no results.")
                : StoreMeta.Read(store);
            if (meta.OtherVersion() is { } objection)
            {
                throw new RefusedException($"{path} {objection}. Use the program of that version.");
            }

            return Manifest.IsIn(path)
                ? new FinishedFolder(path, Manifest.Read(path), store, meta)
                : throw new RefusedException($"{path} is not finished: it has no {Manifest.FileName}. Running its experiment with --out {path} goes on.");
        }
        catch (Exception error) when (error is SqliteException or System.Text.Json.JsonException or InvalidDataException)
        {
            store?.Dispose();
            throw new RefusedException($"{path} cannot be read: {error.Message}", error);
        }
        catch
        {
            store?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Store.Dispose();
}
