using System.Runtime.InteropServices;
using Experiments.Config;
using Experiments.Running.Stopping;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Ledgers;
using Simulator.Policies;

namespace Experiments.Analysis;

/// <summary>Which policies at which points reached the precision that was wanted before their replicates ran out.</summary>
/// <param name="Rule">The rule of the experiment, with <see cref="Replication.Until"/>.</param>
/// <param name="Cells">Policies at points that have runs.</param>
/// <param name="Gaps">Those that missed it, the widest first.</param>
internal sealed record PrecisionReached(Replication Rule, int Cells, IReadOnlyList<PrecisionGap> Gaps)
{
    /// <summary>Works it out again from the runs of a store, by the rule that stopped them; null where no precision was wanted.</summary>
    internal static PrecisionReached? Read(SqliteConnection store, Replication? rule)
    {
        if (rule?.Until is not { } precision)
        {
            return null;
        }

        // A replicate that either of the two lacks stays in, as NaN: Spread leaves it out, as it did when the rule decided.
        string column = StoreSchema.Quoted(MetricInfo.Of(precision.Metric).Name);
        using SqliteCommand command = store.Query(
            $"""
            SELECT r.point, r.policy, r.{column}, {(precision.Of == Precision.Difference ? "s." + column : "0.0")} FROM runs r
            LEFT JOIN runs s ON s.point = r.point AND s.policy = $0 AND s.replicate = r.replicate
            WHERE r.policy <> $0 ORDER BY r.point, r.policy, r.replicate
            """,
            Schedule.SilentName);
        using SqliteDataReader rows = command.ExecuteReader();
        (int cells, var gaps, var values) = (0, new List<PrecisionGap>(), new List<double>());
        (int Point, string Policy)? open = null;
        void Close()
        {
            if (open is { } cell)
            {
                cells++;
                var spread = Spread.Of(CollectionsMarshal.AsSpan(values));
                if (!UntilPrecise.IsPrecise(spread, precision))
                {
                    double? half = MeanInterval.Of(spread.Mean, spread.Count > 1 ? spread.Deviation : null, spread.Count) is { HasBounds: true } interval ? interval.Above : null;
                    gaps.Add(new PrecisionGap(cell.Point, cell.Policy, half ?? double.NaN, precision.Width * (precision.IsRelative ? Math.Abs(spread.Mean) : 1)));
                }
            }

            values.Clear();
        }

        while (rows.Read())
        {
            (int, string) cell = (rows.GetInt32(0), rows.GetString(1));
            if (cell != open)
            {
                Close();
                open = cell;
            }

            values.Add(rows.IsDBNull(2) || rows.IsDBNull(3) ? double.NaN : rows.GetDouble(2) - rows.GetDouble(3));
        }

        Close();
        return new PrecisionReached(rule, cells, [.. gaps.OrderByDescending(gap => gap.Excess)]);
    }

    /// <summary>What was missed, as a sentence; null when nothing was.</summary>
    /// <param name="nameOf">Name of a policy at a point.</param>
    internal string? Shortfall(Func<int, string, string> nameOf)
    {
        if (Gaps.Count == 0)
        {
            return null;
        }

        Precision precision = Rule.Until!;
        var outcome = new Sweeps.AnswerOutcome(precision.Metric, precision.Of == Precision.Difference);
        string wanted = precision.IsRelative ? $"{Wording.Number(precision.Width * 100)}%" : outcome.About(precision.Width);
        string of = precision.IsRelative ? $"of {outcome.Label}" : $"in {outcome.Label}";
        return $"{Wording.Number(Gaps.Count)} of {Wording.Count(Cells, "combination", "combinations")} {(Gaps.Count == 1 ? "has" : "have")} not reached ±{wanted} {of} after {Wording.Number(Rule.AtMost)} replicates, "
            + $"{(Gaps.Count == 1 ? "namely" : "the widest")} {Width(outcome, precision, Gaps[0])} at {nameOf(Gaps[0].Point, Gaps[0].Policy)}: raise atMost.";
    }

    private static string Width(Sweeps.AnswerOutcome outcome, Precision precision, PrecisionGap gap)
    {
        if (double.IsNaN(gap.HalfWidth))
        {
            return "an interval that cannot be computed";
        }

        // Of an estimate of nothing no share can be given.
        return precision.IsRelative && gap.Allowed > 0 ? $"±{Wording.Percent(gap.Excess * precision.Width)}" : $"±{outcome.About(gap.HalfWidth)}";
    }
}
