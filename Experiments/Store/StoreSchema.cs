using System.Text;
using Simulator.Ledgers;

namespace Experiments.Store;

/// <summary>The tables of <c>results.sqlite</c> and of the scratch file beside it.</summary>
internal static class StoreSchema
{
    /// <summary>Version of the tables; another number means another layout.</summary>
    internal const int Version = 2;

    /// <summary>Tables that every result file has; a method adds its own.</summary>
    internal static IReadOnlyList<string> TableNames { get; } = ["meta", "policies", "points", "runs", "days", "horizons", "segments", "cells", "ranking", "failures"];

    /// <summary>The outcomes that exist by audience segment, in the order of result files.</summary>
    internal static IReadOnlyList<MetricInfo> SegmentMetrics { get; } = [.. MetricInfo.All.Where(info => info.IsBySegment)];

    /// <summary>Creates the tables of the result file.</summary>
    /// <param name="variedPaths">One more column each in <c>runs</c> and <c>points</c>.</param>
    internal static string Results(IReadOnlyList<string> variedPaths)
    {
        string varied = Columns(variedPaths, "NUMERIC");
        return $"""
            CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
            CREATE TABLE policies(position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
            CREATE TABLE points(point INTEGER PRIMARY KEY, name TEXT NOT NULL{varied});
            CREATE TABLE runs(point INTEGER NOT NULL, policy TEXT NOT NULL, replicate INTEGER NOT NULL{varied}{Outcomes(MetricInfo.All)},
                PRIMARY KEY(point, policy, replicate)) WITHOUT ROWID;
            CREATE TABLE days(point INTEGER NOT NULL, policy TEXT NOT NULL, day INTEGER NOT NULL, metric TEXT NOT NULL,
                mean REAL, sd REAL, p05 REAL, p25 REAL, p50 REAL, p75 REAL, p95 REAL,
                PRIMARY KEY(point, policy, day, metric)) WITHOUT ROWID;
            CREATE TABLE horizons(point INTEGER NOT NULL, policy TEXT NOT NULL, replicate INTEGER NOT NULL,
                horizon INTEGER NOT NULL{Outcomes(SeriesLayout.Metrics)}, PRIMARY KEY(point, policy, replicate, horizon)) WITHOUT ROWID;
            CREATE TABLE segments(point INTEGER NOT NULL, policy TEXT NOT NULL, replicate INTEGER NOT NULL,
                segment TEXT NOT NULL{Outcomes(SegmentMetrics)}, PRIMARY KEY(point, policy, replicate, segment)) WITHOUT ROWID;
            CREATE TABLE cells(point INTEGER NOT NULL, policy TEXT NOT NULL, hash TEXT NOT NULL, replicates INTEGER NOT NULL,
                PRIMARY KEY(point, policy)) WITHOUT ROWID;
            CREATE TABLE ranking(place INTEGER NOT NULL, point INTEGER NOT NULL, policy TEXT NOT NULL, replicates INTEGER NOT NULL, mean REAL,
                difference REAL, standard_error REAL, mistake REAL, PRIMARY KEY(place, point, policy)) WITHOUT ROWID;
            CREATE TABLE failures(point INTEGER NOT NULL, policy TEXT NOT NULL, replicate INTEGER NOT NULL,
                message TEXT NOT NULL, detail TEXT NOT NULL, PRIMARY KEY(point, policy, replicate)) WITHOUT ROWID;
            """;
    }

    /// <summary>The table of the scratch file.</summary>
    internal const string ScratchSeries = "scratch.series";

    /// <summary>Creates the table of the scratch file. It keeps its row numbers: blobs are opened by them.</summary>
    /// <param name="table">Name of the table.</param>
    internal static string SeriesTable(string table) => $"""
        CREATE TABLE IF NOT EXISTS {table}(point INTEGER NOT NULL, policy INTEGER NOT NULL, replicate INTEGER NOT NULL,
            days BLOB NOT NULL, PRIMARY KEY(point, policy, replicate));
        """;

    /// <summary>A name as SQL: dotted paths and brackets need quotes.</summary>
    internal static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Columns of outcomes as SQL, separated by commas.</summary>
    internal static string Names(IReadOnlyList<MetricInfo> metrics) => string.Join(", ", metrics.Select(info => Quoted(info.Name)));

    private static string Outcomes(IReadOnlyList<MetricInfo> metrics) => Columns([.. metrics.Select(info => info.Name)], "REAL");

    private static string Columns(IReadOnlyList<string> names, string type)
    {
        var columns = new StringBuilder();
        foreach (string name in names)
        {
            columns.Append(", ").Append(Quoted(name)).Append(' ').Append(type);
        }

        return columns.ToString();
    }
}
