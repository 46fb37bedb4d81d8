using Experiments.Running.Methods;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Calibration;

/// <summary>
/// The tables of a calibration. Particles keep their scores, which a calibration goes on from, beside the values that a reader wants; everything
/// that is not a parameter has a column of its own kind.
/// </summary>
/// <param name="priors">All parameters of all readings.</param>
/// <param name="evidence">All evidence of all readings.</param>
internal sealed class CalibrationTables(IReadOnlyList<Prior> priors, IReadOnlyList<Evidence> evidence)
{
    /// <summary>SQL that makes them.</summary>
    internal string Create => $"""
        CREATE TABLE IF NOT EXISTS readings(reading TEXT PRIMARY KEY, ending TEXT NOT NULL, simulations INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS generations(reading TEXT NOT NULL, generation INTEGER NOT NULL, tolerance REAL, steps INTEGER NOT NULL, accepted INTEGER NOT NULL,
            simulations INTEGER NOT NULL, failures INTEGER NOT NULL, PRIMARY KEY(reading, generation)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS scales(reading TEXT NOT NULL, generation INTEGER NOT NULL, evidence TEXT NOT NULL, scale REAL, next_scale REAL NOT NULL,
            PRIMARY KEY(reading, generation, evidence)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS particles(reading TEXT NOT NULL, generation INTEGER NOT NULL, particle INTEGER NOT NULL, family INTEGER NOT NULL, is_null INTEGER NOT NULL,
            distance REAL{Columns("z ", Names)}{Columns("", Names)}{Columns("simulated ", Facts)}{Columns("discrepancy ", Facts)}, PRIMARY KEY(reading, generation, particle)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS ensemble(reading TEXT NOT NULL, member INTEGER NOT NULL, family INTEGER NOT NULL, is_null INTEGER NOT NULL{Columns("z ", Names)}{Columns("", Names)}{Columns("simulated ", Facts)}{Columns("discrepancy ", Facts)},
            PRIMARY KEY(reading, member)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS truths(truth INTEGER PRIMARY KEY, is_null INTEGER NOT NULL, null_share REAL, generations INTEGER NOT NULL, simulations INTEGER NOT NULL, ending TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS recoveries(truth INTEGER NOT NULL, parameter TEXT NOT NULL, z REAL NOT NULL, value NUMERIC, below REAL NOT NULL, below_adjusted REAL NOT NULL, contraction REAL NOT NULL,
            PRIMARY KEY(truth, parameter)) WITHOUT ROWID;
        """;

