using Microsoft.Data.Sqlite;

namespace Experiments.Store;

/// <summary>
/// The result file of an experiment while it runs. Rows go to <c>results.sqlite</c>, daily series to a scratch file beside it
/// until their point is summarised. Both survive a kill at any moment: a replicate whose row and series are not both there is
/// run again. One thread writes.
/// </summary>
internal sealed class ResultStore : IDisposable
{
    /// <summary>Name of the result file.</summary>
    internal const string FileName = "results.sqlite";

    /// <summary>Name of the scratch file.</summary>
    internal const string ScratchName = "series.partial.sqlite";

    private readonly SqliteConnection _connection;
    private readonly StoreLayout _layout;
    private readonly string _scratchPath;
    private readonly RowInserts _rows;
    private readonly DailySummary _summary;
    private readonly Dictionary<int, int> _missing = [];
    private bool _inTransaction;

    private ResultStore(SqliteConnection connection, StoreLayout layout, string scratchPath, int threads)
    {
        (_connection, _layout, _scratchPath) = (connection, layout, scratchPath);
        Done = DoneReplicates.Read(connection, layout);
        Meta = StoreMeta.Read(connection);
        _rows = new RowInserts(connection, layout);
        _summary = new DailySummary(connection, threads);
    }

    /// <summary>What the store held when it was opened.</summary>
    internal DoneReplicates Done { get; }

    /// <summary>What the file says about itself.</summary>
    internal StoreMeta Meta { get; }

    /// <summary>Opens the store of a folder, or starts a new one. The folder is locked.</summary>
    /// <param name="folder">The result folder.</param>
    /// <param name="layout">What the store is to hold.</param>
    /// <param name="threads">Threads that summarise.</param>
    /// <exception cref="RefusedException">The file there is another experiment's, another version's, or damaged.</exception>
    internal static ResultStore Open(string folder, StoreLayout layout, int threads)
    {
        string path = Path.Combine(folder, FileName);
        string scratch = Path.Combine(folder, ScratchName);
        SqliteConnection? connection = null;
        try
        {
            connection = StoreConnection.Open(path, SqliteOpenMode.ReadWriteCreate);
            StoreFile.Prepare(connection, folder, layout);
            StoreFile.AttachScratch(connection, scratch);
            return new ResultStore(connection, layout, scratch, threads);
        }
        catch (SqliteException error)
        {
            connection?.Dispose();
            throw StoreFile.Refusal(path, error);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>Takes a replicate in; it is safe after the next <see cref="Commit"/>.</summary>
    /// <returns>Whether it was the last one of its point, which can now be summarised.</returns>
    internal bool Add(FinishedReplicate replicate)
    {
        Begin();
        _rows.Insert(replicate);
        if (!_missing.TryGetValue(replicate.Point, out int missing))
        {
            missing = _layout.Replicates - Done.Count(replicate.Point);
        }

        _missing[replicate.Point] = missing - 1;
        return missing == 1;
    }

    /// <summary>Makes everything taken in so far safe.</summary>
    internal void Commit()
    {
        if (_inTransaction)
        {
            _connection.Execute("COMMIT");
            _inTransaction = false;
        }
    }

    /// <summary>Writes the daily statistics of a point whose replicates are all there, and gives its scratch space back.</summary>
    internal void Summarise(int point)
    {
        Commit();
        Begin();
        _summary.Write(_layout.Points[point]);
        Commit();
        _missing.Remove(point);

        // A transaction of its own: were the series gone and the statistics lost, the point would have to be run again.
        Begin();
        using SqliteCommand delete = _connection.Query("DELETE FROM scratch.series WHERE point = $0", point);
        delete.ExecuteNonQuery();
    }

    /// <summary>Closes the experiment: everything is summarised, and the scratch file goes.</summary>
    internal void Finish()
    {
        Commit();
        if (Meta.FinishedAt is null)
        {
            StoreMeta.Finish(_connection);
        }

        _connection.Execute("DETACH scratch");
        StoreFile.Delete(_scratchPath);

        // Without a write-ahead log the finished experiment is one file, readable from read-only media.
        _connection.Execute("PRAGMA journal_mode = DELETE");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rows.Dispose();
        _connection.Dispose();
    }

    private void Begin()
    {
        if (!_inTransaction)
        {
            _connection.Execute("BEGIN");
            _inTransaction = true;
        }
    }
}
