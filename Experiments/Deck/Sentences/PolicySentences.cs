using Experiments.Analysis;
using Simulator.Ledgers;

namespace Experiments.Deck.Sentences;

/// <summary>Sentences that a speaker can read aloud, computed from policies side by side.</summary>
internal static class PolicySentences
{
    /// <summary>What becomes of messages, per thousand of them.</summary>
    internal static IEnumerable<string> Funnel(StoredResults results)
    {
        (string What, Metric Outcome)[] kinds = [("sales come", Metric.SalesDm), ("annoyance comes", Metric.Annoyed), ("complaints come", Metric.Complaints), ("unfollows come", Metric.Unfollows)];
        return kinds.Select(kind => Compared(
            kind.What,
            results.AsWritten.Sending.Where(policy => policy.Mean(Metric.Sent) is { Mean: > 0 }),
            policy => policy.Ratio(kind.Outcome, Metric.Sent)?.Times(1000),
            " per 1,000 messages")).OfType<string>();
    }

    /// <summary>Where people are at the end.</summary>
    internal static IEnumerable<string> Whereabouts(StoredResults results)
    {
        IReadOnlyList<PolicyResults> policies = results.AsWritten.Policies;
        IEnumerable<string?> sentences =
        [
            Compared("followers are left at the end", policies, policy => policy.Mean(Metric.Followers), ""),
            Compared("unfollow after a message", results.AsWritten.Sending, policy => policy.Mean(Metric.Unfollows), " people"),
            Compared("block after a message", results.AsWritten.Sending, policy => policy.Mean(Metric.Blocks), " people"),
            Compared("followers have tuned out at the end", results.AsWritten.Sending, policy => policy.Mean(Metric.TunedOut), ""),
        ];
        return sentences.OfType<string>();
    }

    // The policy with most of it, and the one with least.
    private static string? Compared(string what, IEnumerable<PolicyResults> policies, Func<PolicyResults, Interval?> value, string unit)
    {
        (PolicyResults Policy, Interval Value)[] ranked = [.. policies.Select(policy => (policy, Value: value(policy))).Where(entry => entry.Value is not null).Select(entry => (entry.policy, entry.Value!.Value)).OrderByDescending(entry => entry.Value.Mean)];
        if (ranked.Length < 2 || Wording.Glance(ranked[0].Value) == Wording.Glance(ranked[^1].Value))
        {
            return null;
        }

        return $"Most {what} with {Name(ranked[0].Policy)}, {Wording.Glance(ranked[0].Value)}{unit}; fewest with {Name(ranked[^1].Policy)}, {Wording.Glance(ranked[^1].Value)}.".Replace("fewest", what.StartsWith("annoyance", StringComparison.Ordinal) ? "least" : "fewest", StringComparison.Ordinal);
    }

    private static string Name(PolicyResults policy) => policy.IsSilent ? "sending nothing" : Wording.Quote(policy.Name);
}
