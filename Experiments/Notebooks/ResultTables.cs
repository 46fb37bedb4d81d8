using System.Globalization;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Ledgers;

namespace Experiments.Notebooks;

/// <summary>Reads the tables of a result file into typed rows. Every table is read when it is asked for; the file is closed in between.</summary>
/// <param name="file">Path of the result file.</param>
/// <param name="paths">The varied paths, which are columns of the table of points.</param>
internal sealed class ResultTables(string file, IReadOnlyList<string> paths)
{
    private const int FixedHorizonColumns = 4;

    private Dictionary<int, PointRow>? _points;
    private Dictionary<string, int>? _places;

    /// <summary>The points, in their order.</summary>
    internal IReadOnlyList<PointRow> Points() => [.. PointsByNumber.Values];

    /// <summary>The policies, the silent one first.</summary>
    internal IReadOnlyList<string> Policies() => [.. Places.OrderBy(place => place.Value).Select(place => place.Key)];

    /// <summary>All runs at their end: points in order, policies within them, replicates within those.</summary>
    internal IReadOnlyList<RunRow> Runs() => Outcomes(
        "runs", "replicate", (row, values) => new RunRow(PointsByNumber[row.GetInt32(0)], row.GetString(1), row.GetInt32(2), values));

    /// <summary>All runs after fewer days; empty when none were kept.</summary>
    internal IReadOnlyList<HorizonRow> Horizons() => Outcomes(
        "horizons", "horizon", (row, values) => new HorizonRow(PointsByNumber[row.GetInt32(0)], row.GetString(1), row.GetInt32(2), row.GetInt32(3), values));

    /// <summary>All runs by segment of the audience; empty without segments.</summary>
    internal IReadOnlyList<SegmentRow> Segments() => Outcomes(
        "segments", "segment", (row, values) => new SegmentRow(PointsByNumber[row.GetInt32(0)], row.GetString(1), row.GetInt32(2), row.GetString(3), values));

    /// <summary>Some outcomes by day.</summary>
    internal IReadOnlyList<DayRow> Days(IReadOnlyCollection<Metric> metrics)
    {
        string names = string.Join(", ", metrics.Select(metric => $"'{MetricInfo.Of(metric).Name}'"));
        List<DayRow> days = Read(
            $"SELECT point, policy, day, metric, mean, sd, p05, p25, p50, p75, p95 FROM days WHERE metric IN ({names})",
            row => new DayRow(
                row.GetInt32(0), PointsByNumber[row.GetInt32(0)].Varied, row.GetString(1), row.GetInt32(2), MetricInfo.Find(row.GetString(3))!.Metric,
                Value(row, 4), Value(row, 5), Value(row, 6), Value(row, 7), Value(row, 8), Value(row, 9), Value(row, 10)));
        return [.. days.OrderBy(day => day.Point).ThenBy(day => Places[day.Policy]).ThenBy(day => day.Metric).ThenBy(day => day.Day)];
    }

    /// <summary>The runs that failed.</summary>
    internal IReadOnlyList<FailureRow> Failures() => Read(
        "SELECT point, policy, replicate, message FROM failures ORDER BY point, policy, replicate",
        row => new FailureRow(row.GetInt32(0), row.GetString(1), row.GetInt32(2), row.GetString(3)));

    private Dictionary<int, PointRow> PointsByNumber => _points ??= Read(
        $"SELECT point, name{string.Concat(paths.Select(path => ", " + StoreSchema.Quoted(path)))} FROM points ORDER BY point",
        row => new PointRow(row.GetInt32(0), row.GetString(1), new VariedValues(paths.Select((path, index) => (path, Value: Text(row, index + 2))).ToDictionary(entry => entry.path, entry => entry.Value))))
        .ToDictionary(point => point.Point);

    private Dictionary<string, int> Places => _places ??= Read("SELECT name, position FROM policies", row => (Name: row.GetString(0), Place: row.GetInt32(1)))
        .ToDictionary(policy => policy.Name, policy => policy.Place);

    private List<TRow> Outcomes<TRow>(string table, string last, Func<SqliteDataReader, double[], TRow> row)
        where TRow : OutcomeRow
    {
        using SqliteConnection store = StoreConnection.Open(file, SqliteOpenMode.ReadOnly);
        if (!store.HasTable(table))
        {
            return [];
        }

        HashSet<string> columns = store.ColumnsOf(table);
        MetricInfo[] outcomes = [.. MetricInfo.All.Where(info => columns.Contains(info.Name))];
        using SqliteCommand command = store.Query($"SELECT point, policy, replicate, {last}, {StoreSchema.Names(outcomes)} FROM {table}");
        using SqliteDataReader rows = command.ExecuteReader();
        var read = new List<TRow>();
        while (rows.Read())
        {
            var values = new double[MetricInfo.All.Count];
            Array.Fill(values, double.NaN);
            for (int column = 0; column < outcomes.Length; column++)
            {
                values[(int)outcomes[column].Metric] = Value(rows, column + FixedHorizonColumns) ?? double.NaN;
            }

            read.Add(row(rows, values));
        }

        return [.. read.OrderBy(run => run.Point).ThenBy(run => Places[run.Policy]).ThenBy(run => run.Replicate)];
    }

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> row)
    {
        using SqliteConnection store = StoreConnection.Open(file, SqliteOpenMode.ReadOnly);
        using SqliteCommand command = store.Query(sql);
        using SqliteDataReader rows = command.ExecuteReader();
        var read = new List<T>();
        while (rows.Read())
        {
            read.Add(row(rows));
        }

        return read;
    }

    private static double? Value(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    private static string Text(SqliteDataReader row, int column) => Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture) ?? "";
}
