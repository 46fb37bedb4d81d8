using Simulator.Ledgers;

namespace Experiments.Analysis.Findings;

/// <summary>Which policy ends with most, and which would better have stayed silent?</summary>
internal static class RankFinding
{
    /// <summary>The finding; null with fewer than two sending policies that have runs: against silence alone, whether it pays says the same.</summary>
    internal static Finding? Of(StoredResults results)
    {
        List<PolicyResults> ranked = [.. results.AsWritten.Policies
            .Where(policy => policy.Mean(Metric.NetValue) is not null)
            .OrderByDescending(policy => policy.Mean(Metric.NetValue)!.Value.Mean)];
        if (ranked.Count(policy => !policy.IsSilent) < 2 || Lead.Of(ranked[0], ranked[1]) is not { } lead)
        {
            return null;
        }

        string period = Wording.Count(results.Facts.Horizon, "day", "days");
        bool level = lead.Verdict == 0 && lead.Difference.HasBounds;
        string best = Name(ranked[0]);
        string title = level
            ? $"{Capital(best)} and {Name(ranked[1])} end level after {period}"
            : $"{Capital(best)} ends with most after {period}";
        string gap = level
            ? $"; their difference, {Wording.Estimate(lead.Difference)}, includes zero."
            : $", {Wording.Estimate(lead.Difference)} currency units ahead of {Name(ranked[1])}.";
        return new Finding("rank", title, title + gap + AgainstSilence(results));
    }

    private static string AgainstSilence(StoredResults results)
    {
        if (results.AsWritten.Silent is not { } silent)
        {
            return "";
        }

        List<Lead> leads = [.. results.AsWritten.Sending.Select(policy => Lead.Of(policy, silent)).OfType<Lead>()];
        List<Lead> worse = [.. leads.Where(lead => lead.Verdict < 0).OrderBy(lead => lead.Difference.Mean)];
        List<Lead> open = [.. leads.Where(lead => lead.Verdict == 0 && lead.Difference.HasBounds)];
        string text = worse.Count switch
        {
            0 when open.Count == 0 && leads.Count > 1 && leads[0].Difference.HasBounds => " Every policy yields more than sending nothing.",
            0 => "",
            1 => $" {Wording.Quote(worse[0].One)} ends {Wording.Estimate(worse[0].Difference.Times(-1))} below sending nothing{Since(worse[0])}.",
            _ => $" {Wording.Quoted(worse.Select(lead => lead.One))} end below sending nothing, {Wording.Quote(worse[0].One)} by {Wording.Estimate(worse[0].Difference.Times(-1))}.",
        };
        return open.Count == 0 ? text : $"{text} Whether {Wording.Quoted(open.Select(lead => lead.One))} {(open.Count == 1 ? "beats" : "beat")} sending nothing cannot be told from these runs.";
    }

    private static string Since(Lead lead) => lead.Since is { } day && day > 0 ? $", and stays below from day {day} on" : "";

    private static string Name(PolicyResults policy) => policy.IsSilent ? "sending nothing" : Wording.Quote(policy.Name);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
