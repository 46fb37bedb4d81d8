using System.Globalization;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Designs;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Ledgers;
using Simulator.Policies;

namespace Experiments.Analysis.Sweeps;

/// <summary>
/// Reads the store of a sweep. Of each run only the few outcomes that answer the question are kept, as eight bytes each: 10,000
/// points with two policies and 100 replicates take 32 MB for two outcomes.
/// </summary>
internal static class SweepReader
{
    /// <summary>Reads a store.</summary>
    /// <param name="file">Path of results.sqlite.</param>
    /// <param name="facts">The experiment; its sweep is not null.</param>
    /// <exception cref="SqliteException">The file is not a result store.</exception>
    internal static SweepResults Read(string file, ExperimentFacts facts)
    {
        using SqliteConnection store = StoreConnection.Open(file, SqliteOpenMode.ReadOnly);
        bool hasSilence = store.Scalar("SELECT 1 FROM runs WHERE policy = $0 LIMIT 1", Schedule.SilentName) is not null;
        IReadOnlyList<AnswerOutcome> outcomes = Outcomes(facts, hasSilence);
        List<SweepPoint> points = ReadPoints(store, facts.Sweep!.Factors);
        List<string> policies = ReadPolicies(store);

        // Trust is what every gain is weighed against, asked for or not.
        AnswerOutcome[] kept = outcomes.Any(outcome => outcome.Metric == Metric.TrustDebt)
            ? [.. outcomes]
            : [.. outcomes, AnswerOutcome.Of(Metric.TrustDebt, hasSilence)];
        List<SweepCell> cells = ReadCells(store, "runs", null, kept, points, policies);
        var results = new SweepResults(facts, outcomes, points, [.. policies.Where(policy => cells.Exists(cell => cell.Policy == policy))], cells, ReadHorizons(store, kept, points, policies))
        {
            Runs = RunTableReader.Read(store, Inquiry.NeedsOf(facts)),
            Segments = SegmentReader.Read(store, averaged: true),
            Failures = ReadFailures(store),
            Selection = Selection.Read(store, facts.Replication),
            Precision = PrecisionReached.Read(store, facts.Replication),
        };
        return cells.Count == 0 ? results : results with
        {
            Courses = CourseReader.Read(store, results),
            SegmentContrast = SegmentContrastReader.Read(store, results),
            Emulators = Inquiry.IsAsked(facts, Config.AnalysisNames.Emulator) ? Emulation.SweepEmulators.Of(store, results) : [],
        };
    }

    /// <summary>The outcomes that answer the question, the most important first.</summary>
    internal static AnswerOutcome[] Outcomes(ExperimentFacts facts, bool hasSilence)
    {
        IEnumerable<Metric> named = facts.Outcomes.Select(MetricInfo.Find).OfType<MetricInfo>().Select(info => info.Metric);
        return [.. named.DefaultIfEmpty(AnswerOutcome.Usual[0]).Union(facts.Outcomes.Count == 0 ? AnswerOutcome.Usual : []).Select(metric => AnswerOutcome.Of(metric, hasSilence))];
    }

    /// <summary>Reads the points alone.</summary>
    internal static List<SweepPoint> ReadPoints(SqliteConnection store, IReadOnlyList<Factor> factors)
    {
        string columns = string.Concat(factors.Select(factor => ", " + StoreSchema.Quoted(factor.Path)));
        using SqliteCommand command = store.Query($"SELECT point, name{columns} FROM points ORDER BY point");
        using SqliteDataReader rows = command.ExecuteReader();
        var points = new List<SweepPoint>();
        while (rows.Read())
        {
            points.Add(new SweepPoint(rows.GetInt32(0), rows.GetString(1), [.. factors.Select((factor, index) => Value(rows, index + 2, factor))]));
        }

        return points;
    }

