using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Ledgers;
using Simulator.Policies;

namespace Experiments.Analysis;

/// <summary>Reads outcomes by segment of the audience; stores of audiences without segments have none.</summary>
internal static class SegmentReader
{
    private const string Table = "segments";

    /// <summary>Reads the policies that send, segment by segment in the order of the file.</summary>
    /// <param name="store">The open store.</param>
    /// <param name="averaged">True averages each replicate over all points; false takes the experiment as written.</param>
    internal static IReadOnlyList<SegmentResults> Read(SqliteConnection store, bool averaged)
    {
        if (!store.HasTable(Table))
        {
            return [];
        }

        HashSet<string> columns = store.ColumnsOf(Table);
        MetricInfo[] outcomes = [.. MetricInfo.All.Where(info => columns.Contains(info.Name))];

        // Only replicates that all points have: else some would be averages over other points than the rest.
        string sql = $"""
            SELECT segment, policy, replicate{string.Concat(outcomes.Select(info => $", AVG({StoreSchema.Quoted(info.Name)})"))}
            FROM {Table} WHERE policy <> $0{(averaged ? "" : " AND point = 0")}
            GROUP BY segment, policy, replicate
            HAVING COUNT(DISTINCT point) = (SELECT COUNT(DISTINCT point) FROM {Table}{(averaged ? "" : " WHERE point = 0")})
            """;
        using SqliteCommand command = store.Query(sql, Schedule.SilentName);
        using SqliteDataReader rows = command.ExecuteReader();
        var runs = new Dictionary<(string Segment, string Policy), Dictionary<int, double?[]>>();
        while (rows.Read())
        {
            (string, string) key = (rows.GetString(0), rows.GetString(1));
            if (!runs.TryGetValue(key, out Dictionary<int, double?[]>? of))
            {
                runs.Add(key, of = []);
            }

            var values = new double?[MetricInfo.All.Count];
            for (int index = 0; index < outcomes.Length; index++)
            {
                values[(int)outcomes[index].Metric] = rows.IsDBNull(index + 3) ? null : rows.GetDouble(index + 3);
            }

            of[rows.GetInt32(2)] = values;
        }

        Dictionary<string, int> order = Order(store);
        return [.. runs
            .OrderBy(entry => order[entry.Key.Policy])
            .Select(entry => new SegmentResults(entry.Key.Segment, new PolicyResults(entry.Key.Policy, entry.Value, new Dictionary<Metric, DaySeries>())))];
    }

    private static Dictionary<string, int> Order(SqliteConnection store)
    {
        using SqliteCommand command = store.Query("SELECT name, position FROM policies");
        using SqliteDataReader rows = command.ExecuteReader();
        var order = new Dictionary<string, int>();
        while (rows.Read())
        {
            order[rows.GetString(0)] = rows.GetInt32(1);
        }

        return order;
    }
}
