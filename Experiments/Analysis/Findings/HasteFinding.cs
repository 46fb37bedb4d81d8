using Simulator.Ledgers;

namespace Experiments.Analysis.Findings;

/// <summary>Does the policy that leads at first still lead at the end?</summary>
internal static class HasteFinding
{
    /// <summary>Days after which a sender who tests takes the first look. Chosen, not measured.</summary>
    private const int TwoWeeks = 14;

    /// <summary>The finding; null with fewer than two sending policies or a horizon under two months.</summary>
    internal static Finding? Of(StoredResults results)
    {
        List<PolicyResults> sending = [.. results.AsWritten.Sending.Where(policy =>
            policy.Days.ContainsKey(Metric.NetValue) && policy.Mean(Metric.NetValue) is not null)];
        if (sending.Count < 2 || results.Facts.Horizon < 2 * Outcome.ShortTermDays)
        {
            return null;
        }

        PolicyResults early = sending.MaxBy(policy => policy.Days[Metric.NetValue].MeanAt(TwoWeeks - 1) ?? double.MinValue)!;
        PolicyResults late = sending.MaxBy(policy => policy.Mean(Metric.NetValue)!.Value.Mean)!;
        string first = Wording.Quote(early.Name);
        Lead? lead = early == late ? null : Lead.Of(late, early);
        if (lead is { Difference.HasBounds: false })
        {
            // One run cannot say whether an overtaking is more than luck.
            return null;
        }

        if (lead is not { Verdict: 1 })
        {
            return new Finding(
                "haste",
                $"{first} leads after two weeks and is not overtaken",
                $"{first} leads after two weeks, and no other policy ends ahead of it beyond doubt.");
        }

        string title = $"{first} leads after two weeks, {Wording.Quote(late.Name)} at the end";
        string overtaken = lead.Since is { } day ? $" on day {day}" : "";
        string silence = results.AsWritten.Silent is { } silent && Lead.Of(silent, early) is { Verdict: 1 } below
            ? $"; {(below.Since is { } last ? $"from day {last} on" : "in the end")} it yields less than sending nothing"
            : "";
        return new Finding(
            "haste", title, $"{first} leads after two weeks. {Wording.Quote(late.Name)} overtakes it{overtaken}{silence}.");
    }
}
