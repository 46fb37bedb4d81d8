using Experiments.Analysis.Context;
using Simulator.Ledgers;
using static Experiments.Analysis.Findings.ContextWords;

namespace Experiments.Analysis.Findings;

/// <summary>What a tool that learns costs or saves in trust and complaints, over all replicates as in the tables of the page: the tool and writing to everybody were not chosen by what they brought.</summary>
internal static class LearningCostFinding
{
    /// <summary>The finding; null where no policy learns, or trust debt was not computed.</summary>
    internal static Finding? Of(StoredResults results)
    {
        if (Value(results) is not { } value
            || Three(value, Metric.TrustDebt) is not { } debt
            || MeanInterval.Of([.. value.Gains(value.Learned[0], Metric.TrustDebt).Values]) is not { } saved)
        {
            return null;
        }

        string title = saved.SideOf(0) switch
        {
            1 => $"The tool costs less trust than writing to everybody: trust debt of {Wording.Glance(debt.Tool, percent: true)} instead of {Wording.Glance(debt.Everybody, percent: true)}",
            -1 => $"The tool costs more trust than writing to everybody: trust debt of {Wording.Glance(debt.Tool, percent: true)} instead of {Wording.Glance(debt.Everybody, percent: true)}",
            _ => "Whether the tool costs less trust than writing to everybody cannot be told from these runs",
        };
        return new Finding("learning-cost", title, Paragraph([Trust(value, debt, results.Facts.Horizon), .. Messages(value), .. Complaints(results, value)]));
    }

    private static string Trust(ContextValue value, (Interval Tool, Interval Known, Interval Everybody) debt, int horizon)
    {
        string below = new[] { debt.Tool, debt.Known, debt.Everybody }.Any(interval => interval.SideOf(0) < 0) ? "; below zero there is more trust than with silence" : "";
        return $"After {Wording.Count(horizon, "day", "days")} trust debt is {Estimate(debt.Tool, percent: true)} with {Name(value.Learned[0])}, {Estimate(debt.Known, percent: true)} with {Name(value.Known)} "
            + $"and {Estimate(debt.Everybody, percent: true)} when everybody is written to{below}.";
    }

    private static IEnumerable<string> Messages(ContextValue value)
    {
        if (Three(value, Metric.Sent) is { } sent)
        {
            string why = MeanInterval.Of([.. value.Gains(value.Learned[0], Metric.Sent).Values]) is { } more && more.SideOf(0) < 0 ? "; part of what it saves may come from writing less, to whomever" : "";
            yield return $"It sends {Wording.Glance(sent.Tool)} DMs, against {Wording.Glance(sent.Known)} and {Wording.Glance(sent.Everybody)}{why}.";
        }
    }

    private static IEnumerable<string> Complaints(StoredResults results, ContextValue value)
    {
        PolicyResults tool = value.Learned[0];
        string pilot = results.Facts.PilotEnds is { } day && tool.Days.TryGetValue(Metric.Complaints, out DaySeries? days) && days.IntervalAt(day, tool.Runs.Count) is { } early
            ? early.SideOf(0) > 0
                ? $"; its pilot draws {Estimate(early)} of them by the end of day {day}"
                : $"; whether its pilot draws any by the end of day {day} cannot be told: {Estimate(early)}"
            : "";
        if (Three(value, Metric.Complaints) is { } complaints)
        {
            yield return $"It draws {Wording.Glance(complaints.Tool)} complaints, against {Wording.Glance(complaints.Known)} and {Wording.Glance(complaints.Everybody)}{pilot}.";
        }
    }

    private static (Interval Tool, Interval Known, Interval Everybody)? Three(ContextValue value, Metric metric) =>
        value.Learned[0].Mean(metric) is { } tool && value.Known.Mean(metric) is { } known && value.Everybody.Mean(metric) is { } everybody
            ? (tool, known, everybody)
            : null;
}
