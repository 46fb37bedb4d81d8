using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Cluster;

/// <summary>Takes shard files into a result file. A run that is there already stays as it is, so nothing is counted twice however often a shard comes.</summary>
/// <param name="layout">The experiment.</param>
internal sealed class ShardIntake(StoreLayout layout)
{
    private static readonly IReadOnlyList<string> Tables = ["runs", "horizons", "segments", "failures"];

    private readonly List<string> _refused = [];

    /// <summary>Files that were not taken, each with the reason, in sentences.</summary>
    internal IReadOnlyList<string> Refused => _refused;

    /// <summary>Takes files in.</summary>
    /// <param name="folder">Folder of the result file, which is unfinished.</param>
    /// <param name="files">Shard files.</param>
    internal void Take(string folder, IReadOnlyList<string> files)
    {
        if (files.Count == 0)
        {
            return;
        }

        using SqliteConnection connection = StoreConnection.Open(Path.Combine(folder, ResultStore.FileName), SqliteOpenMode.ReadWrite);
        StoreFile.AttachScratch(connection, Path.Combine(folder, ResultStore.ScratchName));
        foreach (string file in files)
        {
            try
            {
                Take(connection, file);
            }
            catch (SqliteException error) when (StoreConnection.IsDamage(error))
            {
                _refused.Add($"{file} is damaged ({error.Message}). {SetAside(file)} What it held is run again.");
            }
        }
    }

    /// <summary>Gives a file another name, so that a good one can take its place.</summary>
    /// <returns>What was done, in a sentence.</returns>
    internal static string SetAside(string file)
    {
        string aside = file + ".refused";
        try
        {
            File.Move(file, aside, overwrite: true);
            return $"It was set aside as {Path.GetFileName(aside)}.";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"It was left out, and could not be set aside: {error.Message}";
        }
    }

    private void Take(SqliteConnection connection, string file)
    {
        if (Objection(file) is { } objection)
        {
            _refused.Add($"{file} {objection}. {SetAside(file)}");
            return;
        }

        using (SqliteCommand attach = connection.Query("ATTACH $0 AS shard", file))
        {
            attach.ExecuteNonQuery();
        }

        try
        {
            connection.Execute("BEGIN");
            foreach (string table in Tables)
            {
                connection.Execute($"INSERT OR IGNORE INTO main.{table} SELECT * FROM shard.{table}");
            }

            connection.Execute($"INSERT OR IGNORE INTO {StoreSchema.ScratchSeries} SELECT * FROM shard.{ShardFile.Series}");
            connection.Execute("COMMIT");
        }
        catch
        {
            RollBack(connection);
            throw;
        }
        finally
        {
            connection.Execute("DETACH shard");
        }
    }

    /// <summary>Why a file must not be taken in, to follow its name; null when it may.</summary>
    internal string? Objection(string file)
    {
        using SqliteConnection shard = StoreConnection.Open(file, SqliteOpenMode.ReadOnly);
        return shard.HasTable("meta") ? StoreMeta.Read(shard).Objection(layout) : "is no shard: it has no table 'meta'";
    }

    // On a full disk SQLite has rolled back by itself; that must not hide the disk.
    private static void RollBack(SqliteConnection connection)
    {
        try
        {
            connection.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            return;
        }
    }
}