    /// <summary>What the columns mean.</summary>
    internal IReadOnlyDictionary<string, string> Meanings
    {
        get
        {
            var meanings = new Dictionary<string, string>
            {
                ["readings.reading"] = "reading of the case",
                ["readings.ending"] = "why its calibration ended",
                ["readings.simulations"] = "simulations of all generations and of the ensemble [simulations]",
                ["generations.reading"] = "reading of the case",
                ["generations.generation"] = "number of the generation; 0 are draws from the priors",
                ["generations.tolerance"] = "largest accepted distance from the evidence; empty for draws from the priors [scaled discrepancies]",
                ["generations.steps"] = "moves that each particle was offered [moves]",
                ["generations.accepted"] = "moves accepted [moves]",
                ["generations.simulations"] = "simulations run [simulations]",
                ["generations.failures"] = "simulations that failed or lacked a figure [simulations]",
                ["scales.reading"] = "reading of the case",
                ["scales.generation"] = "number of the generation",
                ["scales.evidence"] = "the evidence",
                ["scales.scale"] = "scale of its discrepancy in this generation's distance [standard deviations of the error]",
                ["scales.next_scale"] = "scale in the next generation's distance: the median absolute deviation over all simulations of this one [standard deviations of the error]",
                ["particles.particle"] = "number of the particle",
                ["particles.distance"] = "distance from the evidence [scaled discrepancies]",
                ["particles.generation"] = "number of the generation",
                ["ensemble.member"] = "number of the member; replicates of an experiment take members in turn",
                ["truths.truth"] = "number of the known parameter set",
                ["truths.is_null"] = "1 where the null hypothesis is true",
                ["truths.null_share"] = "posterior probability of the null hypothesis [share]",
                ["truths.generations"] = "generations of its calibration",
                ["truths.simulations"] = "simulations of its calibration [simulations]",
                ["truths.ending"] = "why its calibration ended",
                ["recoveries.truth"] = "number of the known parameter set",
                ["recoveries.parameter"] = "the parameter",
                ["recoveries.z"] = "normal score of the true value in the prior",
                ["recoveries.value"] = "the true value",
                ["recoveries.below"] = "share of the posterior below the truth, before the regression adjustment [share]",
                ["recoveries.below_adjusted"] = "share of the posterior below the truth [share]",
                ["recoveries.contraction"] = "share of the prior variance that was ruled out [share]",
            };
            foreach (string table in new[] { "particles", "ensemble" })
            {
                meanings[$"{table}.reading"] = "reading of the case";
                meanings[$"{table}.family"] = "number of the ancestor among the first draws; particles of one family are not independent";
                meanings[$"{table}.is_null"] = "1 where the world is that of the null hypothesis";
                foreach (Prior prior in priors)
                {
                    meanings[$"{table}.z {prior.Name}"] = $"normal score in the prior of: {prior.Label}";
                    meanings[$"{table}.{prior.Name}"] = prior.Label + (prior.Factor is { Unit.Length: > 0 } factor ? $" [{factor.Unit}]" : "");
                }

                foreach (Evidence fact in evidence)
                {
                    meanings[$"{table}.simulated {fact.Name}"] = $"simulated: {fact.Name}";
                    meanings[$"{table}.discrepancy {fact.Name}"] = $"distance of the simulated from the observed: {fact.Name} [standard deviations of the error]";
                }
            }

            return meanings;
        }
    }

    private IEnumerable<string> Names => priors.Select(prior => prior.Name);

    private IEnumerable<string> Facts => evidence.Select(one => one.Name);

    /// <summary>Writes a generation. Call within a transaction.</summary>
    internal void Write(MethodStore store, string reading, IReadOnlyList<Prior> own, IReadOnlyList<Evidence> facts, NullHypothesis? nothing, Generation generation)
    {
        store.Insert("generations", [[reading, generation.Number, generation.Tolerance?.Epsilon, generation.Steps, generation.Accepted, generation.Simulations, generation.Failures]]);
        store.Insert("scales", facts.Select((fact, index) => (IReadOnlyList<object?>)[reading, generation.Number, fact.Name, generation.Tolerance?.Scales[index], generation.NextScales[index]]));
        store.Insert("particles", generation.Particles.Select((particle, index) => (IReadOnlyList<object?>)
            [reading, generation.Number, index, particle.Family, particle.IsNull ? 1 : 0, generation.Tolerance?.Distance(particle.Discrepancies), .. Cells(particle, own, facts, nothing)]));
    }

    /// <summary>Writes the members of an ensemble. Call within a transaction.</summary>
    internal void WriteEnsemble(MethodStore store, string reading, IReadOnlyList<Prior> own, IReadOnlyList<Evidence> facts, NullHypothesis? nothing, IReadOnlyList<Particle> members) =>
        store.Insert("ensemble", members.Select((member, index) => (IReadOnlyList<object?>)[reading, index, member.Family, member.IsNull ? 1 : 0, .. Cells(member, own, facts, nothing)]));

    /// <summary>Reads the generations of a reading.</summary>
    internal static List<Generation> Read(SqliteConnection connection, string reading, IReadOnlyList<Prior> own, IReadOnlyList<Evidence> facts)
    {
        var generations = new List<Generation>();
        var tolerances = new List<Tolerance>();
        using SqliteCommand command = connection.Query("SELECT generation, tolerance, steps, accepted, simulations, failures FROM generations WHERE reading = $0 ORDER BY generation", reading);
        using SqliteDataReader rows = command.ExecuteReader();
        while (rows.Read())
        {
            int number = rows.GetInt32(0);
            (double[] scales, double[] next) = Scales(connection, reading, number, facts);
            if (!rows.IsDBNull(1))
            {
                tolerances.Add(new Tolerance(scales, rows.GetDouble(1)));
            }

            generations.Add(new Generation(
                number, Particles(connection, "particles WHERE reading = $0 AND generation = $1 ORDER BY particle", own, facts, reading, number), [.. tolerances], next, rows.GetInt32(2), rows.GetInt32(3), rows.GetInt32(4), rows.GetInt32(5)));
        }

        return generations;
    }

