using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Running.Verifying;

/// <summary>Which stored runs are run again: all, or a sample in which every run is equally likely.</summary>
/// <param name="store">The result file.</param>
internal sealed class RunsToCheck(SqliteConnection store)
{
    /// <summary>Seed of the sample: the same runs are checked each time, on every machine.</summary>
    private const int Seed = 20;

    /// <summary>Runs in the store, failed ones included.</summary>
    internal long All() => store.Scalar("SELECT SUM(replicates) FROM cells") as long? ?? 0;

    /// <summary>All runs, a replicate of a point at a time.</summary>
    internal IEnumerable<(int Point, int Replicate, IReadOnlyList<Cell> Cells)> Everything()
    {
        foreach (IGrouping<int, (int Point, Cell Cell)> point in Grouped(Cells()))
        {
            Cell[] cells = [.. point.Select(cell => cell.Cell)];
            int most = cells.Max(cell => cell.Replicates);
            for (int replicate = 0; replicate < most; replicate++)
            {
                yield return (point.Key, replicate, [.. cells.Where(cell => replicate < cell.Replicates)]);
            }
        }
    }

    /// <summary>A sample of runs, in the order of the store.</summary>
    /// <param name="size">Runs, fewer than there are.</param>
    internal IEnumerable<(int Point, int Replicate, IReadOnlyList<Cell> Cells)> Sample(int size)
    {
        long all = All();
        var random = new Random(Seed);
        var chosen = new SortedSet<long>();
        while (chosen.Count < Math.Min(size, all))
        {
            chosen.Add(random.NextInt64(all));
        }

        long before = 0;
        foreach ((int point, Cell cell) in Cells())
        {
            foreach (long run in chosen.GetViewBetween(before, before + cell.Replicates - 1))
            {
                yield return (point, (int)(run - before), [cell]);
            }

            before += cell.Replicates;
        }
    }

    private static IEnumerable<IGrouping<int, (int Point, Cell Cell)>> Grouped(IEnumerable<(int Point, Cell Cell)> cells)
    {
        var point = new List<(int Point, Cell Cell)>();
        foreach ((int Point, Cell Cell) cell in cells)
        {
            if (point.Count > 0 && point[0].Point != cell.Point)
            {
                yield return point.GroupBy(one => one.Point).Single();
                point.Clear();
            }

            point.Add(cell);
        }

        if (point.Count > 0)
        {
            yield return point.GroupBy(one => one.Point).Single();
        }
    }

    private IEnumerable<(int Point, Cell Cell)> Cells()
    {
        using SqliteCommand command = store.Query("SELECT point, policy, hash, replicates FROM cells WHERE replicates > 0 ORDER BY point, policy");
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            yield return (row.GetInt32(0), new Cell(row.GetString(1), row.GetString(2), row.GetInt32(3)));
        }
    }
}
