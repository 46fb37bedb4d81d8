using Experiments.Validation.Studies;
using Simulator.Ledgers;

namespace Experiments.Validation.Rows;

/// <summary>B1: unfollows per complaint.</summary>
internal static class UnfollowsRow
{
    private static readonly Band Accepted = Band.Between(5, 50);

    internal static BoardRow Row { get; } = new("B1", "Unfollows for each complaint", Standing.Pattern)
    {
        Published = "5 to 50; in email about 20 (0.25% unsubscribe, 0.012% complain)",
        Source = "Mailchimp benchmarks 2018/19 for email",
        Evidence = "F, ratio D",
        Studies = [CaseRows.Study, ProfitCurve.Study],
        Mapping = "Unfollows over complaints of the one blast, the ratio of their means. Beside it: with blocks counted as leaving too, and a sender of four pitches in 30 days over three years, since the published ratio comes from regular mailings.",
        Measure = results =>
        [
            new("one blast", Ratio(results, CaseRows.Study, CaseRows.Policy, false), Accepted, Unit.Ratio) { Published = 20 },
            new("one blast, blocks counted", Ratio(results, CaseRows.Study, CaseRows.Policy, true), Accepted, Unit.Ratio) { Instead = "blocks counted as leaving" },
            new("four in 30 days for three years", Ratio(results, ProfitCurve.Study, "4 in 30 days", false), Accepted, Unit.Ratio) { Instead = "a sender of four in 30 days for three years" },
        ],
        Discuss = row => row.Verdict switch
        {
            Verdict.Inside => "Inside, but at the low end: the model has about a quarter as many unfollows for each complaint as email has. Its rates of leaving and of complaining were chosen one by one with published rates in view, so their ratio was not quite free. For a sender: complaints are the smaller part of what a message drives away, more so in email than here.",
            Verdict.Outside => "The rates of leaving and of complaining do not fit together: unfollowing after annoyance (reactions.unfollow) would have to change against complaining (reactions.complain), which A1 fixes.",
            _ => "The ratio lies at the edge of the band; more replicates would decide it. It is low against email in any case.",
        },
    };

    private static Analysis.Interval? Ratio(StudyResults results, string study, string policy, bool withBlocks)
    {
        IReadOnlyList<double> Of(Metric metric) => results.Of(study, policy, metric);
        return StudyResults.Ratio(withBlocks ? StudyResults.Sum(Of(Metric.Unfollows), Of(Metric.Blocks)) : Of(Metric.Unfollows), Of(Metric.Complaints));
    }
}
