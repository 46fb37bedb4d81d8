using Simulator.Ledgers;

namespace Experiments.Analysis.Findings;

/// <summary>Do few complaints and a damning poll fit one population?</summary>
internal static class PollFinding
{
    /// <summary>The finding; null when there was no poll or nothing was sent.</summary>
    internal static Finding? Of(StoredResults results)
    {
        if (results.Subject is not { } subject
            || subject.Ratio(Metric.Complaints, Metric.Sent) is not { } complaining
            || subject.Mean(Metric.PollNegativeShare) is not { } negative)
        {
            return null;
        }

        string annoyed = subject.Ratio(Metric.Annoyed, Metric.Read) is { } ofReaders
            ? $" {Wording.PercentEstimate(ofReaders)} of readings annoy{Unheard(subject)}."
            : "";
        string facts =
            $"{Wording.PercentEstimate(complaining)} of the messages of {Wording.Quote(subject.Name)} draw a complaint, and {Wording.PercentEstimate(negative)} of the answers to an opt-in poll are negative.{annoyed}";
        string both = $"{Wording.Percent(complaining.Mean)} complain, {Wording.Percent(negative.Mean)} of a poll disapprove";
        if (results.Case is null)
        {
            return new Finding("poll", both, facts);
        }

        IReadOnlyList<EvidencePattern> patterns = EvidencePattern.All(null);
        EvidencePattern complaints = patterns.First(pattern => pattern.Id == "A1");
        EvidencePattern poll = patterns.First(pattern => pattern.Id == "A5");
        bool complaintsFit = subject.Mean(Metric.Complaints) is { } mean && complaints.Accepts(mean.Mean);
        bool pollFits = poll.Accepts(negative.Mean);
        string runs = WilsonInterval.Of(BothInside(subject, complaints, poll), subject.Values(Metric.PollNegativeShare).Count) is { Count: > 1 } share
            ? $" (both inside their bands in {Wording.Percent(share.Mean)} of single runs)"
            : "";
        return (complaintsFit, pollFits) switch
        {
            (true, true) => new Finding("poll", $"One population does both: {both}", $"{facts} The two published figures do not contradict each other: one population produces both{runs}."),
            (true, false) => new Finding("poll", $"The complaints fit the case, the poll does not: {both}", $"{facts} The complaints fit the case, the poll does not{runs}."),
            (false, true) => new Finding("poll", $"The poll fits the case, the complaints do not: {both}", $"{facts} The poll fits the case, the number of complaints does not{runs}."),
            _ => new Finding("poll", $"Neither complaints nor poll fit the case: {both}", $"{facts} Neither fits the case{runs}."),
        };
    }

    private static string Unheard(PolicyResults policy) =>
        policy.Ratio(Metric.Complaints, Metric.Annoyed) is { Mean: < 1 } heard ? $", and {Wording.Percent(1 - heard.Mean)} of those draw no complaint" : "";

    private static int BothInside(PolicyResults policy, EvidencePattern complaints, EvidencePattern poll)
    {
        IReadOnlyDictionary<int, double> heard = policy.ByReplicate(Metric.Complaints);
        return policy.ByReplicate(Metric.PollNegativeShare).Count(run =>
            poll.Accepts(run.Value) && heard.TryGetValue(run.Key, out double count) && complaints.Accepts(count));
    }
}
