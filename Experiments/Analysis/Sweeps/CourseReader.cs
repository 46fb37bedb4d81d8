using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Ledgers;
using Simulator.Policies;

namespace Experiments.Analysis.Sweeps;

/// <summary>Reads courses over days of the cells that charts draw; a design of thousands has none.</summary>
internal static class CourseReader
{
    /// <summary>Most cells whose courses are read: a map with more rows cannot be read either.</summary>
    internal const int MostCells = 48;

    /// <summary>Reads the courses of the most important outcome.</summary>
    internal static SweepCourses Read(SqliteConnection store, SweepResults results)
    {
        AnswerOutcome main = results.Main;
        if (!MetricInfo.Of(main.Metric).IsDaily)
        {
            return SweepCourses.None;
        }

        var means = new Dictionary<(int, string), double[]>();
        if (results.Cells.Count <= MostCells)
        {
            var twins = new Dictionary<int, double[]>();
            foreach (SweepCell cell in results.Cells)
            {
                double[] course = Means(store, cell.Point.Index, cell.Policy, main);
                if (main.IsDifference && course.Length > 0)
                {
                    if (!twins.TryGetValue(cell.Point.Index, out double[]? twin))
                    {
                        twins[cell.Point.Index] = twin = Means(store, cell.Point.Index, Schedule.SilentName, main);
                    }

                    course = twin.Length == course.Length ? [.. course.Select((value, day) => value - twin[day])] : [];
                }

                if (course.Length > 0)
                {
                    means[(cell.Point.Index, cell.Policy)] = course;
                }
            }
        }

        return new SweepCourses(main.Metric, means, [.. Chosen(results).Select(cell => Fan(store, cell, main)).OfType<DayFan>()]);
    }

    /// <summary>The best, the middle and the worst cell.</summary>
    private static IEnumerable<SweepCell> Chosen(SweepResults results)
    {
        IReadOnlyList<SweepCell> ranked = results.Ranked(results.Main);
        return ranked.Count == 0 ? [] : new[] { ranked[0], ranked[ranked.Count / 2], ranked[^1] }.Distinct();
    }

    // Days without a value would shift all later ones: a course with a hole is not drawn.
    private static double[] Means(SqliteConnection store, int point, string policy, AnswerOutcome outcome)
    {
        using SqliteCommand command = store.Query(
            "SELECT day, mean FROM days WHERE point = $0 AND policy = $1 AND metric = $2 ORDER BY day", point, policy, outcome.Key);
        using SqliteDataReader rows = command.ExecuteReader();
        var means = new List<double>();
        while (rows.Read())
        {
            if (rows.GetInt32(0) != means.Count || rows.IsDBNull(1))
            {
                return [];
            }

            means.Add(rows.GetDouble(1));
        }

        return [.. means];
    }

    private static DayFan? Fan(SqliteConnection store, SweepCell cell, AnswerOutcome outcome)
    {
        using SqliteCommand command = store.Query(
            "SELECT day, p05, p25, p50, p75, p95 FROM days WHERE point = $0 AND policy = $1 AND metric = $2 AND p50 IS NOT NULL ORDER BY day",
            cell.Point.Index,
            cell.Policy,
            outcome.Key);
        using SqliteDataReader rows = command.ExecuteReader();
        var days = new List<double[]>();
        while (rows.Read())
        {
            days.Add([.. Enumerable.Range(0, 6).Select(rows.GetDouble)]);
        }

        double[] Column(int column) => [.. days.Select(day => day[column])];
        return days.Count < 2 ? null : new DayFan(cell, [.. days.Select(day => (int)day[0])], Column(1), Column(2), Column(3), Column(4), Column(5));
    }
}
