using Simulator.Ledgers;

namespace Experiments.Analysis.Findings;

/// <summary>What did it cost in trust?</summary>
internal static class TrustFinding
{
    /// <summary>The finding; null without a policy whose trust is known.</summary>
    internal static Finding? Of(StoredResults results)
    {
        List<TrustCost> costs = [.. results.AsWritten.Sending.Select(TrustCost.Of).OfType<TrustCost>()];
        if (costs.Count == 0)
        {
            return null;
        }

        TrustCost heaviest = costs.MaxBy(cost => cost.AtHorizon.Mean)!;
        int horizon = results.Facts.Horizon;
        string text = "";
        if (costs.Find(cost => cost.Policy == results.Subject?.Name) is { } subject)
        {
            text = $"{Course(subject, Shortfall(results, subject.Policy), Drawn(results, subject.Policy), horizon)} ";
        }

        bool somebodyOwes = heaviest.AtHorizon.LikelySideOf(0) > 0;
        if (costs.Count > 1 && somebodyOwes && heaviest.Policy != results.Subject?.Name)
        {
            text += $"{Wording.Quote(heaviest.Policy)} leaves the largest hole: {Wording.PercentEstimate(heaviest.AtHorizon)} of trust capital is missing at the end. ";
        }

        text += Gainers(results, [.. costs.Where(cost => cost.AtHorizon.LikelySideOf(0) < 0).OrderBy(cost => cost.AtHorizon.Mean).Select(cost => cost.Policy)]);

        string title = somebodyOwes
            ? $"{Wording.Quote(heaviest.Policy)} spends the most trust: {Wording.Percent(heaviest.AtHorizon.Mean)} of trust capital is missing after {Wording.Count(horizon, "day", "days")}"
            : $"After {Wording.Count(horizon, "day", "days")} no policy has less trust capital than sending nothing beyond doubt";
        return new Finding("trust", title, text.Trim());
    }

    private static string Course(TrustCost cost, Interval? shortfall, bool drawn, int horizon)
    {
        string name = Wording.Quote(cost.Policy);
        if (cost.Worst.Mean <= 0 || cost.Worst.SideOf(0) < 0)
        {
            return $"{name} never has less trust capital than sending nothing, on average.";
        }

        if (cost.WorstDay == horizon - 1)
        {
            return $"{name} has cost {Wording.PercentEstimate(cost.AtHorizon)} of trust capital on the last day, which is its worst.";
        }

        string worst = $"On its worst day, day {cost.WorstDay}, {name} has cost {Wording.PercentEstimate(cost.Worst)} of trust capital";
        string days = Wording.Count(horizon, "day", "days");
        return cost.AtHorizon.SideOf(0) switch
        {
            1 => $"{worst}; after {days} {Wording.PercentEstimate(cost.AtHorizon)} is still missing.",
            -1 => $"{worst}; after {days} it has been repaid, and {Wording.Percent(-cost.AtHorizon.Mean)} more is there than with silence.",
            _ when !cost.AtHorizon.HasBounds => cost.AtHorizon.Mean < 0
                ? $"{worst}; after {days} it has been repaid in this run."
                : $"{worst}; after {days} {Wording.Percent(cost.AtHorizon.Mean)} is still missing in this run.",
            _ => $"{worst}; after {days} no trust capital is missing that could be told from zero{Filled(shortfall, drawn)}.",
        };
    }

    // A sum over followers that is whole again says nothing about the trust of one of them.
    private static string Filled(Interval? shortfall, bool drawn) => shortfall is { } lower && lower.SideOf(0) > 0
        ? $", but {(drawn ? "only because praise drew newcomers: " : "")}trust per follower is {Wording.PercentEstimate(lower)} lower"
        : "";

    private static string Gainers(StoredResults results, IReadOnlyList<string> names)
    {
        Dictionary<string, int> lower = names.ToDictionary(name => name, name => Shortfall(results, name)?.SideOf(0) ?? 0);
        string[] sentences =
        [
            Gain(names.Where(name => lower[name] < 0), ", and with more trust per follower"),
            Gain(names.Where(name => lower[name] == 0), ""),
            Gain(names.Where(name => lower[name] > 0 && Drawn(results, name)), ", but only because praise drew newcomers: trust per follower is lower"),
            Gain(names.Where(name => lower[name] > 0 && !Drawn(results, name)), ", but trust per follower is lower"),
        ];
        return string.Join(" ", sentences.Where(sentence => sentence.Length > 0));
    }

    private static string Gain(IEnumerable<string> names, string qualification)
    {
        string[] all = [.. names];
        return all.Length == 0 ? "" : $"{Wording.Quoted(all)} {(all.Length == 1 ? "ends" : "end")} with more trust capital than sending nothing{qualification}.";
    }

    private static Interval? Shortfall(StoredResults results, string name) =>
        results.AsWritten.Find(name) is { } policy && results.AsWritten.Silent is { } silent ? TrustPerFollower.Shortfall(policy, silent) : null;

    /// <summary>Whether more people arrived than with silence, beyond doubt, and enough to explain why more follow.</summary>
    private static bool Drawn(StoredResults results, string name) =>
        results.AsWritten.Find(name) is { } policy && results.AsWritten.Silent is { } silent
        && PairedDifference.Of(policy, silent, Metric.Arrived) is { } arrived && arrived.SideOf(0) > 0
        && PairedDifference.Of(policy, silent, Metric.Followers) is { } followers && followers.Mean <= arrived.Mean;
}
