using System.Globalization;
using CsvHelper;
using Microsoft.Data.Sqlite;
using Simulator.Ledgers;

namespace Experiments.Store;

/// <summary>Writes <c>runs.csv</c>, <c>days.csv</c> and, where there is any, <c>horizons.csv</c> and <c>segments.csv</c>: row by row from the store, so that memory does not grow with the experiment.</summary>
internal static class CsvExport
{
    /// <summary>Name of the file with one row a run.</summary>
    internal const string RunsName = "runs.csv";

    /// <summary>Name of the file with one row a day and metric.</summary>
    internal const string DaysName = "days.csv";

    /// <summary>Name of the file with one row a run and horizon.</summary>
    internal const string HorizonsName = "horizons.csv";

    /// <summary>Name of the file with one row a run and audience segment.</summary>
    internal const string SegmentsName = "segments.csv";

    private static readonly string[] Statistics = ["mean", "sd", "p05", "p25", "p50", "p75", "p95"];

    /// <summary>Names of the files that every such experiment has; segments come on top where the audience has some.</summary>
    internal static IReadOnlyList<string> Names(StoreLayout layout) =>
        layout.Horizons.Count > 0 ? [RunsName, DaysName, HorizonsName] : [RunsName, DaysName];

    /// <summary>Writes the files into a folder, each under its name only once it is whole.</summary>
    internal static void Write(SqliteConnection connection, StoreLayout layout, string folder)
    {
        Write(Path.Combine(folder, RunsName), csv => Runs(csv, connection, layout));
        Write(Path.Combine(folder, DaysName), csv => Days(csv, connection, layout));
        if (layout.Horizons.Count > 0)
        {
            Write(Path.Combine(folder, HorizonsName), csv => Parts(csv, connection, layout, "horizons", "horizon", SeriesLayout.Metrics));
        }

        if (connection.Scalar("SELECT 1 FROM segments LIMIT 1") is not null)
        {
            Write(Path.Combine(folder, SegmentsName), csv => Parts(csv, connection, layout, "segments", "segment", StoreSchema.SegmentMetrics));
        }
    }

    private static void Write(string path, Action<CsvWriter> content)
    {
        string partial = path + ".partial";
        using (var text = new StreamWriter(partial) { NewLine = "\n" })
        using (var csv = new CsvWriter(text, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }))
        {
            content(csv);
        }

        File.Move(partial, path, overwrite: true);
    }

    private static void Runs(CsvWriter csv, SqliteConnection connection, StoreLayout layout)
    {
        IReadOnlyList<string> varied = layout.VariedPaths;
        Fields(csv, ["point", "policy", "replicate", .. varied, .. MetricInfo.All.Select(info => info.Name)]);
        foreach ((StoredPoint point, string policy) in Cells(layout))
        {
            using SqliteCommand command = connection.Query(
                $"SELECT replicate, {StoreSchema.Names(MetricInfo.All)} FROM runs WHERE point = $0 AND policy = $1 ORDER BY replicate", point.Index, policy);
            using SqliteDataReader row = command.ExecuteReader();
            while (row.Read())
            {
                Fields(csv, [Text(point.Index), policy, Text(row.GetInt32(0)), .. varied.Select(path => point.Set.GetValueOrDefault(path, "")), .. Numbers(row, 1)]);
            }
        }
    }

    /// <summary>A table with several rows a run, told apart by one column.</summary>
    private static void Parts(
        CsvWriter csv, SqliteConnection connection, StoreLayout layout, string table, string part, IReadOnlyList<MetricInfo> metrics)
    {
        Fields(csv, ["point", "policy", "replicate", part, .. metrics.Select(info => info.Name)]);
        foreach ((StoredPoint point, string policy) in Cells(layout))
        {
            using SqliteCommand command = connection.Query(
                $"SELECT replicate, {part}, {StoreSchema.Names(metrics)} FROM {table} WHERE point = $0 AND policy = $1 ORDER BY replicate, {part}", point.Index, policy);
            using SqliteDataReader row = command.ExecuteReader();
            while (row.Read())
            {
                Fields(csv, [Text(point.Index), policy, Text(row.GetInt32(0)), row.GetString(1), .. Numbers(row, 2)]);
            }
        }
    }

    private static void Days(CsvWriter csv, SqliteConnection connection, StoreLayout layout)
    {
        Fields(csv, ["point", "policy", "day", "metric", .. Statistics]);
        string sql = $"SELECT day, metric, {string.Join(", ", Statistics)} FROM days WHERE point = $0 AND policy = $1 ORDER BY day";
        var metrics = SeriesLayout.Metrics.Select((info, index) => (info.Name, index)).ToDictionary(pair => pair.Name, pair => pair.index);
        string[]?[] day = new string[]?[metrics.Count];
        foreach ((StoredPoint point, string policy) in Cells(layout))
        {
            using SqliteCommand command = connection.Query(sql, point.Index, policy);
            using SqliteDataReader row = command.ExecuteReader();
            for (int count = 1; row.Read(); count++)
            {
                // The store keeps a day's metrics by name; the file has them in the order of the outcomes.
                string metric = row.GetString(1);
                day[metrics[metric]] = [Text(point.Index), policy, Text(row.GetInt32(0)), metric, .. Numbers(row, 2)];
                if (count % day.Length == 0)
                {
                    Array.ForEach(day, fields => Fields(csv, fields!));
                }
            }
        }
    }

    private static IEnumerable<(StoredPoint Point, string Policy)> Cells(StoreLayout layout) =>
        layout.Points.SelectMany(point => point.Policies.Select(policy => (point, policy)));

    private static void Fields(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (string field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }

    private static IEnumerable<string> Numbers(SqliteDataReader row, int first)
    {
        for (int column = first; column < row.FieldCount; column++)
        {
            yield return row.IsDBNull(column) ? "" : row.GetDouble(column).ToString("R", CultureInfo.InvariantCulture);
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
