using System.Globalization;
using Experiments.Analysis;
using Experiments.Designs;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Policies;

namespace Simulator.Tests.Analysis.Sweeps;

/// <summary>A store of a sweep whose outcomes are a known function, so that what a report finds is known beforehand.</summary>
internal sealed record SweepStore
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    /// <summary>What is varied.</summary>
    internal required Sweep Sweep { get; init; }

    /// <summary>Policies that send.</summary>
    internal IReadOnlyList<string> Policies { get; init; } = ["regular"];

    internal int Replicates { get; init; } = 12;

    internal int Days { get; init; } = 60;

    /// <summary>Net value above silence at the end of a day (0–1 of the horizon), without luck.</summary>
    internal required Func<string, IReadOnlyList<Level>, double, double> NetValue { get; init; }

    /// <summary>Trust debt at the end.</summary>
    internal Func<string, IReadOnlyList<Level>, double> TrustDebt { get; init; } = (_, _) => 0.1;

    /// <summary>Complaints of a replicate.</summary>
    internal Func<IReadOnlyList<Level>, int, double> Complaints { get; init; } = (_, replicate) => 5 + Luck(replicate, 7);

    internal IReadOnlyList<int> Horizons { get; init; } = [];

    internal IReadOnlyList<string> Segments { get; init; } = [];

    /// <summary>Trust debt of a segment at the end, by the number of the segment.</summary>
    internal Func<int, IReadOnlyList<Level>, double> SegmentDebt { get; init; } = (segment, _) => 0.1 * (segment + 1);

    internal IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Luck that is the same in every cell, and luck of a cell's own.</summary>
    internal (double Shared, double Own) Noise { get; init; } = (5, 0.5);

    /// <summary>Whether a run failed.</summary>
    internal bool HasFailure { get; init; }

    internal ExperimentFacts Facts => new("made-up", "How often is <too> often?", 1, Replicates, null, Days, 1000, "0123456789abcdef")
    {
        Sweep = Sweep,
        Horizons = Horizons,
        Outcomes = Outcomes,
    };

    /// <summary>A number that looks random, between −1 and 1, of mean 0.</summary>
    internal static double Luck(int replicate, int salt) => Math.Sin((replicate * 12.9898) + (salt * 78.233)) * 43758.5453 is var wild ? (2 * (wild - Math.Floor(wild))) - 1 : 0;

    internal static Factor Factor(string path, string label, params double[] levels) =>
        new() { Path = path, Label = label, Listed = [.. levels.Select(level => new Level(level.ToString("R", CultureInfo.InvariantCulture), level, Nothing))] };

    internal static Factor Factor(string path, string label, params string[] levels) =>
        new() { Path = path, Label = label, Listed = [.. levels.Select(level => new Level(level, null, Nothing))] };

    internal static Sweep Grid(params Factor[] factors) => new(new Design(), factors);

    /// <summary>Every combination of a grid; of a one-at-a-time design the first levels, then each factor at each other level.</summary>
    internal IReadOnlyList<IReadOnlyList<Level>> Rows()
    {
        if (Sweep.Design.Kind == Design.OneAtATime)
        {
            Level[] written = [.. Sweep.Factors.Select(factor => factor.Listed[0])];
            return [written, .. Sweep.Factors.SelectMany((factor, index) => factor.Listed.Skip(1).Select(level => written.Select((one, other) => other == index ? level : one).ToArray()))];
        }

        var table = new GridTable(Sweep.Factors);
        return [.. Enumerable.Range(0, table.Count).Select(row => table.Row(row).Select(level => level!).ToArray())];
    }

    /// <summary>Writes results.sqlite into a folder and returns its path.</summary>
    internal string Write(string folder)
    {
        string path = Path.Combine(folder, "results.sqlite");
        using SqliteConnection store = StoreConnection.Open(path, SqliteOpenMode.ReadWriteCreate);
        using SqliteTransaction transaction = store.BeginTransaction();
        store.Execute(StoreSchema.Results(Sweep.Paths));
        string[] policies = [Schedule.SilentName, .. Policies];
        for (int position = 0; position < policies.Length; position++)
        {
            store.Execute($"INSERT INTO policies VALUES({position}, '{policies[position]}')");
        }

        IReadOnlyList<IReadOnlyList<Level>> rows = Rows();
        for (int point = 0; point < rows.Count; point++)
        {
            string values = string.Concat(rows[point].Select(level => level.Number is null ? $", '{level.Text}'" : ", " + level.Text));
            store.Execute($"INSERT INTO points VALUES({point}, 'point {point}'{values})");
            for (int policy = 0; policy < policies.Length; policy++)
            {
                Fill(store, point, policies[policy], policy, rows[point]);
            }
        }

        if (HasFailure)
        {
            store.Execute("DELETE FROM runs WHERE point = 0 AND replicate = 1; INSERT INTO failures VALUES(0, 'regular', 1, 'the disk <b>is</b> full', '')");
        }

        transaction.Commit();
        return path;
    }

    private void Fill(SqliteConnection store, int point, string policy, int position, IReadOnlyList<Level> levels)
    {
        bool silent = position == 0;
        double Value(int replicate, double time) => 100 + (Noise.Shared * Luck(replicate, 1))
            + (silent ? 0 : NetValue(policy, levels, time) + (Noise.Own * Luck(replicate, (point * 31) + position + 100)));
        double debt = silent ? 0 : TrustDebt(policy, levels);
        for (int replicate = 0; replicate < Replicates; replicate++)
        {
            Insert(store, "runs", $"{point}, '{policy}', {replicate}", "point, policy, replicate", Value(replicate, 1), debt + (0.001 * Luck(replicate, 3)), silent ? 0 : Complaints(levels, replicate));
            foreach (int horizon in Horizons)
            {
                Insert(store, "horizons", $"{point}, '{policy}', {replicate}, {horizon}", "point, policy, replicate, horizon", Value(replicate, (double)horizon / Days), debt * horizon / Days, 0);
            }

            for (int segment = 0; segment < Segments.Count; segment++)
            {
                double share = 0.1 * (segment + 1);
                store.Execute(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO segments(point, policy, replicate, segment, sent, read, annoyed, unfollows, sales_dm, followers, trust_debt) VALUES({point}, '{policy}', {replicate}, '{Segments[segment]}', 100, 60, {60 * share}, {5 * share}, 3, 400, {SegmentDebt(segment, levels) + (0.001 * Luck(replicate, segment))})"));
            }
        }

        for (int day = 0; day < Days; day++)
        {
            double[] sorted = [.. Enumerable.Range(0, Replicates).Select(replicate => Value(replicate, (day + 1.0) / Days)).Order()];
            double At(double share) => SampleSummary.Quantile(sorted, share);
            store.Execute(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO days VALUES({point}, '{policy}', {day}, 'net_value', {sorted.Average():R}, 1, {At(0.05):R}, {At(0.25):R}, {At(0.5):R}, {At(0.75):R}, {At(0.95):R})"));
        }
    }

    private static void Insert(SqliteConnection store, string table, string key, string columns, double net, double debt, double complaints) =>
        store.Execute(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO {table}({columns}, net_value, trust_debt, complaints) VALUES({key}, {net:R}, {debt:R}, {complaints:R})"));
}
