using System.Globalization;
using Experiments.Designs;
using Experiments.Running.Methods;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Optimisation;

/// <summary>The tables of a search: candidates, generations, who lived on, and how the best fared when they were judged again.</summary>
/// <param name="space">Levers and beliefs.</param>
/// <param name="outcomes">What is looked at.</param>
internal sealed class SearchTables(SearchSpace space, SearchOutcomes outcomes)
{
    private const string Candidates = "candidates", Generations = "generations", Members = "members", Reevaluations = "reevaluations", Beliefs = "beliefs";

    /// <summary>SQL that makes them.</summary>
    internal string Sql =>
        $"""
        CREATE TABLE IF NOT EXISTS {Candidates} (candidate INTEGER PRIMARY KEY, generation INTEGER NOT NULL, genes TEXT NOT NULL, violation REAL, cause TEXT{Columns(space.Levers.Select(lever => lever.Path), "TEXT")}{OutcomeColumns});
        CREATE TABLE IF NOT EXISTS {Generations} (generation INTEGER PRIMARY KEY, evaluated INTEGER NOT NULL, feasible INTEGER NOT NULL, on_front INTEGER NOT NULL, hypervolume REAL NOT NULL);
        CREATE TABLE IF NOT EXISTS {Members} (generation INTEGER NOT NULL, place INTEGER NOT NULL, candidate INTEGER NOT NULL, PRIMARY KEY (generation, place));
        CREATE TABLE IF NOT EXISTS {Reevaluations} (candidate INTEGER NOT NULL, replicate INTEGER NOT NULL{OutcomeColumns}, PRIMARY KEY (candidate, replicate));
        CREATE TABLE IF NOT EXISTS {Beliefs} (replicate INTEGER PRIMARY KEY{Columns(space.Beliefs.Select(belief => belief.Path), "TEXT")});
        """;

    /// <summary>What their columns mean.</summary>
    internal IReadOnlyDictionary<string, string> Meanings
    {
        get
        {
            var meanings = new Dictionary<string, string>
            {
                [$"{Candidates}.candidate"] = "number of the policy, from 1; 0 is the policy as written, -1 sending nothing",
                [$"{Candidates}.generation"] = "generation that brought it up, from 0; -1 for the two that nothing brought up",
                [$"{Candidates}.genes"] = "its coordinates in the unit cube, one a lever",
                [$"{Candidates}.violation"] = "how far it breaks the constraints; 0 for none, empty where it cannot be run",
                [$"{Candidates}.cause"] = "why it cannot be run",
                [$"{Generations}.generation"] = "number of the generation, from 0",
                [$"{Generations}.evaluated"] = "policies that it brought up",
                [$"{Generations}.feasible"] = "policies so far that keep to all constraints",
                [$"{Generations}.on_front"] = "policies so far that no other beats in every objective",
                [$"{Generations}.hypervolume"] = "volume that the policies so far dominate, in the units of the objectives",
                [$"{Members}.generation"] = "number of the generation, from 0",
                [$"{Members}.place"] = "place in it, the best first",
                [$"{Members}.candidate"] = "number of the policy",
                [$"{Reevaluations}.candidate"] = "number of the policy; 0 is the policy as written, -1 sending nothing",
                [$"{Reevaluations}.replicate"] = "number of the replicate; none that the search has seen",
                [$"{Beliefs}.replicate"] = "number of the replicate",
            };
            foreach (Factor lever in space.Levers)
            {
                meanings[$"{Candidates}.{lever.Path}"] = Labelled(lever);
            }

            foreach (Factor belief in space.Beliefs)
            {
                meanings[$"{Beliefs}.{belief.Path}"] = Labelled(belief);
            }

            foreach (var outcome in outcomes.All)
            {
                string unit = outcome.IsShare ? "share" : outcome.Unit;
                meanings[$"{Candidates}.{outcome.Key}"] = $"mean {outcome.Label} over the replicates of the search [{unit}]";
                meanings[$"{Reevaluations}.{outcome.Key}"] = $"{outcome.Label} [{unit}]";
            }

            return meanings;
        }
    }

