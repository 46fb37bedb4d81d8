using System.Collections;
using Microsoft.Data.Sqlite;

namespace Experiments.Store;

/// <summary>
/// What a store already held when it was opened. A replicate is done when every policy has either its row and its daily
/// series, or its failure; whatever else an interruption left behind is removed.
/// </summary>
/// <remarks>Memory: one bit a replicate of the few points that were begun and not finished, one byte a point.</remarks>
internal sealed class DoneReplicates
{
    private readonly bool[] _finished;
    private readonly Dictionary<int, BitArray> _begun = [];
    private readonly int _replicates;

    private DoneReplicates(StoreLayout layout)
    {
        _finished = new bool[layout.Points.Count];
        _replicates = layout.Replicates;
    }

    /// <summary>Whether all runs of a point are there and summarised.</summary>
    internal bool IsFinished(int point) => _finished[point];

    /// <summary>Whether a replicate of a point need not be run.</summary>
    internal bool IsDone(int point, int replicate) =>
        _finished[point] || (_begun.TryGetValue(point, out BitArray? done) && done[replicate]);

    /// <summary>How many replicates of a point need not be run.</summary>
    internal int Count(int point) =>
        _finished[point] ? _replicates : _begun.TryGetValue(point, out BitArray? done) ? done.Cast<bool>().Count(bit => bit) : 0;

    /// <summary>Reads what is done and removes what is half done.</summary>
    /// <param name="connection">The store, with its scratch file attached.</param>
    /// <param name="layout">What the store is to hold.</param>
    internal static DoneReplicates Read(SqliteConnection connection, StoreLayout layout)
    {
        var done = new DoneReplicates(layout);
        connection.Execute("""
            CREATE TEMP TABLE done(point INTEGER, replicate INTEGER, policies INTEGER, PRIMARY KEY(point, replicate)) WITHOUT ROWID;
            CREATE TEMP TABLE begun(point INTEGER PRIMARY KEY);
            INSERT INTO begun SELECT point FROM points WHERE
                EXISTS(SELECT 1 FROM runs WHERE runs.point = points.point) OR EXISTS(SELECT 1 FROM failures WHERE failures.point = points.point);
            """);

        // The summaries of a point are written in one transaction, so one row of them proves that all are there.
        foreach (int point in Points(connection, "SELECT point FROM begun WHERE EXISTS(SELECT 1 FROM days WHERE days.point = begun.point)"))
        {
            done._finished[point] = true;
        }

        connection.Execute("DELETE FROM begun WHERE EXISTS(SELECT 1 FROM days WHERE days.point = begun.point)");
        foreach (int point in Points(connection, "SELECT point FROM begun"))
        {
            done.Look(connection, layout.Points[point]);
        }

        connection.Execute("""
            BEGIN;
            DELETE FROM runs WHERE point IN (SELECT point FROM begun) AND (point, replicate) NOT IN (SELECT point, replicate FROM done);
            DELETE FROM failures WHERE point IN (SELECT point FROM begun) AND (point, replicate) NOT IN (SELECT point, replicate FROM done);
            DELETE FROM scratch.series WHERE (point, replicate) NOT IN (SELECT point, replicate FROM done);
            COMMIT;
            DROP TABLE done;
            DROP TABLE begun;
            """);
        return done;
    }

    private static List<int> Points(SqliteConnection connection, string sql)
    {
        var points = new List<int>();
        using SqliteCommand command = connection.Query(sql);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            points.Add(reader.GetInt32(0));
        }

        return points;
    }

    private void Look(SqliteConnection connection, StoredPoint point)
    {
        for (int policy = 0; policy < point.Policies.Count; policy++)
        {
            using SqliteCommand there = connection.Query("""
                INSERT INTO done SELECT point, replicate, 1 FROM (
                    SELECT point, replicate FROM runs AS run WHERE point = $0 AND policy = $1 AND EXISTS(
                        SELECT 1 FROM scratch.series AS kept
                        WHERE kept.point = $0 AND kept.policy = $2 AND kept.replicate = run.replicate AND length(kept.days) = $3)
                    UNION ALL SELECT point, replicate FROM failures WHERE point = $0 AND policy = $1)
                WHERE true ON CONFLICT DO UPDATE SET policies = policies + 1
                """, point.Index, point.Policies[policy], policy, SeriesLayout.Bytes(point.Days));
            there.ExecuteNonQuery();
        }

        using SqliteCommand half = connection.Query("DELETE FROM done WHERE point = $0 AND policies < $1", point.Index, point.Policies.Count);
        half.ExecuteNonQuery();
        var replicates = new BitArray(_replicates);
        using SqliteCommand whole = connection.Query("SELECT replicate FROM done WHERE point = $0", point.Index);
        using SqliteDataReader reader = whole.ExecuteReader();
        while (reader.Read())
        {
            replicates[reader.GetInt32(0)] = true;
        }

        _begun[point.Index] = replicates;
    }
}
