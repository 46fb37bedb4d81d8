using Simulator.Ledgers;

namespace Experiments.Analysis.Findings;

/// <summary>Does "no dip in followers" mean that no harm was done?</summary>
internal static class NoDipFinding
{
    /// <summary>Index of the day at whose end the week is over.</summary>
    private const int WeekEnd = 6;

    /// <summary>The finding; null when seven days were not simulated or the organic noise is unknown.</summary>
    internal static Finding? Of(StoredResults results)
    {
        if (results.Subject is not { } subject
            || results.AsWritten.Silent is not { } silent
            || EvidenceCheck.Of(subject, silent, results.Facts.AudienceSize).FirstOrDefault(line => line.Pattern.Id == "A4") is not { IsInside: { } noDip } change
            || PairedDifference.Of(subject, silent, Metric.FollowersDay7) is not { } against
            || DebtAfterWeek(subject) is not { } debt)
        {
            return null;
        }

        bool harmed = debt.SideOf(0) > 0;
        string count = $"After seven days {Wording.Quote(subject.Name)} has {Wording.Mean(Size(change.Mean))} followers {MoreOrFewer(change.Mean)} than at the start";
        string twin = against.SideOf(0) == 0
            ? "about as many as without any message"
            : $"{Wording.Estimate(Size(against))} {MoreOrFewer(against)} than without any message";
        string trust = harmed
            ? $"trust capital is {Wording.PercentEstimate(debt)} lower{Harmed(subject)}"
            : "trust capital is not lower than without any message";
        (string title, string verdict) = (noDip, harmed) switch
        {
            (true, true) => ("No dip does not mean no harm", $"no dip beyond the organic noise. Yet {trust}. No dip does not mean no harm."),
            (true, false) => ("No dip, and no loss of trust to hide", $"no dip, and {trust}. Here no dip does go with no loss of trust."),
            (false, true) => ("The follower count dips, and trust with it", $"a dip beyond the organic noise. And {trust}: the count gives a warning."),
            (false, false) => ("The follower count dips although trust does not", $"a dip beyond the organic noise, although {trust}."),
        };
        return new Finding("no dip", title, $"{count}, {twin}: {verdict}");
    }

    private static Interval? DebtAfterWeek(PolicyResults policy) =>
        policy.Days.TryGetValue(Metric.TrustDebt, out DaySeries? days) ? days.IntervalAt(WeekEnd, policy.Runs.Count) : null;

    private static string Harmed(PolicyResults policy) =>
        policy.Days.TryGetValue(Metric.Harmed, out DaySeries? days) && days.IntervalAt(WeekEnd, policy.Runs.Count) is { } harmed && harmed.Mean > 0
            ? $", and {Wording.Estimate(harmed)} people have been annoyed or reached by a complaint"
            : "";

    private static Interval Size(Interval value) => value.Mean < 0 ? value.Times(-1) : value;

    private static string MoreOrFewer(Interval value) => value.Mean < 0 ? "fewer" : "more";
}
