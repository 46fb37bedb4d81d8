using System.Globalization;
using Microsoft.Data.Sqlite;
using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.People;
using Simulator.Policies;
using Simulator.Recovery;

namespace Simulator.Tests.Reports;

/// <summary>A result store of real runs of a small audience, in the tables that the report reads.</summary>
internal static class SmallStore
{
    internal const int AudienceSize = 1500;

    private static readonly Message Book = new() { Name = "book", Promotion = 0.9, Personalization = 0.1, Value = 0.1, Copies = 3, Offer = true };

    internal static IReadOnlyList<Schedule> Policies { get; } =
        [Schedule.Silent, Schedule.OneBlast(Book, 3), Schedule.Cadence(Book, 7, 8, 3, 5) with { Name = "weekly" }];

    /// <summary>Writes results.sqlite into a folder.</summary>
    internal static void Write(string folder, int replicates, int horizon, IReadOnlyList<Schedule> policies, bool whatIf = true, bool failure = false)
    {
        using var store = new SqliteConnection($"Data Source={Path.Combine(folder, "results.sqlite")};Pooling=False");
        store.Open();
        using SqliteTransaction transaction = store.BeginTransaction();
        string columns = string.Join(", ", MetricInfo.All.Select(info => info.Name + " REAL"));
        Execute(store, $"CREATE TABLE runs(point INTEGER, policy TEXT, replicate INTEGER, \"scenario.trust.loss\" REAL, {columns})");
        Execute(store, "CREATE TABLE days(point INTEGER, policy TEXT, day INTEGER, metric TEXT, mean REAL, sd REAL, p05 REAL, p25 REAL, p50 REAL, p75 REAL, p95 REAL)");
        Execute(store, "CREATE TABLE points(point INTEGER, name TEXT); CREATE TABLE policies(position INTEGER, name TEXT)");
        Execute(store, "CREATE TABLE failures(point INTEGER, policy TEXT, replicate INTEGER, message TEXT, detail TEXT); CREATE TABLE meta(key TEXT, value TEXT)");
        for (int position = 0; position < policies.Count; position++)
        {
            Execute(store, $"INSERT INTO policies VALUES({position}, '{policies[position].Name}')");
        }

        var scenario = new Scenario { Horizon = horizon, Audience = new Audience { Size = AudienceSize } };
        Fill(store, 0, "as written", scenario, policies, replicates);
        if (whatIf)
        {
            Fill(store, 1, "no trust is lost", scenario with { Trust = new TrustDynamics { Loss = 0 } }, [.. policies.Take(2)], replicates);
        }

        if (failure)
        {
            Execute(store, "INSERT INTO failures VALUES(0, 'weekly', 3, 'the disk <b>is</b> full', '')");
        }

        transaction.Commit();
    }

    private static void Fill(SqliteConnection store, int point, string name, Scenario scenario, IReadOnlyList<Schedule> policies, int replicates)
    {
        Execute(store, $"INSERT INTO points VALUES({point}, '{name}')");
        IReadOnlyList<Outcome>[] outcomes = [.. Enumerable.Range(0, replicates).Select(replicate => Simulation.Compare(scenario, policies, 1, replicate))];
        for (int policy = 0; policy < policies.Count; policy++)
        {
            for (int replicate = 0; replicate < replicates; replicate++)
            {
                IEnumerable<string> values = MetricInfo.All.Select(info => Written(outcomes[replicate][policy][info.Metric]));
                Execute(store, $"INSERT INTO runs VALUES({point}, '{policies[policy].Name}', {replicate}, NULL, {string.Join(", ", values)})");
            }

            Outcome[] ofPolicy = [.. outcomes.Select(replicate => replicate[policy])];
            foreach (MetricInfo info in MetricInfo.All.Where(info => info.IsDaily))
            {
                Days(store, point, policies[policy].Name, info, ofPolicy, scenario.Horizon);
            }
        }
    }

    private static void Days(SqliteConnection store, int point, string policy, MetricInfo info, Outcome[] outcomes, int horizon)
    {
        double[][] courses = [.. outcomes.Select(outcome =>
        {
            var days = new double[horizon];
            outcome.Daily(info.Metric, days);
            return days;
        })];
        for (int day = 0; day < horizon; day++)
        {
            double[] values = [.. courses.Select(course => course[day]).Where(double.IsFinite).Order()];
            if (values.Length > 0)
            {
                double mean = values.Average();
                double? deviation = values.Length > 1 ? Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1)) : null;
                string[] numbers = [Written(mean), Written(deviation), Written(values[0]), Written(values[0]), Written(values[values.Length / 2]), Written(values[^1]), Written(values[^1])];
                Execute(store, $"INSERT INTO days VALUES({point}, '{policy}', {day}, '{info.Name}', {string.Join(", ", numbers)})");
            }
        }
    }

    private static string Written(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "NULL";

    private static void Execute(SqliteConnection store, string sql)
    {
        using SqliteCommand command = store.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
