using Microsoft.Data.Sqlite;
using Simulator.Ledgers;

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
    private readonly string _scratchPath;
    private readonly RowInserts _rows;
    private readonly DailySummary? _summary;
    private bool _inTransaction;

    private ResultStore(SqliteConnection connection, StoreLayout layout, string scratchPath, int threads)
    {
        (_connection, _scratchPath) = (connection, scratchPath);
        Done = DoneReplicates.Read(connection, layout);
        Meta = StoreMeta.Read(connection);
        _rows = new RowInserts(connection, layout);
        _summary = layout.KeepsDays ? new DailySummary(connection, threads) : null;
    }

    /// <summary>What the store held when it was opened.</summary>
    internal DoneReplicates Done { get; }

    /// <summary>What the file says about itself.</summary>
    internal StoreMeta Meta { get; }

    /// <summary>The open file, for methods that keep tables of their own in it.</summary>
    internal SqliteConnection Connection => _connection;

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

    /// <summary>Takes runs in; they are safe after the next <see cref="Commit"/>.</summary>
    internal void Add(FinishedReplicate replicate)
    {
        Begin();
        _rows.Insert(replicate);
    }

    /// <summary>Values of an outcome that are stored, by replicate; NaN where it is missing.</summary>
    /// <param name="point">Number of the point.</param>
    /// <param name="policy">Name of the policy.</param>
    /// <param name="metric">The outcome.</param>
    /// <param name="first">First replicate.</param>
    /// <param name="end">The replicate after the last one.</param>
    internal IEnumerable<(int Replicate, double Value)> Values(int point, string policy, Metric metric, int first, int end)
    {
        string column = StoreSchema.Quoted(MetricInfo.Of(metric).Name);
        using SqliteCommand command = _connection.Query(
            $"SELECT replicate, {column} FROM runs WHERE point = $0 AND policy = $1 AND replicate >= $2 AND replicate < $3", point, policy, first, end);
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            yield return (row.GetInt32(0), row.IsDBNull(1) ? double.NaN : row.GetDouble(1));
        }
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

    /// <summary>Writes the daily statistics and the cells of a point that gets no more replicates, and gives its scratch space back.</summary>
    internal void Summarise(StoredPoint point, IReadOnlyList<Cell> cells)
    {
        if (_summary is null)
        {
            // Rows and cells are in one file: they are safe together, with the next commit.
            Begin();
            _rows.Insert(point.Index, cells);
            return;
        }

        Commit();
        Begin();
        _summary.Write(point);
        _rows.Insert(point.Index, cells);
        Commit();

        // A transaction of its own: were the series gone and the statistics lost, the point would have to be run again.
        Begin();
        using SqliteCommand delete = _connection.Query("DELETE FROM scratch.series WHERE point = $0", point.Index);
        delete.ExecuteNonQuery();
    }

    /// <summary>Writes what a ranking found.</summary>
    /// <param name="cells">All cells, the best first.</param>
    /// <param name="probability">Lower bound of the probability that the first is the best.</param>
    internal void WriteRanking(IEnumerable<RankedCell> cells, double probability)
    {
        Begin();
        _connection.Execute("DELETE FROM ranking");
        using SqliteCommand insert = RowInserts.Insert(_connection, "ranking", 8);
        foreach (RankedCell cell in cells)
        {
            StoreConnection.Run(
                insert,
                cell.Place,
                cell.Point,
                cell.Policy,
                cell.Replicates,
                RowInserts.OrNull(cell.Mean),
                RowInserts.OrNull(cell.Difference),
                RowInserts.OrNull(cell.StandardError),
                RowInserts.OrNull(cell.Mistake));
        }

        StoreMeta.SetProbability(_connection, probability);
        Commit();
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