    private static SweepValue Value(SqliteDataReader rows, int column, Factor factor)
    {
        string text = Convert.ToString(rows.GetValue(column), CultureInfo.InvariantCulture) ?? "";
        return new SweepValue(
            text,
            factor.IsNumeric && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null);
    }

    /// <summary>The policies that send, in the order of the experiment.</summary>
    internal static List<string> ReadPolicies(SqliteConnection store)
    {
        using SqliteCommand command = store.Query("SELECT name FROM policies WHERE name <> $0 ORDER BY position", Schedule.SilentName);
        using SqliteDataReader rows = command.ExecuteReader();
        var names = new List<string>();
        while (rows.Read())
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }

    private static List<SweepHorizon> ReadHorizons(SqliteConnection store, AnswerOutcome[] outcomes, List<SweepPoint> points, List<string> policies)
    {
        if (!store.HasTable("horizons"))
        {
            return [];
        }

        var numbers = new List<int>();
        using (SqliteCommand command = store.Query("SELECT DISTINCT horizon FROM horizons ORDER BY horizon"))
        {
            using SqliteDataReader rows = command.ExecuteReader();
            while (rows.Read())
            {
                numbers.Add(rows.GetInt32(0));
            }
        }

        HashSet<string> columns = store.ColumnsOf("horizons");
        AnswerOutcome[] there = [.. outcomes.Where(outcome => columns.Contains(outcome.Key))];
        return [.. numbers.Select(days => new SweepHorizon(days, ReadCells(store, "horizons", days, there, points, policies)))];
    }

    private static List<SweepCell> ReadCells(
        SqliteConnection store, string table, int? horizon, AnswerOutcome[] outcomes, List<SweepPoint> points, List<string> policies)
    {
        string columns = string.Concat(outcomes.Select(outcome => $", r.{StoreSchema.Quoted(outcome.Key)}, {(outcome.IsDifference ? "s." + StoreSchema.Quoted(outcome.Key) : "0")}"));
        (string same, string only) = horizon is null ? ("", "") : (" AND s.horizon = r.horizon", " AND r.horizon = $1");
        string sql = $"""
            SELECT r.point, r.policy, r.replicate{columns} FROM {table} r
            LEFT JOIN {table} s ON s.point = r.point AND s.policy = $0 AND s.replicate = r.replicate{same}
            WHERE r.policy <> $0{only} ORDER BY r.point, r.policy, r.replicate
            """;
        using SqliteCommand command = horizon is { } days ? store.Query(sql, Schedule.SilentName, days) : store.Query(sql, Schedule.SilentName);
        using SqliteDataReader rows = command.ExecuteReader();
        Dictionary<int, SweepPoint> byIndex = points.ToDictionary(point => point.Index);
        var cells = new List<SweepCell>();
        CellBuilder? cell = null;
        while (rows.Read())
        {
            (int point, string policy) = (rows.GetInt32(0), rows.GetString(1));
            if (cell is null || cell.Point.Index != point || cell.Policy != policy)
            {
                if (cell is not null)
                {
                    cells.Add(cell.Build());
                }

                cell = new CellBuilder(byIndex[point], policy, outcomes);
            }

            cell.Add(rows, firstColumn: 3);
        }

        if (cell is not null)
        {
            cells.Add(cell.Build());
        }

        return [.. cells.OrderBy(built => built.Point.Index).ThenBy(built => policies.IndexOf(built.Policy))];
    }

    /// <summary>Messages of runs that failed, with how many runs each, the most frequent first.</summary>
    internal static List<(string, int)> ReadFailures(SqliteConnection store)
    {
        using SqliteCommand command = store.Query("SELECT message, COUNT(*) FROM failures GROUP BY message ORDER BY COUNT(*) DESC");
        using SqliteDataReader rows = command.ExecuteReader();
        var failures = new List<(string, int)>();
        while (rows.Read())
        {
            failures.Add((rows.IsDBNull(0) ? "no message" : rows.GetString(0), rows.GetInt32(1)));
        }

        return failures;
    }
}
