using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Ledgers;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>Reads from the store of a sweep what inquiries need: nothing when none is asked for.</summary>
internal static class RunTableReader
{
    /// <summary>Reads the runs.</summary>
    /// <param name="store">The open store.</param>
    /// <param name="metrics">The outcomes wanted; those that the store does not have are left out.</param>
    internal static RunTable Read(SqliteConnection store, IReadOnlyCollection<Metric> metrics)
    {
        if (metrics.Count == 0)
        {
            return RunTable.None;
        }

        var values = new Dictionary<RunGroup, Dictionary<Metric, List<double>>>();
        Read(store, "runs", metrics, values);
        if (store.HasTable("horizons"))
        {
            Read(store, "horizons", metrics, values);
        }

        return new RunTable(values.ToDictionary(
            group => group.Key,
            group => (IReadOnlyDictionary<Metric, ReplicateSample>)group.Value.ToDictionary(outcome => outcome.Key, outcome => new ReplicateSample([.. outcome.Value]))));
    }

    private static void Read(SqliteConnection store, string table, IReadOnlyCollection<Metric> metrics, Dictionary<RunGroup, Dictionary<Metric, List<double>>> values)
    {
        HashSet<string> columns = store.ColumnsOf(table);
        Metric[] there = [.. metrics.Where(metric => columns.Contains(MetricInfo.Of(metric).Name))];
        string days = columns.Contains("horizon") ? "horizon" : "NULL";
        string selected = string.Concat(there.Select(metric => ", " + StoreSchema.Quoted(MetricInfo.Of(metric).Name)));
        using SqliteCommand command = store.Query($"SELECT point, policy, {days}, replicate{selected} FROM {table} ORDER BY point, policy, replicate");
        using SqliteDataReader rows = command.ExecuteReader();
        while (rows.Read())
        {
            var group = new RunGroup(rows.GetInt32(0), rows.GetString(1), rows.IsDBNull(2) ? null : rows.GetInt32(2));
            if (!values.TryGetValue(group, out Dictionary<Metric, List<double>>? outcomes))
            {
                values.Add(group, outcomes = there.ToDictionary(metric => metric, _ => new List<double>()));
            }

            for (int outcome = 0; outcome < there.Length; outcome++)
            {
                List<double> sample = outcomes[there[outcome]];

                // Failed runs leave gaps, so that samples stay matched by replicate.
                while (sample.Count < rows.GetInt32(3))
                {
                    sample.Add(double.NaN);
                }

                sample.Add(rows.IsDBNull(4 + outcome) ? double.NaN : rows.GetDouble(4 + outcome));
            }
        }
    }
}
