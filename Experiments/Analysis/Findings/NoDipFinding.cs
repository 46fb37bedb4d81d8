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
        string trust = harmed
            ? $"trust capital is {Wording.PercentEstimate(debt)} lower{Harmed(subject)}"
            : "trust capital is not lower than without any message";
        (string title, string verdict) = (noDip, harmed) switch
        {
            (true, true) => ("No dip does not mean no harm", $"Yet {trust}. No dip does not mean no harm."),
            (true, false) => ("No dip, and no loss of trust to hide", $"And {trust}. Here no dip does go with no loss of trust."),
            (false, true) => ("The follower count dips, and trust with it", $"And {trust}: the count gives a warning."),
            (false, false) => ("The follower count dips although trust does not", $"Yet {trust}."),
        };
        return new Finding("no dip", title, $"{Count(subject, change, noDip)}{Twin(against, noDip)} {verdict}");
    }

    private static string Count(PolicyResults policy, EvidenceLine change, bool noDip)
    {
        string count = $"After seven days the follower count of {Wording.Quote(policy.Name)}";
        string size = Wording.Mean(Size(change.Mean));
        string noise = $"standard deviation {Wording.Number(Math.Abs(change.Pattern.Low ?? 0))}";
        return change.Mean.Mean switch
        {
            > 0 => $"{count} has still risen by {size}, so no dip can be seen (organic noise: {noise})",
            _ when noDip => $"{count} has fallen by {size}, which is within the organic noise ({noise}), so no dip can be seen",
            _ => $"{count} has fallen by {size}, a dip beyond the organic noise ({noise})",
        };
    }

    private static string Twin(Interval against, bool noDip) => against.SideOf(0) switch
    {
        0 => "; about as many follow as without any message.",
        > 0 => $"; {Wording.Estimate(against)} more follow than without any message.",
        _ when noDip => $"; but {Wording.Estimate(Size(against))} fewer follow than without any message, which only the comparison with the silent twin shows.",
        _ => $"; {Wording.Estimate(Size(against))} fewer follow than without any message.",
    };

    private static Interval? DebtAfterWeek(PolicyResults policy) =>
        policy.Days.TryGetValue(Metric.TrustDebt, out DaySeries? days) ? days.IntervalAt(WeekEnd, policy.Runs.Count) : null;

    private static string Harmed(PolicyResults policy) =>
        policy.Days.TryGetValue(Metric.Harmed, out DaySeries? days) && days.IntervalAt(WeekEnd, policy.Runs.Count) is { } harmed && harmed.Mean > 0
            ? $", and {Wording.Estimate(harmed)} people have been annoyed or reached by a complaint"
            : "";

    private static Interval Size(Interval value) => value.Mean < 0 ? value.Times(-1) : value;
}
