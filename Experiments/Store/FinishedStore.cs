using Microsoft.Data.Sqlite;

namespace Experiments.Store;

/// <summary>The result file of a finished experiment, opened for reading; its folder may be read-only.</summary>
internal sealed class FinishedStore : IDisposable
{
    /// <summary>Largest file that is read through when it is opened: it still takes well under a second. Chosen, not measured.</summary>
    private const long CheckedBytes = 64L << 20;

    private FinishedStore(SqliteConnection connection, StoreMeta meta) => (Connection, Meta) = (connection, meta);

    /// <summary>The open file.</summary>
    internal SqliteConnection Connection { get; }

    /// <summary>What the file says about itself.</summary>
    internal StoreMeta Meta { get; }

    /// <summary>Opens a result file.</summary>
    /// <param name="folder">The result folder.</param>
    /// <param name="layout">The experiment it is to hold.</param>
    /// <exception cref="RefusedException">The file is another experiment's, another version's, or damaged.</exception>
    internal static FinishedStore Open(string folder, StoreLayout layout)
    {
        string path = Path.Combine(folder, ResultStore.FileName);
        SqliteConnection? connection = null;
        try
        {
            connection = StoreConnection.Open(path, SqliteOpenMode.ReadOnly);
            StoreMeta meta = StoreFile.Check(connection, folder, layout);
            if (new FileInfo(path).Length <= CheckedBytes)
            {
                StoreFile.RefuseDamage(connection, path);
            }

            return new FinishedStore(connection, meta);
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

    /// <summary>Counts the runs that finished; of a method its evaluations.</summary>
    internal long Runs() => (long)Connection.Scalar("SELECT COUNT(*) FROM runs")! + Meta.Evaluations;

    /// <summary>Counts the runs that failed.</summary>
    internal long Failures() => (long)Connection.Scalar("SELECT COUNT(*) FROM failures")! + Meta.FailedEvaluations;

    /// <summary>Replicates of the cell that has fewest.</summary>
    internal int LeastReplicates() => (int)(Connection.Scalar("SELECT MIN(replicates) FROM cells") as long? ?? 0);

    /// <summary>Replicates of the cell that has most.</summary>
    internal int MostReplicates() => (int)(Connection.Scalar("SELECT MAX(replicates) FROM cells") as long? ?? 0);

    /// <inheritdoc/>
    public void Dispose() => Connection.Dispose();
}
