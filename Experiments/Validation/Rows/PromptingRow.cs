using Experiments.Analysis;
using Experiments.Validation.Studies;
using Simulator.Ledgers;

namespace Experiments.Validation.Rows;

/// <summary>V8: prompting the inert to decide makes them leave.</summary>
internal static class PromptingRow
{
    private const string Study = "prompting";

    private static readonly Band Accepted = Band.Between(1.2, 2.0);

    internal static BoardRow Row { get; } = new("V8", "Prompting the inert to decide makes them leave", Standing.OutOfSample)
    {
        Published = "churn of 6% without, 10% with the prompt: 1.67 times as much",
        Source = "Ascarza, Iyengar & Schleicher 2016, J. Marketing Research",
        Evidence = "F; the window of about three months from memory",
        Studies = [Study],
        Mapping = "One helpful message (promotion 0.3, personal, of value) to an audience with weak relationships (mean 0.1) against the same people with the same luck and no message. Churn is all leaving within 90 days. Beside it: within 30 and 7 days, and the pitch of the case instead. The model’s reminder exists because of this source; its size was not fitted to it.",
        Measure = results =>
        [
            Figure("helpful message, 90 days", results, "recommendation", 90) with { Published = 10 / 6.0 },
            Figure("helpful message, 30 days", results, "recommendation", 30) with { IsAlternative = true },
            Figure("helpful message, 7 days", results, "recommendation", 7) with { IsAlternative = true },
            Figure("pitch of the case, 90 days", results, "pitch", 90) with { IsAlternative = true },
            Figure("pitch of the case, 7 days", results, "pitch", 7) with { IsAlternative = true },
        ],
    };

    private static Measured Figure(string label, StudyResults results, string policy, int day) =>
        new(label, StudyResults.Ratio(Leaving(results, policy, day), Leaving(results, "silent", day)), Accepted, Unit.Ratio);

    private static IReadOnlyList<double> Leaving(StudyResults results, string policy, int day)
    {
        IReadOnlyList<double> Of(Metric metric) => results.Of(Study, policy, metric, day);
        return StudyResults.Sum(StudyResults.Sum(Of(Metric.Unfollows), Of(Metric.Blocks)), Of(Metric.Drifted));
    }
}
