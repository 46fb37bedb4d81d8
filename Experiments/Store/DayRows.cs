using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Experiments.Store;

/// <summary>
/// Inserts the daily rows of a policy. A year has 12,775 of them a policy and point, so they go to SQLite without the commands and
/// parameters of ADO.NET, which look every parameter up by its name for every row.
/// </summary>
internal sealed class DayRows : IDisposable
{
    private const int DayColumn = 3;
    private const int MetricColumn = 4;
    private const int FirstValueColumn = 5;

    private static readonly byte[][] Names = [.. SeriesLayout.Metrics.Select(metric => Encoding.UTF8.GetBytes(metric.Name))];

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _insert;

    internal DayRows(SqliteConnection connection, int point, string policy)
    {
        _database = connection.Handle ?? throw new ArgumentException("The connection is closed.", nameof(connection));
        Check(raw.sqlite3_prepare_v2(_database, "INSERT INTO days VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", out _insert));
        Check(raw.sqlite3_bind_int(_insert, 1, point));
        Check(raw.sqlite3_bind_text(_insert, 2, policy));
    }

    /// <summary>Inserts the row of a cell.</summary>
    /// <param name="cell">One metric on one day, as in <see cref="SeriesLayout"/>.</param>
    /// <param name="summary">What is known of it.</param>
    internal void Insert(int cell, in SampleSummary summary)
    {
        (int day, int metric) = Math.DivRem(cell, Names.Length);
        Check(raw.sqlite3_bind_int(_insert, DayColumn, day));
        Check(raw.sqlite3_bind_text(_insert, MetricColumn, Names[metric]));
        ReadOnlySpan<double?> values = [summary.Mean, summary.Sd, summary.P05, summary.P25, summary.P50, summary.P75, summary.P95];
        for (int index = 0; index < values.Length; index++)
        {
            Check(values[index] is { } value
                ? raw.sqlite3_bind_double(_insert, FirstValueColumn + index, value)
                : raw.sqlite3_bind_null(_insert, FirstValueColumn + index));
        }

        // A step that failed leaves its error with the statement; resetting tells it.
        raw.sqlite3_step(_insert);
        Check(raw.sqlite3_reset(_insert));
    }

    /// <inheritdoc/>
    public void Dispose() => _insert.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
