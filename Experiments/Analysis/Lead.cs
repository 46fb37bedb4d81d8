using Simulator.Ledgers;

namespace Experiments.Analysis;

/// <summary>
/// Two policies compared by cumulative net value. The verdict at the horizon rests on matched runs; the day of the crossing
/// is that of the mean curves, because the days of single runs are not kept, and therefore has no interval.
/// </summary>
/// <param name="One">The policy whose lead is asked for.</param>
/// <param name="Other">The policy it is compared with.</param>
/// <param name="Difference">Net value one − other at the horizon, paired by replicate.</param>
/// <param name="ShareAhead">Share of replicates in which it ends ahead.</param>
/// <param name="Since">From this day on the mean of the one that leads at the horizon stays above the other's; null without days.</param>
internal sealed record Lead(string One, string Other, Interval Difference, Interval ShareAhead, int? Since)
{
    /// <summary>1 when the first is ahead beyond doubt, −1 when behind, 0 when the interval holds zero or there is none.</summary>
    internal int Verdict => Difference.SideOf(0);

    /// <summary>Compares two policies; null when they have no replicate in common.</summary>
    internal static Lead? Of(PolicyResults one, PolicyResults other)
    {
        IReadOnlyList<double> differences = PairedDifference.Values(one, other, Metric.NetValue);
        return MeanInterval.Of(differences) is { } difference && WilsonInterval.Of(differences.Count(value => value > 0), differences.Count) is { } share
            ? new Lead(one.Name, other.Name, difference, share, LastCrossing(one, other))
            : null;
    }

    /// <summary>Every policy against every other, both ways round.</summary>
    internal static IReadOnlyList<Lead> All(IReadOnlyList<PolicyResults> policies) =>
        [.. policies.SelectMany(_ => policies, Tuple.Create).Where(pair => pair.Item1 != pair.Item2).Select(pair => Of(pair.Item1, pair.Item2)).OfType<Lead>()];

    private static int? LastCrossing(PolicyResults one, PolicyResults other)
    {
        if (!one.Days.TryGetValue(Metric.NetValue, out DaySeries? first)
            || !other.Days.TryGetValue(Metric.NetValue, out DaySeries? second)
            || !first.Day.AsSpan().SequenceEqual(second.Day))
        {
            return null;
        }

        int index = first.Day.Length - 1;
        int sign = Math.Sign(first.Mean[index] - second.Mean[index]);
        while (index > 0 && Math.Sign(first.Mean[index - 1] - second.Mean[index - 1]) == sign)
        {
            index--;
        }

        return sign == 0 ? null : first.Day[index];
    }
}
