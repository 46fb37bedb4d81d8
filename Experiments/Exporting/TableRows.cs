using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Exporting;

/// <summary>
/// Reads exported tables row by row, so that memory does not grow with the experiment: points in their order, policies in the order of
/// the experiment, a day's metrics in the order of the outcomes.
/// </summary>
internal static class TableRows
{
    /// <summary>The rows of a table.</summary>
    /// <returns>Cells in order of the columns, DBNull where there is no value; the array of a row is used again for a later one.</returns>
    internal static IEnumerable<object[]> Of(ExportedTable table, StoreLayout layout, SqliteConnection store)
    {
        string columns = string.Join(", ", table.Columns.Select(column => StoreSchema.Quoted(column.Name)));
        if (table.Key is not ["point", "policy", ..])
        {
            return Read(store, $"SELECT {columns} FROM {table.Name} ORDER BY {string.Join(", ", table.Key)}", table.Columns.Count);
        }

        bool isByDay = table.Name == ExportedTable.DaysName;
        string sql = $"SELECT {columns} FROM {table.Name} WHERE point = $0 AND policy = $1 ORDER BY {(isByDay ? "day" : string.Join(", ", table.Key.Skip(2)))}";
        IEnumerable<object[]> rows = layout.Points.SelectMany(point =>
            point.Policies.SelectMany(policy => Read(store, sql, table.Columns.Count, point.Index, policy)));
        return isByDay ? InOrderOfOutcomes(rows, table.Columns.Count) : rows;
    }

    private static IEnumerable<object[]> Read(SqliteConnection store, string sql, int columns, params object[] values)
    {
        using SqliteCommand command = store.Query(sql, values);
        using SqliteDataReader reader = command.ExecuteReader();
        object[] row = new object[columns];
        while (reader.Read())
        {
            reader.GetValues(row);
            yield return row;
        }
    }

    // The store keeps a day's metrics by name.
    private static IEnumerable<object[]> InOrderOfOutcomes(IEnumerable<object[]> rows, int columns)
    {
        const int Metric = 3;
        var places = SeriesLayout.Metrics.Select((info, index) => (info.Name, index)).ToDictionary(pair => pair.Name, pair => pair.index);
        object[][] day = [.. Enumerable.Range(0, places.Count).Select(_ => new object[columns])];
        int filled = 0;
        foreach (object[] row in rows)
        {
            row.CopyTo(day[places[(string)row[Metric]]], 0);
            if (++filled == day.Length)
            {
                filled = 0;
                foreach (object[] metric in day)
                {
                    yield return metric;
                }
            }
        }
    }
}
