using System.Text;
using Simulator.Ledgers;

namespace Experiments.Store;

/// <summary>The tables of <c>results.sqlite</c> and of the scratch file beside it.</summary>
internal static class StoreSchema
{
    /// <summary>Version of the tables; another number means another layout.</summary>
    internal const int Version = 1;

    /// <summary>Creates the tables of the result file.</summary>
    /// <param name="variedPaths">One more column each in <c>runs</c> and <c>points</c>.</param>
    internal static string Results(IReadOnlyList<string> variedPaths)
    {
        string varied = Columns(variedPaths, "NUMERIC");
        string outcomes = Columns([.. MetricInfo.All.Select(info => info.Name)], "REAL");
        return $"""
            CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
            CREATE TABLE policies(position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
            CREATE TABLE points(point INTEGER PRIMARY KEY, name TEXT NOT NULL{varied});
            CREATE TABLE runs(point INTEGER NOT NULL, policy TEXT NOT NULL, replicate INTEGER NOT NULL{varied}{outcomes},
                PRIMARY KEY(point, policy, replicate)) WITHOUT ROWID;
            CREATE TABLE days(point INTEGER NOT NULL, policy TEXT NOT NULL, day INTEGER NOT NULL, metric TEXT NOT NULL,
                mean REAL, sd REAL, p05 REAL, p25 REAL, p50 REAL, p75 REAL, p95 REAL,
                PRIMARY KEY(point, policy, day, metric)) WITHOUT ROWID;
            CREATE TABLE failures(point INTEGER NOT NULL, policy TEXT NOT NULL, replicate INTEGER NOT NULL,
                message TEXT NOT NULL, detail TEXT NOT NULL, PRIMARY KEY(point, policy, replicate)) WITHOUT ROWID;
            """;
    }

    /// <summary>Creates the table of the scratch file. It keeps its row numbers: blobs are opened by them.</summary>
    internal const string Scratch = """
        CREATE TABLE IF NOT EXISTS scratch.series(point INTEGER NOT NULL, policy INTEGER NOT NULL, replicate INTEGER NOT NULL,
            days BLOB NOT NULL, PRIMARY KEY(point, policy, replicate));
        """;

    /// <summary>A name as SQL: dotted paths and brackets need quotes.</summary>
    internal static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

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
