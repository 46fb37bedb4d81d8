using Experiments.Analysis;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Ledgers;

namespace Experiments.Validation.Studies;

/// <summary>What the studies came to, replicate by replicate.</summary>
/// <param name="Seed">Seed of all draws.</param>
internal sealed record StudyResults(int Seed)
{
    private readonly Dictionary<(string Study, string Policy, int Day, string Measure), double[]> _values = [];

    /// <summary>Replicates of each study.</summary>
    public Dictionary<string, int> Replicates { get; } = [];

    /// <summary>Runs that failed, with their study and cause.</summary>
    public List<(string Study, string Policy, int Replicate, string Message)> Failures { get; } = [];

    /// <summary>Reads the tables of a finished result file.</summary>
    /// <param name="connection">The file.</param>
    /// <param name="seed">Seed of all draws.</param>
    internal static StudyResults Read(SqliteConnection connection, int seed)
    {
        var results = new StudyResults(seed);
        foreach (object[] row in Rows(connection, "SELECT study, replicates FROM studies ORDER BY study"))
        {
            results.Replicates[(string)row[0]] = (int)(long)row[1];
        }

        foreach (object[] row in Rows(connection, "SELECT study, policy, replicate, day, measure, value FROM measures"))
        {
            results.Add((string)row[0], new Observation((string)row[1], (int)(long)row[3], (string)row[4], row[5] is double value ? value : double.NaN), (int)(long)row[2]);
        }

        foreach (object[] row in Rows(connection, "SELECT study, policy, replicate, message FROM study_failures ORDER BY study, policy, replicate"))
        {
            results.Failures.Add(((string)row[0], (string)row[1], (int)(long)row[2], (string)row[3]));
        }

        return results;
    }

    /// <summary>Takes one number in.</summary>
    internal void Add(string study, Observation observation, int replicate)
    {
        var key = (study, observation.Policy, observation.Day, observation.Measure);
        if (!_values.TryGetValue(key, out double[]? values))
        {
            _values.Add(key, values = [.. Enumerable.Repeat(double.NaN, Replicates[study])]);
        }

        values[replicate] = observation.Value;
    }

    /// <summary>An outcome by replicate, NaN where a run failed or has none; empty where the study was not run.</summary>
    /// <param name="study">Name of the study.</param>
    /// <param name="policy">Name of the policy.</param>
    /// <param name="metric">The outcome.</param>
    /// <param name="day">Number of days after which; 0 means at the end.</param>
    internal IReadOnlyList<double> Of(string study, string policy, Metric metric, int day = 0) => Of(study, policy, MetricInfo.Of(metric).Name, day);

    /// <summary>A measure by replicate, by its name.</summary>
    internal IReadOnlyList<double> Of(string study, string policy, string measure, int day = 0) =>
        _values.TryGetValue((study, policy, day, measure), out double[]? values) ? values : [];

    /// <summary>Columns side by side: one array a replicate, of the replicates that have them all.</summary>
    internal static double[][] Together(params IReadOnlyList<double>[] columns) =>
        [.. Enumerable.Range(0, columns.Min(column => column.Count))
            .Select(replicate => columns.Select(column => column[replicate]).ToArray())
            .Where(row => row.All(double.IsFinite))];

    /// <summary>Ratio of the means of two columns, paired by replicate.</summary>
    internal static Interval? Ratio(IReadOnlyList<double> numerator, IReadOnlyList<double> denominator) =>
        RatioInterval.Of([.. Together(numerator, denominator).Select(row => (row[0], row[1]))]);

    /// <summary>Two columns added, replicate by replicate.</summary>
    internal static IReadOnlyList<double> Sum(IReadOnlyList<double> one, IReadOnlyList<double> other) => [.. one.Zip(other, (a, b) => a + b)];

    private static IEnumerable<object[]> Rows(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.Query(sql);
        using SqliteDataReader rows = command.ExecuteReader();
        while (rows.Read())
        {
            var row = new object[rows.FieldCount];
            rows.GetValues(row);
            yield return row;
        }
    }
}
