using System.Globalization;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Cluster;

/// <summary>
/// Runs of a shard on their way to the result file: an SQLite file of its own with the tables of a result file. It is written where only this process
/// sees it and then moved into place whole.
/// </summary>
internal sealed class ShardFile : IDisposable
{
    /// <summary>Ending of the names of shard files.</summary>
    internal const string Extension = ".sqlite";

    /// <summary>Name of the file of a shard.</summary>
    /// <param name="shard">Number of the shard, from 0.</param>
    internal static string NameOf(int shard) => (shard + 1).ToString("00000", CultureInfo.InvariantCulture) + Extension;

    /// <summary>The daily series, which a result file keeps beside itself while it is unfinished.</summary>
    internal const string Series = "series";

    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly RowInserts _rows;

    /// <summary>Begins a file.</summary>
    /// <param name="layout">The experiment.</param>
    internal ShardFile(StoreLayout layout)
    {
        _path = Path.Combine(Path.GetTempPath(), $"{Unfinished}{Guid.NewGuid():N}{Extension}");
        _connection = StoreConnection.Open(_path, SqliteOpenMode.ReadWriteCreate);

        // A file that a crash may leave is thrown away: nothing of it has to survive before it is moved.
        _connection.Execute("PRAGMA journal_mode = OFF");
        _connection.Execute("PRAGMA synchronous = OFF");
        _connection.Execute("BEGIN");
        _connection.Execute(StoreSchema.Results(layout.VariedPaths));
        _connection.Execute(StoreSchema.SeriesTable(Series));
        StoreMeta.Write(_connection, layout);
        _rows = new RowInserts(_connection, layout, Series);
    }

    // The name tells whose it is: what a kill left is thrown away by the same task when it begins again.
    private static string Unfinished => $"shard-{ThisTask.Name}-";

    /// <summary>Throws away what an earlier life of this task left unfinished on this machine.</summary>
    internal static void DeleteLeftovers()
    {
        foreach (string path in Directory.EnumerateFiles(Path.GetTempPath(), Unfinished + "*"))
        {
            File.Delete(path);
        }
    }

    /// <summary>Replicates taken in.</summary>
    internal int Replicates { get; private set; }

    /// <summary>Takes the runs of a replicate in.</summary>
    internal void Add(FinishedReplicate replicate)
    {
        _rows.Insert(replicate);
        Replicates++;
    }

    /// <summary>Closes the file and moves it into place.</summary>
    /// <param name="path">Where it belongs.</param>
    /// <exception cref="IOException">There is no room for it.</exception>
    internal void MoveTo(string path)
    {
        _connection.Execute("COMMIT");
        Close();
        FileMove.Whole(_path, path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        File.Delete(_path);
    }

    private void Close()
    {
        _rows.Dispose();
        _connection.Dispose();
    }
}