    /// <summary>Reads the members of an ensemble.</summary>
    internal static IReadOnlyList<Particle> ReadEnsemble(SqliteConnection connection, string reading, IReadOnlyList<Prior> own, IReadOnlyList<Evidence> facts) =>
        Particles(connection, "ensemble WHERE reading = $0 ORDER BY member", own, facts, reading);

    private static IReadOnlyList<Particle> Particles(SqliteConnection connection, string from, IReadOnlyList<Prior> own, IReadOnlyList<Evidence> facts, params object[] values)
    {
        string columns = string.Join(", ", own.Select(prior => "z " + prior.Name).Concat(facts.Select(fact => "simulated " + fact.Name)).Concat(facts.Select(fact => "discrepancy " + fact.Name)).Select(StoreSchema.Quoted));
        using SqliteCommand command = connection.Query($"SELECT family, is_null, {columns} FROM {from}", values);
        using SqliteDataReader rows = command.ExecuteReader();
        var particles = new List<Particle>();
        while (rows.Read())
        {
            double[] Row(int start, int count) => [.. Enumerable.Range(start, count).Select(rows.GetDouble)];
            bool isJudged = !rows.IsDBNull(2 + own.Count);
            particles.Add(new Particle(
                Row(2, own.Count), rows.GetInt32(1) == 1, rows.GetInt32(0), isJudged ? Row(2 + own.Count, facts.Count) : [], isJudged ? Row(2 + own.Count + facts.Count, facts.Count) : []));
        }

        return particles;
    }

    private static (double[] Scales, double[] Next) Scales(SqliteConnection connection, string reading, int generation, IReadOnlyList<Evidence> facts)
    {
        var (scales, next) = (new double[facts.Count], new double[facts.Count]);
        for (int index = 0; index < facts.Count; index++)
        {
            using SqliteCommand command = connection.Query("SELECT scale, next_scale FROM scales WHERE reading = $0 AND generation = $1 AND evidence = $2", reading, generation, facts[index].Name);
            using SqliteDataReader row = command.ExecuteReader();
            row.Read();
            (scales[index], next[index]) = (row.IsDBNull(0) ? double.NaN : row.GetDouble(0), row.GetDouble(1));
        }

        return (scales, next);
    }

    private IEnumerable<object?> Cells(Particle particle, IReadOnlyList<Prior> own, IReadOnlyList<Evidence> facts, NullHypothesis? nothing)
    {
        Dictionary<string, string> values = CaseModel.Values(own, nothing, particle.Scores, particle.IsNull);
        int Place(Prior prior) => own.ToList().FindIndex(one => one.Name == prior.Name);
        int[] places = [.. priors.Select(Place)];
        foreach (int place in places)
        {
            yield return place < 0 ? null : particle.Scores[place];
        }

        for (int index = 0; index < places.Length; index++)
        {
            yield return places[index] < 0 ? null : values.TryGetValue(priors[index].Name, out string? text) ? text : priors[index].Stored(particle.Scores[places[index]]);
        }

        int[] told = [.. evidence.Select(one => facts.ToList().FindIndex(fact => fact.Name == one.Name))];
        foreach (double[] row in new[] { particle.Statistics, particle.Discrepancies })
        {
            foreach (int place in told)
            {
                yield return place < 0 || row.Length == 0 ? null : row[place];
            }
        }
    }

    // NUMERIC keeps what is a number as one and a text as it is; scores and figures must come back as they were.
    private static string Columns(string prefix, IEnumerable<string> names) =>
        string.Concat(names.Select(name => $", {StoreSchema.Quoted(prefix + name)} {(prefix.Length == 0 ? "NUMERIC" : "REAL")}"));
}
