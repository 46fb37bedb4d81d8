using System.Security.Cryptography;
using System.Text.Json;
using Experiments.Running;
using Experiments.Running.Methods;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Ledgers;

namespace Experiments.Cluster;

/// <summary>
/// Answers a method from the shards of earlier rounds. A method is a program that asks, waits and asks again; here it never waits: where an answer is
/// missing it is ended, the round runs, and the next time it is led from its last stored step to the same question, which is then answered at once. That
/// works because everything a method does follows from its seed and the answers.
/// </summary>
/// <param name="folder">Where the rounds are.</param>
/// <param name="plan">The experiment.</param>
/// <param name="rounds">The rounds that are looked at.</param>
internal sealed class RoundResults(ClusterFolder folder, ExperimentPlan plan, IReadOnlyList<Round> rounds)
{
    private readonly string[] _policies = [.. plan.Points[0].Policies.Select(policy => policy.Name)];
    private readonly ShardIntake _check = new(plan.Layout());
    private readonly List<string> _refused = [];

    /// <summary>Files that were not used, each with the reason.</summary>
    internal IReadOnlyList<string> Refused => _refused;

    /// <summary>The results of what a method asks for, in its order.</summary>
    /// <param name="after">Evaluations it has done.</param>
    /// <param name="wanted">What it asks for.</param>
    /// <exception cref="RoundWantedException">Not all of it is there.</exception>
    internal IReadOnlyList<FinishedReplicate> Of(long after, IReadOnlyList<Evaluation> wanted)
    {
        string key = KeyOf(wanted);
        var results = new FinishedReplicate?[wanted.Count];
        foreach (Round round in rounds.Where(round => round.After == after && round.Key == key))
        {
            foreach (string file in folder.ShardFiles(round.Number))
            {
                Read(file, wanted, results);
            }
        }

        NumberedEvaluation[] missing = [.. Enumerable.Range(0, wanted.Count).Where(index => results[index] is null).Select(index => new NumberedEvaluation(index, wanted[index]))];
        return missing.Length == 0 ? results.OfType<FinishedReplicate>().ToArray() : throw new RoundWantedException(after, key, missing);
    }

    /// <summary>Hash of what is asked for, hexadecimal.</summary>
    internal static string KeyOf(IReadOnlyList<Evaluation> wanted) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(wanted)));

    private void Read(string file, IReadOnlyList<Evaluation> wanted, FinishedReplicate?[] results)
    {
        try
        {
            if (_check.Objection(file) is { } objection)
            {
                _refused.Add($"{file} {objection}. {ShardIntake.SetAside(file)}");
                return;
            }

            using SqliteConnection shard = StoreConnection.Open(file, SqliteOpenMode.ReadOnly);
            foreach (IGrouping<int, FinishedRun> evaluation in Runs(shard).Concat(Failed(shard)).GroupBy(run => run.Index, run => run.Run))
            {
                FinishedRun[] runs = [.. evaluation.OrderBy(run => run.Position)];
                if (evaluation.Key < wanted.Count && runs.Length == _policies.Length)
                {
                    results[evaluation.Key] = new FinishedReplicate(evaluation.Key, wanted[evaluation.Key].Set, wanted[evaluation.Key].Replicate, runs);
                }
            }
        }
        catch (SqliteException error) when (StoreConnection.IsDamage(error))
        {
            _refused.Add($"{file} is damaged ({error.Message}). {ShardIntake.SetAside(file)} What it held is run again.");
        }
    }

    private List<(int Index, FinishedRun Run)> Runs(SqliteConnection shard)
    {
        Dictionary<(int, string), List<(int, double[])>> horizons = Horizons(shard);
        var runs = new List<(int, FinishedRun)>();
        using SqliteCommand command = shard.Query($"SELECT point, policy, {StoreSchema.Names(MetricInfo.All)} FROM runs");
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            (int index, string policy) = (row.GetInt32(0), row.GetString(1));
            runs.Add((index, new FinishedRun(Array.IndexOf(_policies, policy), policy, Numbers(row, 2, MetricInfo.All.Count), null, null)
            {
                Horizons = horizons.GetValueOrDefault((index, policy)) ?? [],
            }));
        }

        return runs;
    }

    private static Dictionary<(int, string), List<(int, double[])>> Horizons(SqliteConnection shard)
    {
        var horizons = new Dictionary<(int, string), List<(int, double[])>>();
        using SqliteCommand command = shard.Query($"SELECT point, policy, horizon, {StoreSchema.Names(SeriesLayout.Metrics)} FROM horizons ORDER BY point, policy, horizon");
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            (int, string) run = (row.GetInt32(0), row.GetString(1));
            if (!horizons.TryGetValue(run, out List<(int, double[])>? days))
            {
                horizons[run] = days = [];
            }

            days.Add((row.GetInt32(2), Numbers(row, 3, SeriesLayout.Metrics.Count)));
        }

        return horizons;
    }

    private List<(int Index, FinishedRun Run)> Failed(SqliteConnection shard)
    {
        var failed = new List<(int, FinishedRun)>();
        using SqliteCommand command = shard.Query("SELECT point, policy, message, detail FROM failures");
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            string policy = row.GetString(1);
            failed.Add((row.GetInt32(0), new FinishedRun(Array.IndexOf(_policies, policy), policy, null, null, new RunFailure(row.GetString(2), row.GetString(3)))));
        }

        return failed;
    }

    private static double[] Numbers(SqliteDataReader row, int first, int count)
    {
        var numbers = new double[count];
        for (int column = 0; column < count; column++)
        {
            numbers[column] = row.IsDBNull(first + column) ? double.NaN : row.GetDouble(first + column);
        }

        return numbers;
    }
}
