using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Experiments.Store;

/// <summary>
/// A statement that inserts rows one after the other, straight into SQLite. Commands and parameters of ADO.NET box every value and look
/// every parameter up by its name, and a run has half a hundred columns.
/// </summary>
internal sealed class RowInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _insert;

    /// <summary>Prepares the statement.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns, all of which are bound before each row.</param>
    internal RowInsert(SqliteConnection connection, string table, int columns)
    {
        _database = connection.Handle ?? throw new ArgumentException("The connection is closed.", nameof(connection));
        string places = string.Join(", ", Enumerable.Range(1, columns).Select(column => $"?{column}"));
        Check(raw.sqlite3_prepare_v2(_database, $"INSERT INTO {table} VALUES ({places})", out _insert));
    }

    /// <summary>Binds a whole number. Columns count from 1; a value stays bound until it is bound anew.</summary>
    internal void Bind(int column, int value) => Check(raw.sqlite3_bind_int(_insert, column, value));

    /// <summary>Binds a number; one that is not finite is missing, and becomes null.</summary>
    internal void Bind(int column, double value) =>
        Check(double.IsFinite(value) ? raw.sqlite3_bind_double(_insert, column, value) : raw.sqlite3_bind_null(_insert, column));

    /// <summary>Binds a text, or null.</summary>
    internal void Bind(int column, string? value) =>
        Check(value is null ? raw.sqlite3_bind_null(_insert, column) : raw.sqlite3_bind_text(_insert, column, value));

    /// <summary>Binds a text that is encoded already.</summary>
    internal void BindUtf8(int column, ReadOnlySpan<byte> value) => Check(raw.sqlite3_bind_text(_insert, column, value));

    /// <summary>Binds bytes.</summary>
    internal void BindBlob(int column, ReadOnlySpan<byte> value) => Check(raw.sqlite3_bind_blob(_insert, column, value));

    /// <summary>Binds numbers to neighbouring columns.</summary>
    internal void Bind(int firstColumn, ReadOnlySpan<double> values)
    {
        for (int index = 0; index < values.Length; index++)
        {
            Bind(firstColumn + index, values[index]);
        }
    }

    /// <summary>Inserts the row.</summary>
    /// <exception cref="SqliteException">It could not be inserted: the disk is full, or the row is there.</exception>
    internal void Run()
    {
        // A step that failed leaves its error with the statement; resetting tells it.
        raw.sqlite3_step(_insert);
        Check(raw.sqlite3_reset(_insert));
    }

    /// <inheritdoc/>
    public void Dispose() => _insert.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
