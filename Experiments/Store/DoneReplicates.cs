using System.Collections;
using Microsoft.Data.Sqlite;

namespace Experiments.Store;

/// <summary>
/// What a store already held when it was opened. A run is done when it has either its row and, where days are kept, its daily series,
/// or its failure; whatever else an interruption left behind is removed. A point is finished when its cells are there.
/// </summary>
/// <remarks>Memory: one bit a point, and one bit a run of the points that were begun and not finished.</remarks>
internal sealed class DoneReplicates
{
    private readonly BitArray _finished;
    private readonly Dictionary<(int Point, int Policy), BitArray> _begun = [];

    private DoneReplicates(int points) => _finished = new BitArray(points);

    /// <summary>Runs that need not be run.</summary>
    internal long Runs { get; private set; }

    /// <summary>Whether all runs of a point are there and summarised.</summary>
    internal bool IsFinished(int point) => _finished[point];

    /// <summary>Whether there is anything of a point.</summary>
    internal bool IsBegun(int point) => _finished[point] || _begun.ContainsKey((point, 0));

    /// <summary>Whether a run need not be run.</summary>
    /// <param name="point">Number of the point.</param>
    /// <param name="policy">Position of the policy at the point.</param>
    /// <param name="replicate">Number of the replicate.</param>
    internal bool IsDone(int point, int policy, int replicate) =>
        _finished[point] || (_begun.TryGetValue((point, policy), out BitArray? done) && replicate < done.Length && done[replicate]);

    /// <summary>Reads what is done and removes what is half done.</summary>
    /// <param name="connection">The store, with its scratch file attached.</param>
    /// <param name="layout">What the store is to hold.</param>
    internal static DoneReplicates Read(SqliteConnection connection, StoreLayout layout)
    {
        var done = new DoneReplicates(layout.Points.Count) { Runs = connection.Scalar("SELECT SUM(replicates) FROM cells") as long? ?? 0 };

        // The cells of a point are written with its summaries in one transaction, so one of them proves that all is there.
        foreach (int point in Points(connection, "SELECT DISTINCT point FROM cells"))
        {
            done._finished[point] = true;
        }

        connection.Execute("""
            CREATE TEMP TABLE begun(point INTEGER PRIMARY KEY);
            INSERT INTO begun SELECT point FROM points WHERE NOT EXISTS(SELECT 1 FROM cells WHERE cells.point = points.point) AND (
                EXISTS(SELECT 1 FROM runs WHERE runs.point = points.point) OR EXISTS(SELECT 1 FROM failures WHERE failures.point = points.point));
            BEGIN;
            DELETE FROM scratch.series WHERE point NOT IN (SELECT point FROM begun);
            """);
        foreach (int point in Points(connection, "SELECT point FROM begun").ToList())
        {
            done.Look(connection, layout.Points[point], layout.KeepsDays);
        }

        connection.Execute("""
            COMMIT;
            DROP TABLE begun;
            """);
        return done;
    }

    private static IEnumerable<int> Points(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.Query(sql);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader.GetInt32(0);
        }
    }

    private void Look(SqliteConnection connection, StoredPoint point, bool needsSeries)
    {
        for (int policy = 0; policy < point.Policies.Count; policy++)
        {
            string name = point.Policies[policy];
            if (needsSeries)
            {
                DropHalves(connection, point, policy);
            }

            foreach (string table in (string[])["horizons", "segments"])
            {
                Run(
                    connection,
                    $"""
                    DELETE FROM {table} WHERE point = $0 AND policy = $1 AND NOT EXISTS(SELECT 1 FROM runs
                        WHERE runs.point = $0 AND runs.policy = $1 AND runs.replicate = {table}.replicate)
                    """,
                    point.Index, name);
            }

            _begun[(point.Index, policy)] = Replicates(connection, point.Index, name);
        }
    }

    // Two files are not written at one stroke: of a row and its series a power cut may leave either.
    private static void DropHalves(SqliteConnection connection, StoredPoint point, int policy)
    {
        Run(
            connection,
            """
            DELETE FROM runs WHERE point = $0 AND policy = $1 AND NOT EXISTS(SELECT 1 FROM scratch.series AS kept
                WHERE kept.point = $0 AND kept.policy = $2 AND kept.replicate = runs.replicate AND length(kept.days) = $3)
            """,
            point.Index, point.Policies[policy], policy, SeriesLayout.Bytes(point.Days));
        Run(
            connection,
            """
            DELETE FROM scratch.series WHERE point = $0 AND policy = $2 AND NOT EXISTS(SELECT 1 FROM runs
                WHERE runs.point = $0 AND runs.policy = $1 AND runs.replicate = scratch.series.replicate)
            """,
            point.Index, point.Policies[policy], policy);
    }

    private BitArray Replicates(SqliteConnection connection, int point, string policy)
    {
        const string There = "SELECT replicate FROM runs WHERE point = $0 AND policy = $1 UNION ALL SELECT replicate FROM failures WHERE point = $0 AND policy = $1";
        long last = connection.Scalar($"SELECT MAX(replicate) FROM ({There})", point, policy) as long? ?? -1;
        var replicates = new BitArray((int)last + 1);
        using SqliteCommand whole = connection.Query(There, point, policy);
        using SqliteDataReader reader = whole.ExecuteReader();
        while (reader.Read())
        {
            replicates[reader.GetInt32(0)] = true;
            Runs++;
        }

        return replicates;
    }

    private static void Run(SqliteConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        using SqliteCommand command = connection.Query(sql, values);
        command.ExecuteNonQuery();
    }
}