    /// <summary>Takes candidates in.</summary>
    internal void Insert(MethodStore store, IEnumerable<Candidate> candidates) => store.Insert(Candidates, candidates.Select(candidate => (IReadOnlyList<object?>)
    [
        candidate.Number, candidate.Generation, string.Join(' ', candidate.Genes.Select(gene => gene.ToString("R", CultureInfo.InvariantCulture))), candidate.Violation, candidate.Cause,
        .. candidate.Number > 0 ? space.LevelsOf(candidate.Genes).Select(level => (object?)level?.Text) : Enumerable.Repeat((object?)null, space.Levers.Count),
        .. candidate.Means.Cast<object?>(),
    ]));

    /// <summary>Takes a generation in.</summary>
    internal void Insert(MethodStore store, Generation generation)
    {
        store.Insert(Generations, [[generation.Number, generation.Evaluated, generation.Feasible, generation.OnFront, generation.Hypervolume]]);
        store.Insert(Members, generation.Members.Select((candidate, place) => (IReadOnlyList<object?>)[generation.Number, place, candidate]));
    }

    /// <summary>Takes the replicates of a policy that was judged again in.</summary>
    internal void Insert(MethodStore store, int candidate, int firstReplicate, double[][] values) =>
        store.Insert(Reevaluations, values.Select((replicate, index) => (IReadOnlyList<object?>)[candidate, firstReplicate + index, .. replicate.Cast<object?>()]));

    /// <summary>Takes the beliefs of replicates in.</summary>
    internal void InsertBeliefs(MethodStore store, IEnumerable<int> replicates) =>
        store.Insert(Beliefs, replicates.Select(replicate => (IReadOnlyList<object?>)[replicate, .. space.BeliefsOf(replicate).Select(level => (object?)level?.Text)]));

    /// <summary>All candidates by number; the silent twin and the policy as written first.</summary>
    internal IReadOnlyList<Candidate> ReadCandidates(SqliteConnection store) => Read(
        store,
        $"SELECT candidate, generation, genes, violation, cause{Names} FROM {Candidates} ORDER BY candidate",
        row => new Candidate(
            row.GetInt32(0),
            row.GetInt32(1),
            [.. row.GetString(2).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(gene => double.Parse(gene, CultureInfo.InvariantCulture))],
            Values(row, 5),
            row.IsDBNull(3) ? double.PositiveInfinity : row.GetDouble(3),
            row.IsDBNull(4) ? null : row.GetString(4)));

    /// <summary>All generations by number.</summary>
    internal static IReadOnlyList<Generation> ReadGenerations(SqliteConnection store)
    {
        ILookup<int, int> members = Read(store, $"SELECT generation, candidate FROM {Members} ORDER BY generation, place", row => (Generation: row.GetInt32(0), Candidate: row.GetInt32(1)))
            .ToLookup(row => row.Generation, row => row.Candidate);
        return Read(store, $"SELECT generation, evaluated, feasible, on_front, hypervolume FROM {Generations} ORDER BY generation", row =>
            new Generation(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetDouble(4), [.. members[row.GetInt32(0)]]));
    }

    /// <summary>Values of the policies that were judged again: by candidate an array a replicate; NaN where a run failed.</summary>
    internal IReadOnlyDictionary<int, double[][]> ReadReevaluations(SqliteConnection store) =>
        Read(store, $"SELECT candidate{Names} FROM {Reevaluations} ORDER BY candidate, replicate", row => (Candidate: row.GetInt32(0), Values: Values(row, 1)))
            .GroupBy(row => row.Candidate)
            .ToDictionary(group => group.Key, group => group.Select(row => row.Values).ToArray());

    private string Names => string.Concat(outcomes.All.Select(outcome => $", {StoreSchema.Quoted(outcome.Key)}"));

    private string OutcomeColumns => Columns(outcomes.All.Select(outcome => outcome.Key), "REAL");

    private double[] Values(SqliteDataReader row, int first) =>
        [.. Enumerable.Range(first, outcomes.All.Count).Select(column => row.IsDBNull(column) ? double.NaN : row.GetDouble(column))];

    private static string Labelled(Factor factor) => factor.Unit.Length == 0 ? factor.Label : $"{factor.Label} [{factor.Unit}]";

    private static string Columns(IEnumerable<string> names, string type) => string.Concat(names.Select(name => $", {StoreSchema.Quoted(name)} {type}"));

    private static List<T> Read<T>(SqliteConnection store, string sql, Func<SqliteDataReader, T> of)
    {
        using SqliteCommand command = store.Query(sql);
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(of(reader));
        }

        return rows;
    }
}
