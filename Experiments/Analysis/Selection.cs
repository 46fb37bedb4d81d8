using Experiments.Config;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Analysis;

/// <summary>What runs found that were spent where the best alternatives are hard to tell apart.</summary>
/// <param name="Rule">The rule of the experiment, with <see cref="Replication.Rank"/>.</param>
/// <param name="Probability">Bonferroni's lower bound of the probability that the first is the best, 0–1.</param>
/// <param name="Cells">Every policy at every point, the silent one included, by place; at least one.</param>
internal sealed record Selection(Replication Rule, double Probability, IReadOnlyList<RankedCell> Cells)
{
    /// <summary>What was to be found.</summary>
    internal Ranking Wanted => Rule.Rank!;

    /// <summary>
    /// One cell an alternative, the best first. Cells with the same place are the same thing at several points; the one with most
    /// replicates speaks for all, as it did when the runs were compared.
    /// </summary>
    internal IReadOnlyList<RankedCell> Alternatives { get; } = [.. Cells.GroupBy(cell => cell.Place).OrderBy(place => place.Key).Select(place => place.MaxBy(cell => cell.Replicates)!)];

    /// <summary>Reads a store; null where the experiment ranks nothing.</summary>
    internal static Selection? Read(SqliteConnection store, Replication? rule)
    {
        if (rule?.Rank is null || !store.HasTable("ranking") || StoreMeta.Read(store).ProbabilityOfCorrectSelection is not { } probability)
        {
            return null;
        }

        using SqliteCommand command = store.Query("SELECT place, point, policy, replicates, mean, difference, standard_error, mistake FROM ranking ORDER BY place, point, policy");
        using SqliteDataReader rows = command.ExecuteReader();
        var cells = new List<RankedCell>();
        while (rows.Read())
        {
            double Value(int column) => rows.IsDBNull(column) ? double.NaN : rows.GetDouble(column);
            cells.Add(new RankedCell(rows.GetInt32(0), rows.GetInt32(1), rows.GetString(2), rows.GetInt32(3), Value(4), Value(5), Value(6), Value(7)));
        }

        return cells.Count == 0 ? null : new Selection(rule, probability, cells);
    }
}
