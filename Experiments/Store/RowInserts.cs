using Microsoft.Data.Sqlite;
using Simulator.Ledgers;

namespace Experiments.Store;

/// <summary>The prepared statements that take runs in.</summary>
internal sealed class RowInserts : IDisposable
{
    private readonly IReadOnlyList<string> _varied;
    private readonly RowInsert _run;
    private readonly RowInsert _horizon;
    private readonly RowInsert _segment;
    private readonly RowInsert _series;
    private readonly SqliteCommand _failure;
    private readonly SqliteCommand _cell;

    /// <summary>Prepares them.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="layout">The experiment.</param>
    /// <param name="series">The table that takes daily series.</param>
    internal RowInserts(SqliteConnection connection, StoreLayout layout, string series = StoreSchema.ScratchSeries)
    {
        _varied = layout.VariedPaths;
        _run = new RowInsert(connection, "runs", 3 + _varied.Count + MetricInfo.All.Count);
        _horizon = new RowInsert(connection, "horizons", 4 + SeriesLayout.Metrics.Count);
        _segment = new RowInsert(connection, "segments", 4 + StoreSchema.SegmentMetrics.Count);
        _series = new RowInsert(connection, series, 4);
        _failure = Insert(connection, "failures", 5);
        _cell = Insert(connection, "cells", 4);
    }

    /// <summary>Parameters named <c>$0</c>, <c>$1</c>, … as SQL.</summary>
    internal static string Parameters(int count) => string.Join(", ", Enumerable.Range(0, count).Select(index => $"${index}"));

    /// <summary>A statement that inserts a whole row.</summary>
    internal static SqliteCommand Insert(SqliteConnection connection, string table, int columns) =>
        connection.Prepare($"INSERT INTO {table} VALUES ({Parameters(columns)})", columns);

    /// <summary>A value as the tables take it: what is missing is null.</summary>
    internal static object OrNull(double value) => double.IsFinite(value) ? value : DBNull.Value;

    /// <summary>Takes the policies of a replicate in.</summary>
    internal void Insert(FinishedReplicate replicate)
    {
        foreach (FinishedRun run in replicate.Runs)
        {
            if (run.Outcomes is { } outcomes)
            {
                Insert(replicate, run.Policy, outcomes);
                InsertHorizons(replicate, run);
                InsertSegments(replicate, run);
                if (run.Series is { } series)
                {
                    InsertSeries(replicate, run.Position, series);
                }
            }
            else
            {
                RunFailure failure = run.Failure ?? throw new ArgumentException("A run has neither results nor a failure.", nameof(replicate));
                StoreConnection.Run(_failure, replicate.Point, run.Policy, replicate.Replicate, failure.Message, failure.Detail);
            }
        }
    }

    /// <summary>Notes that a point gets no more replicates.</summary>
    internal void Insert(int point, IReadOnlyList<Cell> cells)
    {
        foreach (Cell cell in cells)
        {
            StoreConnection.Run(_cell, point, cell.Policy, cell.Hash, cell.Replicates);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _run.Dispose();
        _horizon.Dispose();
        _segment.Dispose();
        _series.Dispose();
        _failure.Dispose();
        _cell.Dispose();
    }

    private void Insert(FinishedReplicate replicate, string policy, double[] outcomes)
    {
        Address(_run, replicate, policy);
        for (int path = 0; path < _varied.Count; path++)
        {
            _run.Bind(4 + path, replicate.Varied.GetValueOrDefault(_varied[path]));
        }

        _run.Bind(4 + _varied.Count, outcomes);
        _run.Run();
    }

    private void InsertHorizons(FinishedReplicate replicate, FinishedRun run)
    {
        foreach ((int horizon, double[] values) in run.Horizons)
        {
            Address(_horizon, replicate, run.Policy);
            _horizon.Bind(4, horizon);
            _horizon.Bind(5, values);
            _horizon.Run();
        }
    }

    private void InsertSeries(FinishedReplicate replicate, int position, byte[] series)
    {
        _series.Bind(1, replicate.Point);
        _series.Bind(2, position);
        _series.Bind(3, replicate.Replicate);
        _series.BindBlob(4, series);
        _series.Run();
    }

    private void InsertSegments(FinishedReplicate replicate, FinishedRun run)
    {
        foreach ((string segment, double[] outcomes) in run.Segments)
        {
            Address(_segment, replicate, run.Policy);
            _segment.Bind(4, segment);
            _segment.Bind(5, outcomes);
            _segment.Run();
        }
    }

    private static void Address(RowInsert insert, FinishedReplicate replicate, string policy)
    {
        insert.Bind(1, replicate.Point);
        insert.Bind(2, policy);
        insert.Bind(3, replicate.Replicate);
    }
}
