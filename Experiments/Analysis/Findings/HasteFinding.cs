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
        string silence = results.AsWritten.Silent is { } silent && Lead.Of(silent, early) is { Verdict: 1 } below
            ? $" {(below.Since is { } last ? $"From day {last} on" : "In the end")} {first} yields less than sending nothing."
            : "";
        return new Finding(
            "haste", title, $"{first} leads after two weeks. {Overtaking(sending, early, lead)}{silence}");
    }

    // Who passes the early leader for good, and how the last leader passes the one that did so before it.
    private static string Overtaking(List<PolicyResults> sending, PolicyResults early, Lead last)
    {
        string winner = Wording.Quote(last.One);
        Lead? pioneer = sending.Where(policy => policy != early)
            .Select(policy => Lead.Of(policy, early))
            .OfType<Lead>()
            .Where(lead => lead.Verdict == 1 && lead.Since is not null)
            .MinBy(lead => lead.Since);
        if (last.Since is not { } day)
        {
            return $"{winner} overtakes it.";
        }

        if (pioneer is null || pioneer.One == last.One || pioneer.Since == day)
        {
            return $"{winner} overtakes it on day {day}.";
        }

        PolicyResults late = sending.First(policy => policy.Name == last.One);
        string passed = Lead.Of(late, sending.First(policy => policy.Name == pioneer.One)) is { Verdict: 1, Since: { } since } && since > day
            ? $" and passes {Wording.Quote(pioneer.One)} for good on day {since}"
            : "";
        return $"{Wording.Quote(pioneer.One)} is the first to overtake it, on day {pioneer.Since}; {winner} does so on day {day}{passed}.";
    }
}
