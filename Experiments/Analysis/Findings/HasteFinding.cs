using Simulator.Ledgers;

namespace Experiments.Analysis.Findings;

/// <summary>Does the policy that leads at first still lead at the end?</summary>
internal static class HasteFinding
{
    /// <summary>The day of the early look: where short-term sales end. Shorter horizons have no "later" to compare with.</summary>
    private const int EarlyDay = Outcome.ShortTermDays - 1;

    /// <summary>The finding; null with fewer than two sending policies or a horizon under two months.</summary>
    internal static Finding? Of(StoredResults results)
    {
        List<PolicyResults> sending = [.. results.AsWritten.Sending.Where(policy =>
            policy.Days.ContainsKey(Metric.NetValue) && policy.Mean(Metric.NetValue) is not null)];
        if (sending.Count < 2 || results.Facts.Horizon < 2 * Outcome.ShortTermDays)
        {
            return null;
        }

        PolicyResults early = sending.MaxBy(policy => policy.Days[Metric.NetValue].MeanAt(EarlyDay) ?? double.MinValue)!;
        PolicyResults late = sending.MaxBy(policy => policy.Mean(Metric.NetValue)!.Value.Mean)!;
        string first = Wording.Quote(early.Name);
        if (early == late || Lead.Of(late, early) is not { Verdict: 1 } lead)
        {
            return new Finding(
                "haste",
                $"{first} leads after {Outcome.ShortTermDays} days and is not overtaken",
                $"{first} leads after {Outcome.ShortTermDays} days, and no other policy ends ahead of it beyond doubt.");
        }

        string title = $"{first} leads after {Outcome.ShortTermDays} days, {Wording.Quote(late.Name)} at the end";
        string overtaken = lead.Since is { } day ? $" on day {day}" : "";
        string silence = results.AsWritten.Silent is { } silent && Lead.Of(silent, early) is { Verdict: 1 } below
            ? $"; {(below.Since is { } last ? $"from day {last} on" : "in the end")} it yields less than sending nothing"
            : "";
        return new Finding(
            "haste", title, $"{first} leads after {Outcome.ShortTermDays} days. {Wording.Quote(late.Name)} overtakes it{overtaken}{silence}.");
    }
}
