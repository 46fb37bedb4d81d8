using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Experiments.Store;

/// <summary>What a result file says about itself: the table <c>meta</c>.</summary>
internal sealed class StoreMeta
{
    private const string SchemaVersion = "schema_version";
    private const string ExperimentHash = "experiment_hash";
    private const string ToolVersion = "tool_version";
    private const string ToolCommit = "tool_commit";
    private const string Started = "started";
    private const string Finished = "finished";
    private const string EvaluationCount = "evaluations";
    private const string FailedEvaluationCount = "failed_evaluations";
    private const string Probability = "probability_of_correct_selection";

    private readonly Dictionary<string, string> _values;

    private StoreMeta(Dictionary<string, string> values) => _values = values;

    /// <summary>When the first run started.</summary>
    internal DateTimeOffset StartedAt => DateTimeOffset.Parse(_values[Started], CultureInfo.InvariantCulture);

    /// <summary>When the last run was summarised; null for an unfinished experiment.</summary>
    internal DateTimeOffset? FinishedAt =>
        _values.TryGetValue(Finished, out string? time) ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) : null;

    /// <summary>Commit of the program that made the runs; null when unknown.</summary>
    internal string? Commit => _values.GetValueOrDefault(ToolCommit);

    /// <summary>Lower bound of the probability that the first of the ranking is the best; null without a ranking.</summary>
    internal double? ProbabilityOfCorrectSelection =>
        _values.TryGetValue(Probability, out string? value) ? double.Parse(value, CultureInfo.InvariantCulture) : null;

    /// <summary>How often a method asked the model; 0 without a method.</summary>
    internal long Evaluations => Count(EvaluationCount);

    /// <summary>Runs that failed while a method asked the model.</summary>
    internal long FailedEvaluations => Count(FailedEvaluationCount);

    /// <summary>Whether runs of this program and the file's may stand in one table: both were built from the same commit, as far as known.</summary>
    internal bool IsSameBuild => Commit is null || Tool.Commit is null || Commit == Tool.Commit;

    /// <summary>Whether this version of the program wrote the file, in the tables it writes now.</summary>
    internal bool IsThisVersions =>
        _values.GetValueOrDefault(SchemaVersion) == StoreSchema.Version.ToString(CultureInfo.InvariantCulture) && _values.GetValueOrDefault(ToolVersion) == Tool.Version;

    /// <summary>Reads the table.</summary>
    /// <exception cref="SqliteException">There is none.</exception>
    internal static StoreMeta Read(SqliteConnection connection)
    {
        var values = new Dictionary<string, string>();
        using SqliteCommand command = connection.Query("SELECT key, value FROM meta");
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            values[reader.GetString(0)] = reader.GetString(1);
        }

        return new StoreMeta(values);
    }

    /// <summary>Writes the table of a new file.</summary>
    internal static void Write(SqliteConnection connection, StoreLayout layout)
    {
        Set(connection, SchemaVersion, StoreSchema.Version.ToString(CultureInfo.InvariantCulture));
        Set(connection, ExperimentHash, layout.Hash);
        Set(connection, ToolVersion, Tool.Version);
        Set(connection, "seed", layout.Seed.ToString(CultureInfo.InvariantCulture));
        Set(connection, "replicates", layout.Replicates.ToString(CultureInfo.InvariantCulture));
        Set(connection, "replicates_at_most", layout.MostReplicates.ToString(CultureInfo.InvariantCulture));
        Set(connection, Started, Now());
        if (Tool.Commit is { } commit)
        {
            Set(connection, ToolCommit, commit);
        }
    }

    /// <summary>Marks the experiment as finished.</summary>
    internal static void Finish(SqliteConnection connection) => Set(connection, Finished, Now());

    /// <summary>Sets when the first run started, where that was before the file was made.</summary>
    internal static void SetStarted(SqliteConnection connection, DateTimeOffset time) => Set(connection, Started, Text(time));

    /// <summary>Writes the probability of correct selection that a ranking reached.</summary>
    internal static void SetProbability(SqliteConnection connection, double probability) =>
        Set(connection, Probability, probability.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Writes how often a method asked the model.</summary>
    internal static void SetEvaluations(SqliteConnection connection, long done, long failed)
    {
        Set(connection, EvaluationCount, done.ToString(CultureInfo.InvariantCulture));
        Set(connection, FailedEvaluationCount, failed.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Why this program must not go on with this file, or null when it may.</summary>
    /// <param name="layout">The experiment that is to be run.</param>
    internal string? Objection(StoreLayout layout)
    {
        if (OtherVersion() is { } objection)
        {
            return objection;
        }

        if (ExperimentHashIsNot(layout.Hash))
        {
            return "holds another experiment";
        }

        return FinishedAt is null && !IsSameBuild
            ? $"holds runs of a program built from commit {Commit}; this one was built from {Tool.Commit}, and one table must not mix the two"
            : null;
    }

    /// <summary>Whether the runs are those of another experiment.</summary>
    /// <param name="hash">Hash of the experiment.</param>
    internal bool ExperimentHashIsNot(string hash) => _values.GetValueOrDefault(ExperimentHash) != hash;

    /// <summary>Why this program does not understand this file, or null when it does.</summary>
    internal string? OtherVersion()
    {
        string schema = _values.GetValueOrDefault(SchemaVersion, "unknown");
        if (schema != StoreSchema.Version.ToString(CultureInfo.InvariantCulture))
        {
            return $"was written with result tables of version {schema}; this program writes version {StoreSchema.Version}";
        }

        string version = _values.GetValueOrDefault(ToolVersion, "unknown");
        return version == Tool.Version ? null : $"was written by version {version}; this is version {Tool.Version}, whose results may differ";
    }

    private long Count(string key) => _values.TryGetValue(key, out string? value) ? long.Parse(value, CultureInfo.InvariantCulture) : 0;

    private static void Set(SqliteConnection connection, string key, string value)
    {
        using SqliteCommand command = connection.Query("INSERT OR REPLACE INTO meta VALUES ($0, $1)", key, value);
        command.ExecuteNonQuery();
    }

    private static string Now() => Text(DateTimeOffset.UtcNow);

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
