using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Policies;

namespace Experiments.Analysis.Sweeps;

/// <summary>Reads the segments of those few combinations that a contrast compares.</summary>
internal static class SegmentContrastReader
{
    private const string Table = "segments";

    /// <summary>The contrast with its segments; null without segments.</summary>
    internal static SegmentContrast? Read(SqliteConnection store, SweepResults results)
    {
        if (!store.HasTable(Table) || SegmentContrast.Of(results) is not { } contrast)
        {
            return null;
        }

        Dictionary<string, ReplicateSample> worst = Read(store, contrast.Outcome, contrast.Worst);
        Dictionary<string, ReplicateSample> best = Read(store, contrast.Outcome, contrast.Best);
        Dictionary<string, ReplicateSample>? turned = contrast.Turned is null ? null : Read(store, contrast.Outcome, contrast.Turned);
        SegmentEffect[] effects = [.. worst.Keys
            .Where(segment => best.ContainsKey(segment))
            .Select(segment => new SegmentEffect(segment, worst[segment], best[segment], turned?.GetValueOrDefault(segment), contrast.Outcome.Sign))
            .Where(effect => effect.Gain.Count > 0)
            .OrderByDescending(effect => effect.Gain.Mean)];
        return effects.Length == 0 ? null : contrast with { Segments = effects };
    }

    private static Dictionary<string, ReplicateSample> Read(SqliteConnection store, AnswerOutcome outcome, SweepCell cell)
    {
        string column = StoreSchema.Quoted(outcome.Key);
        string silent = outcome.IsDifference ? $" - s.{column}" : "";
        using SqliteCommand command = store.Query(
            $"""
            SELECT r.segment, r.replicate, r.{column}{silent} FROM {Table} r
            LEFT JOIN {Table} s ON s.point = r.point AND s.policy = $0 AND s.replicate = r.replicate AND s.segment = r.segment
            WHERE r.point = $1 AND r.policy = $2 ORDER BY r.replicate
            """,
            Schedule.SilentName,
            cell.Point.Index,
            cell.Policy);
        using SqliteDataReader rows = command.ExecuteReader();
        var values = new Dictionary<string, List<double>>();
        while (rows.Read())
        {
            if (!values.TryGetValue(rows.GetString(0), out List<double>? sample))
            {
                values.Add(rows.GetString(0), sample = []);
            }

            // Failed runs leave gaps, so that samples stay matched by replicate.
            while (sample.Count < rows.GetInt32(1))
            {
                sample.Add(double.NaN);
            }

            sample.Add(rows.IsDBNull(2) ? double.NaN : rows.GetDouble(2));
        }

        return values.ToDictionary(entry => entry.Key, entry => new ReplicateSample([.. entry.Value]));
    }
}
