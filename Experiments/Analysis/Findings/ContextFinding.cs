using Experiments.Analysis.Context;
using Simulator.Ledgers;

namespace Experiments.Analysis.Findings;

/// <summary>How much of the value of knowing one's followers does a tool recover that learns from their reactions?</summary>
internal static class ContextFinding
{
    internal const string Id = "context";

    /// <summary>The finding; null where no policy learns, or nothing stands beside it.</summary>
    internal static Finding? Of(StoredResults results)
    {
        if (ContextValue.Of(results.AsWritten, results.Facts.ContextRoles) is not { } value || value.Gain(value.Known, Metric.NetValue) is not { } whole)
        {
            return null;
        }

        Interval? share = value.Share(value.Learned[0], Metric.NetValue);
        string[] sentences =
        [
            Worth(value, whole),
            .. share is { } recovered ? [$"{Name(value.Learned[0])} recovers {Wording.PercentEstimate(recovered)} of that."] : Array.Empty<string>(),
            .. AgainstGuess(value),
            .. Trust(value),
            .. Price(results, value),
            .. Variants(value),
            .. Limit(value),
            .. results.WhatIfs.Select(world => In(world, results.Facts.ContextRoles)).OfType<string>(),
        ];
        return new Finding(Id, Title(value, whole, share), string.Join(" ", sentences));
    }

    private static string Title(ContextValue value, Interval whole, Interval? share) => share switch
    {
        { Low: > 1 } => $"A tool that learns from reactions gains more than knowing every relationship would: {Wording.Percent(share.Value.Mean)} of its value",
        { Low: > 0 } => $"A tool that learns from reactions recovers {Wording.Percent(share.Value.Mean)} of what knowing every relationship would be worth",
        { High: < 0 } => "A tool that learns from reactions loses against writing to everybody, where knowing every relationship would gain",
        { } => "Whether a tool that learns from reactions recovers any of the value of knowing relationships cannot be told from these runs",
        null => Nothing(whole) + ", so there is nothing to recover",
    };

    private static string Nothing(Interval whole) => whole.SideOf(0) < 0
        ? "Even knowing every relationship earns less than writing to everybody here"
        : "Knowing every relationship is not told apart from being worth nothing here";

    private static string Worth(ContextValue value, Interval whole) => whole.SideOf(0) > 0
        ? $"Knowing every relationship is worth {Wording.Estimate(whole)} currency units more than writing to everybody ({Name(value.Known)}, the best of the thresholds on the relationship itself)."
        : $"{Nothing(whole)}: {Name(value.Known)} earns {Wording.Estimate(whole)} currency units more than writing to everybody.";

    private static IEnumerable<string> AgainstGuess(ContextValue value)
    {
        if (value.Guessed is { } guessed && ContextValue.Difference(value.Learned[0], guessed, Metric.NetValue) is { } lead)
        {
            string recovered = value.Share(guessed, Metric.NetValue) is { } share ? $", which recovers {Wording.PercentEstimate(share)} without any tool" : "";
            yield return lead.SideOf(0) switch
            {
                1 => $"It earns {Wording.Estimate(lead)} more than the best threshold on what the sender guesses, {Name(guessed)}{recovered}.",
                -1 => $"It earns {Wording.Estimate(lead.Times(-1))} less than the best threshold on what the sender guesses, {Name(guessed)}{recovered}.",
                _ => $"It is not told apart from the best threshold on what the sender guesses, {Name(guessed)}{recovered}: the difference is {Wording.Estimate(lead)}.",
            };
        }
    }

    private static IEnumerable<string> Trust(ContextValue value)
    {
        PolicyResults tool = value.Learned[0];
        if (value.Share(tool, Metric.TrustDebt) is { } share && tool.Mean(Metric.TrustDebt) is { } debt && value.Everybody.Mean(Metric.TrustDebt) is { } start)
        {
            yield return $"Of the trust that knowing would save it saves {Wording.PercentEstimate(share)}: trust debt {Wording.Mean(debt, percent: true)} instead of {Wording.Mean(start, percent: true)} (below zero: more trust than with silence).";
        }
    }

    private static IEnumerable<string> Price(StoredResults results, ContextValue value)
    {
        PolicyResults tool = value.Learned[0];
        string pilot = results.Facts.PilotEnds is { } day && tool.Days.TryGetValue(Metric.Complaints, out DaySeries? days) && days.IntervalAt(day, tool.Runs.Count) is { } complaints
            ? $"Learning costs complaints: the pilot draws {Wording.Estimate(complaints)} by the end of day {day}. "
            : "";
        if (tool.Mean(Metric.Complaints) is { } all && value.Known.Mean(Metric.Complaints) is { } known && value.Everybody.Mean(Metric.Complaints) is { } start)
        {
            yield return $"{pilot}Over {Wording.Count(results.Facts.Horizon, "day", "days")} there are {Wording.Mean(all)} complaints with the tool, {Wording.Mean(known)} with {Name(value.Known)} and {Wording.Mean(start)} when everybody is written to.";
        }
    }

    private static IEnumerable<string> Variants(ContextValue value)
    {
        string[] others = [.. value.Learned.Skip(1)
            .Select(policy => (policy.Name, Share: value.Share(policy, Metric.NetValue)))
            .Where(variant => variant.Share is not null)
            .Select(variant => $"{Wording.Quote(variant.Name)} {Wording.PercentEstimate(variant.Share!.Value)}")];
        if (others.Length > 0)
        {
            yield return $"It depends on how the tool is set: {Wording.List(others)}.";
        }
    }

    // Who buys depends on appetite and trust too, which purchases show and no relationship does.
    private static IEnumerable<string> Limit(ContextValue value)
    {
        PolicyResults[] beyond = [.. value.Learned.Where(policy => value.Share(policy, Metric.NetValue) is { Low: > 1 })];
        if (beyond.Length > 0)
        {
            yield return $"Perfect knowledge of the relationship is not perfect knowledge of value: {Wording.Quoted(beyond.Select(policy => policy.Name))} {(beyond.Length == 1 ? "gains" : "gain")} more than it, because who has bought or praised before tells who will, and no relationship shows that.";
        }

        if (value.LearnedKnown is { } both && ContextValue.Difference(both, value.Learned[0], Metric.NetValue) is { } more)
        {
            yield return more.SideOf(0) > 0
                ? $"Knowing the relationship would add {Wording.Estimate(more)} to the same tool."
                : $"Knowing the relationship would add nothing beyond doubt to the same tool: {Wording.Estimate(more)}.";
        }
    }

    private static string? In(PointResults world, IReadOnlyDictionary<string, ContextRole> roles)
    {
        if (ContextValue.Of(world, roles) is not { } value || value.Gain(value.Known, Metric.NetValue) is not { } whole)
        {
            return null;
        }

        string start = $"If {Wording.Quote(world.Name)}";
        return value.Share(value.Learned[0], Metric.NetValue) is { } share
            ? $"{start}, knowing is worth {Wording.Estimate(whole)} and the tool recovers {Wording.PercentEstimate(share)} of it."
            : $"{start}: {char.ToLowerInvariant(Nothing(whole)[0])}{Nothing(whole)[1..]} ({Name(value.Known)}: {Wording.Estimate(whole)}), so no share is given.";
    }

    private static string Name(PolicyResults policy) => Wording.Quote(policy.Name);
}
