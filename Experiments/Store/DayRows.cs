using System.Text;
using Microsoft.Data.Sqlite;

namespace Experiments.Store;

/// <summary>Inserts the daily rows of a policy: a year has 12,775 of them a policy and point.</summary>
internal sealed class DayRows : IDisposable
{
    private const int Columns = 11;
    private const int DayColumn = 3;
    private const int MetricColumn = 4;
    private const int FirstValueColumn = 5;

    private static readonly byte[][] Names = [.. SeriesLayout.Metrics.Select(metric => Encoding.UTF8.GetBytes(metric.Name))];

    private readonly RowInsert _insert;

    internal DayRows(SqliteConnection connection, int point, string policy)
    {
        _insert = new RowInsert(connection, "days", Columns);
        _insert.Bind(1, point);
        _insert.Bind(2, policy);
    }

    /// <summary>Inserts the row of a cell.</summary>
    /// <param name="cell">One metric on one day, as in <see cref="SeriesLayout"/>.</param>
    /// <param name="summary">What is known of it.</param>
    internal void Insert(int cell, in SampleSummary summary)
    {
        (int day, int metric) = Math.DivRem(cell, Names.Length);
        _insert.Bind(DayColumn, day);
        _insert.BindUtf8(MetricColumn, Names[metric]);
        ReadOnlySpan<double?> values = [summary.Mean, summary.Sd, summary.P05, summary.P25, summary.P50, summary.P75, summary.P95];
        for (int index = 0; index < values.Length; index++)
        {
            _insert.Bind(FirstValueColumn + index, values[index] ?? double.NaN);
        }

        _insert.Run();
    }

    /// <inheritdoc/>
    public void Dispose() => _insert.Dispose();
}
