using Microsoft.Data.Sqlite;
using Simulator.Ledgers;

namespace Experiments.Store;

/// <summary>The prepared statements that take runs in.</summary>
internal sealed class RowInserts : IDisposable
{
    private readonly IReadOnlyList<int> _horizons;
    private readonly IReadOnlyList<string> _varied;
    private readonly SqliteCommand _run;
    private readonly SqliteCommand _horizon;
    private readonly SqliteCommand _segment;
    private readonly SqliteCommand _series;
    private readonly SqliteCommand _failure;

    internal RowInserts(SqliteConnection connection, StoreLayout layout)
    {
        (_horizons, _varied) = (layout.Horizons, layout.VariedPaths);
        _run = Insert(connection, "runs", 3 + _varied.Count + MetricInfo.All.Count);
        _horizon = Insert(connection, "horizons", 4 + SeriesLayout.Metrics.Count);
        _segment = Insert(connection, "segments", 4 + StoreSchema.SegmentMetrics.Count);
        _series = Insert(connection, "scratch.series", 4);
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
                StoreConnection.Run(_series, replicate.Point, run.Position, replicate.Replicate, series);
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
        SqliteParameterCollection values = _run.Parameters;
        (values[0].Value, values[1].Value, values[2].Value) = (replicate.Point, policy, replicate.Replicate);
        for (int path = 0; path < _varied.Count; path++)
        {
            values[3 + path].Value = replicate.Varied.TryGetValue(_varied[path], out string? value) ? value : DBNull.Value;
        }

        Fill(values, 3 + _varied.Count, outcomes);
        _run.ExecuteNonQuery();
    }

    private void InsertHorizons(FinishedReplicate replicate, string policy, byte[] series)
    {
        foreach (int horizon in _horizons)
        {
            // Where the horizon itself is varied, a short run does not reach a late one.
            if (SeriesLayout.Day(series, horizon - 1) is { IsEmpty: false } day)
            {
                Fill(_horizon.Parameters, 4, day);
                StoreConnection.Run(_horizon, replicate.Point, policy, replicate.Replicate, horizon);
            }
        }
    }

    private void InsertSegments(FinishedReplicate replicate, FinishedRun run)
    {
        foreach ((string segment, double[] outcomes) in run.Segments)
        {
            Fill(_segment.Parameters, 4, outcomes);
            StoreConnection.Run(_segment, replicate.Point, run.Policy, replicate.Replicate, segment);
        }
    }

    private static void Fill(SqliteParameterCollection parameters, int first, ReadOnlySpan<double> values)
    {
        for (int index = 0; index < values.Length; index++)
        {
            parameters[first + index].Value = OrNull(values[index]);
        }
    }
}
