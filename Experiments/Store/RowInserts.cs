using Microsoft.Data.Sqlite;
using Simulator.Ledgers;

namespace Experiments.Store;

/// <summary>The prepared statements that take runs in.</summary>
internal sealed class RowInserts : IDisposable
{
    private readonly IReadOnlyList<int> _horizons;
    private readonly IReadOnlyList<string> _varied;
    private readonly RowInsert _run;
    private readonly RowInsert _horizon;
    private readonly RowInsert _segment;
    private readonly RowInsert _series;
    private readonly SqliteCommand _failure;

    internal RowInserts(SqliteConnection connection, StoreLayout layout)
    {
        (_horizons, _varied) = (layout.Horizons, layout.VariedPaths);
        _run = new RowInsert(connection, "runs", 3 + _varied.Count + MetricInfo.All.Count);
        _horizon = new RowInsert(connection, "horizons", 4 + SeriesLayout.Metrics.Count);
        _segment = new RowInsert(connection, "segments", 4 + StoreSchema.SegmentMetrics.Count);
        _series = new RowInsert(connection, "scratch.series", 4);
        _failure = Insert(connection, "failures", 5);
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
            if (run is { Outcomes: { } outcomes, Series: { } series })
            {
                Insert(replicate, run.Policy, outcomes);
                InsertHorizons(replicate, run.Policy, series);
                InsertSegments(replicate, run);
                _series.Bind(1, replicate.Point);
                _series.Bind(2, run.Position);
                _series.Bind(3, replicate.Replicate);
                _series.BindBlob(4, series);
                _series.Run();
            }
            else
            {
                RunFailure failure = run.Failure ?? throw new ArgumentException("A run has neither results nor a failure.", nameof(replicate));
                StoreConnection.Run(_failure, replicate.Point, run.Policy, replicate.Replicate, failure.Message, failure.Detail);
            }
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

    private void InsertHorizons(FinishedReplicate replicate, string policy, byte[] series)
    {
        foreach (int horizon in _horizons)
        {
            // Where the horizon itself is varied, a short run does not reach a late one.
            if (SeriesLayout.Day(series, horizon - 1) is { IsEmpty: false } day)
            {
                Address(_horizon, replicate, policy);
                _horizon.Bind(4, horizon);
                _horizon.Bind(5, day);
                _horizon.Run();
            }
        }
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
