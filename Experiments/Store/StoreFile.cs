using Microsoft.Data.Sqlite;

namespace Experiments.Store;

/// <summary>Makes, checks and removes the files of a store.</summary>
internal static class StoreFile
{
    /// <summary>Writes the tables of a new file, or checks that an old one is this experiment's and whole.</summary>
    /// <exception cref="RefusedException">It is not.</exception>
    internal static void Prepare(SqliteConnection connection, string folder, StoreLayout layout)
    {
        if (connection.Scalar("SELECT 1 FROM sqlite_master LIMIT 1") is null)
        {
            Create(connection, layout);
            return;
        }

        Check(connection, folder, layout);
        RefuseDamage(connection, Path.Combine(folder, ResultStore.FileName));
        Tune(connection, "main");
    }

    /// <summary>Reads a file through.</summary>
    /// <exception cref="RefusedException">It is damaged.</exception>
    internal static void RefuseDamage(SqliteConnection connection, string path)
    {
        if (connection.Scalar("PRAGMA quick_check(1)") is not "ok")
        {
            throw Damaged(path, null);
        }
    }

    /// <summary>Checks that a file is this experiment's, by what it says about itself.</summary>
    /// <exception cref="RefusedException">It is not.</exception>
    internal static StoreMeta Check(SqliteConnection connection, string folder, StoreLayout layout)
    {
        if (connection.Scalar("SELECT 1 FROM sqlite_master WHERE name = 'meta'") is null)
        {
            throw new RefusedException($"{folder} holds a {ResultStore.FileName} that is no result file. Choose another folder with --out.");
        }

        var meta = StoreMeta.Read(connection);
        return meta.Objection(layout) is { } objection
            ? throw new RefusedException($"{folder} {objection}. Choose another folder with --out, or move that one away.")
            : meta;
    }

    /// <summary>Attaches the scratch file; a damaged one is thrown away, because its runs can be made again.</summary>
    internal static void AttachScratch(SqliteConnection connection, string path)
    {
        try
        {
            Attach(connection, path);
        }
        catch (SqliteException error) when (StoreConnection.IsDamage(error))
        {
            if (connection.Scalar("SELECT 1 FROM pragma_database_list WHERE name = 'scratch'") is not null)
            {
                connection.Execute("DETACH scratch");
            }

            Delete(path);
            Attach(connection, path);
        }
    }

    /// <summary>Deletes a database with the files beside it.</summary>
    internal static void Delete(string path)
    {
        File.Delete(path);
        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
    }

    /// <summary>Says why a file cannot be used.</summary>
    internal static RefusedException Refusal(string path, SqliteException error) => StoreConnection.IsDamage(error)
        ? Damaged(path, error)
        : new RefusedException($"{path} cannot be used ({error.Message}). Choose another folder with --out.", error);

    private static RefusedException Damaged(string path, Exception? cause) => new(
        $"{path} is damaged. Move its folder away and run the same command again, or choose another folder with --out.", cause);

    private static void Create(SqliteConnection connection, StoreLayout layout)
    {
        Tune(connection, "main");
        connection.Execute("BEGIN");
        connection.Execute(StoreSchema.Results(layout.VariedPaths));
        StoreMeta.Write(connection, layout);
        IReadOnlyList<string> policies = layout.Policies;
        using SqliteCommand policy = connection.Prepare("INSERT INTO policies VALUES ($0, $1)", 2);
        for (int position = 0; position < policies.Count; position++)
        {
            policy.Parameters[0].Value = position;
            policy.Parameters[1].Value = policies[position];
            policy.ExecuteNonQuery();
        }

        IReadOnlyList<string> varied = layout.VariedPaths;
        using SqliteCommand insert = connection.Prepare($"INSERT INTO points VALUES ({RowInserts.Parameters(2 + varied.Count)})", 2 + varied.Count);
        foreach (StoredPoint point in layout.Points)
        {
            insert.Parameters[0].Value = point.Index;
            insert.Parameters[1].Value = point.Name;
            for (int path = 0; path < varied.Count; path++)
            {
                insert.Parameters[2 + path].Value = point.Set.TryGetValue(varied[path], out string? value) ? value : DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }

        connection.Execute("COMMIT");
    }

    private static void Attach(SqliteConnection connection, string path)
    {
        using (SqliteCommand attach = connection.Query("ATTACH $0 AS scratch", path))
        {
            attach.ExecuteNonQuery();
        }

        // Pages as large as SQLite has them: a year of one run then spans two of them instead of twenty-six.
        connection.Execute("PRAGMA scratch.page_size = 65536");
        Tune(connection, "scratch");
        connection.Execute("PRAGMA scratch.wal_autocheckpoint = 256");
        connection.Execute(StoreSchema.SeriesTable(StoreSchema.ScratchSeries));
    }

    /// <summary>A write-ahead log survives a kill with everything committed; losing the last second to a power cut is no harm.</summary>
    private static void Tune(SqliteConnection connection, string database)
    {
        connection.Execute($"PRAGMA {database}.journal_mode = WAL");
        connection.Execute($"PRAGMA {database}.synchronous = NORMAL");
    }
}
