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
            new("one blast, blocks counted", Ratio(results, CaseRows.Study, CaseRows.Policy, true), Accepted, Unit.Ratio) { IsAlternative = true },
            new("four in 30 days for three years", Ratio(results, ProfitCurve.Study, "4 in 30 days", false), Accepted, Unit.Ratio) { IsAlternative = true },
        ],
    };

    private static Analysis.Interval? Ratio(StudyResults results, string study, string policy, bool withBlocks)
    {
        IReadOnlyList<double> Of(Metric metric) => results.Of(study, policy, metric);
        return StudyResults.Ratio(withBlocks ? StudyResults.Sum(Of(Metric.Unfollows), Of(Metric.Blocks)) : Of(Metric.Unfollows), Of(Metric.Complaints));
    }
}
