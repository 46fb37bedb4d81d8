using System.Globalization;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Ledgers;

namespace Experiments.Running.Verifying;

/// <summary>Everything a store holds about single runs, as texts by name, and what a run that was done again gives under the same names.</summary>
/// <param name="store">The result file.</param>
internal sealed class StoredRuns(SqliteConnection store)
{
    private const string Failure = "failure";

    /// <summary>What the store holds about a run; empty when it knows nothing of it.</summary>
    internal SortedDictionary<string, string> Read(int point, string policy, int replicate)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Read(values, "runs", "''", MetricInfo.All, point, policy, replicate);
        Read(values, "horizons", "' after ' || horizon || ' days'", SeriesLayout.Metrics, point, policy, replicate);
        Read(values, "segments", "' of segment ' || segment", StoreSchema.SegmentMetrics, point, policy, replicate);
        if (store.Scalar("SELECT message FROM failures WHERE point = $0 AND policy = $1 AND replicate = $2", point, policy, replicate) is string message)
        {
            values[Failure] = message;
        }

        return values;
    }

    /// <summary>What the store would hold about a run.</summary>
    internal SortedDictionary<string, string> Of(FinishedRun run)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (run.Outcomes is not { } outcomes)
        {
            values[Failure] = run.Failure!.Message;
            return values;
        }

        Add(values, "", MetricInfo.All, outcomes);
        foreach ((int horizon, double[] ofHorizon) in run.Horizons)
        {
            Add(values, $" after {horizon} days", SeriesLayout.Metrics, ofHorizon);
        }

        foreach ((string segment, double[] ofSegment) in run.Segments)
        {
            Add(values, $" of segment {segment}", StoreSchema.SegmentMetrics, ofSegment);
        }

        return values;
    }

    private void Read(
        SortedDictionary<string, string> values, string table, string suffix, IReadOnlyList<MetricInfo> metrics, int point, string policy, int replicate)
    {
        using SqliteCommand command = store.Query(
            $"SELECT {suffix}, {StoreSchema.Names(metrics)} FROM {table} WHERE point = $0 AND policy = $1 AND replicate = $2", point, policy, replicate);
        using SqliteDataReader row = command.ExecuteReader();
        double[] cells = new double[metrics.Count];
        while (row.Read())
        {
            for (int metric = 0; metric < cells.Length; metric++)
            {
                cells[metric] = row.IsDBNull(1 + metric) ? double.NaN : row.GetDouble(1 + metric);
            }

            Add(values, row.GetString(0), metrics, cells);
        }
    }

    private static void Add(SortedDictionary<string, string> values, string suffix, IReadOnlyList<MetricInfo> metrics, ReadOnlySpan<double> cells)
    {
        for (int metric = 0; metric < cells.Length; metric++)
        {
            values[metrics[metric].Name + suffix] = Text(cells[metric]);
        }
    }

    // The shortest text that gives the same bits again tells two numbers apart exactly when they differ; SQLite knows no −0.
    private static string Text(double value) => double.IsFinite(value) ? (value == 0 ? 0 : value).ToString("R", CultureInfo.InvariantCulture) : "";
}
