using Microsoft.Data.Sqlite;
using Simulator.Ledgers;

namespace Experiments.Store;

/// <summary>The prepared statements that take runs in.</summary>
internal sealed class RowInserts : IDisposable
{
    private readonly StoreLayout _layout;
    private readonly IReadOnlyList<string> _varied;
    private readonly SqliteCommand _run;
    private readonly SqliteCommand _series;
    private readonly SqliteCommand _failure;

    internal RowInserts(SqliteConnection connection, StoreLayout layout)
    {
        _layout = layout;
        _varied = layout.VariedPaths;
        int columns = 3 + _varied.Count + MetricInfo.All.Count;
        _run = connection.Prepare($"INSERT INTO runs VALUES ({Parameters(columns)})", columns);
        _series = connection.Prepare("INSERT INTO scratch.series VALUES ($0, $1, $2, $3)", 4);
        _failure = connection.Prepare("INSERT INTO failures VALUES ($0, $1, $2, $3, $4)", 5);
    }

    /// <summary>Parameters named <c>$0</c>, <c>$1</c>, … as SQL.</summary>
    internal static string Parameters(int count) => string.Join(", ", Enumerable.Range(0, count).Select(index => $"${index}"));

    /// <summary>Takes all policies of a replicate in.</summary>
    internal void Insert(FinishedReplicate replicate)
    {
        for (int policy = 0; policy < replicate.Runs.Count; policy++)
        {
            FinishedRun run = replicate.Runs[policy];
            if (run is { Outcomes: { } outcomes, Series: { } series })
            {
                Insert(replicate, run.Policy, outcomes);
                Fill(_series, replicate.Point, policy, replicate.Replicate, series);
                _series.ExecuteNonQuery();
            }
            else
            {
                RunFailure failure = run.Failure ?? throw new ArgumentException("A run has neither results nor a failure.", nameof(replicate));
                Fill(_failure, replicate.Point, run.Policy, replicate.Replicate, failure.Message, failure.Detail);
                _failure.ExecuteNonQuery();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _run.Dispose();
        _series.Dispose();
        _failure.Dispose();
    }

    private void Insert(FinishedReplicate replicate, string policy, double[] outcomes)
    {
        SqliteParameterCollection values = _run.Parameters;
        (values[0].Value, values[1].Value, values[2].Value) = (replicate.Point, policy, replicate.Replicate);
        IReadOnlyDictionary<string, string> set = _layout.Points[replicate.Point].Set;
        for (int path = 0; path < _varied.Count; path++)
        {
            values[3 + path].Value = set.TryGetValue(_varied[path], out string? value) ? value : DBNull.Value;
        }

        for (int outcome = 0; outcome < outcomes.Length; outcome++)
        {
            values[3 + _varied.Count + outcome].Value = double.IsFinite(outcomes[outcome]) ? outcomes[outcome] : DBNull.Value;
        }

        _run.ExecuteNonQuery();
    }

    private static void Fill(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (int index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }
    }
}
