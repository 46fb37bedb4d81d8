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
            Figure("helpful message, 30 days", results, "recommendation", 30) with { Instead = "30 days" },
            Figure("helpful message, 7 days", results, "recommendation", 7) with { Instead = "7 days" },
            Figure("pitch of the case, 90 days", results, "pitch", 90) with { Instead = "the pitch of the case, 90 days" },
            Figure("pitch of the case, 7 days", results, "pitch", 7) with { Instead = "the pitch of the case, 7 days" },
        ],
        Discuss = row => row.Verdict == Verdict.Outside
            ? $"A helpful message does not make people leave here: its value mends a little trust, and the reminder to go (reactions.reminder) reaches a few in ten thousand. Silent leaving of 4% a month, which B9 fixes, hides what a single message could add within 90 days. The published prompt put a decision about a paid contract before people who had to do nothing to stay; a DM asks for much less, and its channel is far away. To agree the reminder would have to be about a hundred times as strong, and then the case would show the dip that A4 says it did not have. The pitch of the case raises leaving within seven days by about as much as published, but through annoyance, not through a reminder: that is no agreement with this source. For use: do not rely on the model for win-back messages to the inert."
            : "A prompt makes the inert leave by about as much as published. The reminder in the model exists because of this source; only its size was free.",
    };

    private static Measured Figure(string label, StudyResults results, string policy, int day) =>
        new(label, StudyResults.Ratio(Leaving(results, policy, day), Leaving(results, "silent", day)), Accepted, Unit.Ratio);

    private static IReadOnlyList<double> Leaving(StudyResults results, string policy, int day)
    {
        IReadOnlyList<double> Of(Metric metric) => results.Of(Study, policy, metric, day);
        return StudyResults.Sum(StudyResults.Sum(Of(Metric.Unfollows), Of(Metric.Blocks)), Of(Metric.Drifted));
    }
}
