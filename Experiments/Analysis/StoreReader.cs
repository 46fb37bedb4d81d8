using Microsoft.Data.Sqlite;
using Simulator.Ledgers;
using Simulator.Policies;

namespace Experiments.Analysis;

/// <summary>Reads a result store: the experiment as written and its what-ifs.</summary>
internal static class StoreReader
{
    /// <summary>The outcomes whose days are read; all others would only cost memory.</summary>
    internal static IReadOnlyList<Metric> DrawnByDay { get; } =
        [Metric.Sales, Metric.TrustCapital, Metric.NetValue, Metric.TrustDebt, Metric.Harmed, Metric.Complaints, Metric.Followers];

    /// <summary>Points that are read: a report shows the experiment and a few what-ifs, not a design of thousands.</summary>
    private const int MostPoints = 13;

    /// <summary>Reads a store.</summary>
    /// <param name="file">Path of results.sqlite.</param>
    /// <param name="facts">The experiment.</param>
    /// <exception cref="SqliteException">The file is not a result store.</exception>
    internal static StoredResults Read(string file, ExperimentFacts facts)
    {
        // Pooling would keep the file open, so that its folder could not be moved or deleted afterwards.
        var source = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        using var store = new SqliteConnection(source.ToString());
        store.Open();
        List<string> order = ReadPolicyOrder(store);
        Dictionary<(int Point, string Policy), Dictionary<int, double?[]>> runs = ReadRuns(store);
        List<PointResults> points = [.. ReadPoints(store).Select(point => Assemble(point.Index, point.Name, order, runs, ReadDays(store, point.Index)))];
        if (points.Count == 0 || points[0].Index != 0)
        {
            points.Insert(0, new PointResults(0, "as written", []));
        }

        return new StoredResults(facts, points, ReadFailures(store))
        {
            Segments = SegmentReader.Read(store, averaged: false),
            Selection = Selection.Read(store, facts.Replication),
            Precision = PrecisionReached.Read(store, facts.Replication),
        };
    }

    private static PointResults Assemble(
        int point,
        string name,
        List<string> order,
        Dictionary<(int Point, string Policy), Dictionary<int, double?[]>> runs,
        Dictionary<string, Dictionary<Metric, DaySeries>> days)
    {
        IEnumerable<PolicyResults> policies = runs
            .Where(entry => entry.Key.Point == point)
            .OrderBy(entry => entry.Key.Policy == Schedule.SilentName ? -1 : order.IndexOf(entry.Key.Policy))
            .Select(entry => new PolicyResults(entry.Key.Policy, entry.Value, days.GetValueOrDefault(entry.Key.Policy, [])));
        return new PointResults(point, name, [.. policies]);
    }

    private static List<string> ReadPolicyOrder(SqliteConnection store)
    {
        using SqliteDataReader rows = Query(store, "SELECT name FROM policies ORDER BY position");
        var names = new List<string>();
        while (rows.Read())
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }

    private static List<(int Index, string Name)> ReadPoints(SqliteConnection store)
    {
        using SqliteDataReader rows = Query(store, $"SELECT point, name FROM points ORDER BY point LIMIT {MostPoints}");
        var points = new List<(int, string)>();
        while (rows.Read())
        {
            points.Add((rows.GetInt32(0), rows.IsDBNull(1) ? "" : rows.GetString(1)));
        }

        return points;
    }

    private static Dictionary<(int Point, string Policy), Dictionary<int, double?[]>> ReadRuns(SqliteConnection store)
    {
        using SqliteDataReader rows = Query(store, $"SELECT * FROM runs WHERE point IN (SELECT point FROM points ORDER BY point LIMIT {MostPoints}) ORDER BY point, policy, replicate");
        (int point, int policy, int replicate) = (rows.GetOrdinal("point"), rows.GetOrdinal("policy"), rows.GetOrdinal("replicate"));

        // By name, since varied paths are columns too and a store may lack an outcome.
        List<(int Column, Metric Metric)> outcomes = [.. Enumerable.Range(0, rows.FieldCount)
            .Select(column => (Column: column, Info: MetricInfo.Find(rows.GetName(column))))
            .Where(column => column.Info is not null)
            .Select(column => (column.Column, column.Info!.Metric))];
        var runs = new Dictionary<(int, string), Dictionary<int, double?[]>>();
        while (rows.Read())
        {
            var values = new double?[MetricInfo.All.Count];
            foreach ((int column, Metric metric) in outcomes)
            {
                values[(int)metric] = rows.IsDBNull(column) ? null : rows.GetDouble(column);
            }

            (int, string) key = (rows.GetInt32(point), rows.GetString(policy));
            if (!runs.TryGetValue(key, out Dictionary<int, double?[]>? ofPolicy))
            {
                runs.Add(key, ofPolicy = []);
            }

            ofPolicy[rows.GetInt32(replicate)] = values;
        }

        return runs;
    }

    private static Dictionary<string, Dictionary<Metric, DaySeries>> ReadDays(SqliteConnection store, int point)
    {
        string drawn = string.Join(", ", DrawnByDay.Select(metric => $"'{MetricInfo.Of(metric).Name}'"));
        using SqliteDataReader rows = Query(
            store,
            $"SELECT policy, metric, day, mean, sd, p05, p95 FROM days WHERE point = {point} AND metric IN ({drawn}) AND mean IS NOT NULL ORDER BY policy, metric, day");
        var days = new List<(string Policy, string Metric, int Day, double Mean, double Deviation, double Low, double High)>();
        while (rows.Read())
        {
            days.Add((rows.GetString(0), rows.GetString(1), rows.GetInt32(2), rows.GetDouble(3), Value(rows, 4), Value(rows, 5), Value(rows, 6)));
        }

        return days.GroupBy(day => day.Policy).ToDictionary(
            policy => policy.Key,
            policy => policy.GroupBy(day => day.Metric).ToDictionary(
                metric => MetricInfo.Find(metric.Key)!.Metric,
                metric => new DaySeries(
                    [.. metric.Select(day => day.Day)],
                    [.. metric.Select(day => day.Mean)],
                    [.. metric.Select(day => day.Deviation)],
                    [.. metric.Select(day => day.Low)],
                    [.. metric.Select(day => day.High)])));
    }

    private static List<(string, int)> ReadFailures(SqliteConnection store)
    {
        using SqliteDataReader rows = Query(store, "SELECT message, COUNT(*) FROM failures GROUP BY message ORDER BY COUNT(*) DESC");
        var failures = new List<(string, int)>();
        while (rows.Read())
        {
            failures.Add((rows.IsDBNull(0) ? "no message" : rows.GetString(0), rows.GetInt32(1)));
        }

        return failures;
    }

    private static double Value(SqliteDataReader rows, int column) => rows.IsDBNull(column) ? double.NaN : rows.GetDouble(column);

    // The command is not disposed here: that would end the reader; it goes with the connection.
    private static SqliteDataReader Query(SqliteConnection store, string sql)
    {
        SqliteCommand command = store.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteReader();
    }
}
