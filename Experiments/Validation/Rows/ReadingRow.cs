using Experiments.Analysis;
using Experiments.Validation.Statistics;
using Experiments.Validation.Studies;
using Simulator.Ledgers;

namespace Experiments.Validation.Rows;

/// <summary>B2: reading falls with frequency.</summary>
internal static class ReadingRow
{
    internal const string Study = "reading";

    /// <summary>Share read at one message a week, published.</summary>
    internal const double PublishedWeekly = 0.301;

    /// <summary>Share read at fifteen a week, published.</summary>
    internal const double PublishedFifteen = 0.140;

    private const int FirstWeeks = 28;

    /// <summary>The rhythms, messages a week and the policy's name.</summary>
    internal static IReadOnlyList<(int PerWeek, string Policy)> Rhythms { get; } =
        [(1, "weekly"), (2, "twice a week"), (4, "four a week"), (7, "daily"), (15, "fifteen a week")];

    internal static BoardRow Row { get; } = new("B2", "Reading falls with frequency: fifteen a week against one", Standing.Pattern)
    {
        Published = "30.1% read at one a week, 14.0% at fifteen: 0.47 times as much",
        Source = "Observational comparison of email senders; the documentation of the evidence names no author",
        Evidence = "F, observational",
        Studies = [Study],
        Mapping = "Messages read over messages sent, at fifteen a week divided by one a week. The band – halved or more, up to 0.55 – is that of the model’s own documentation. Beside it: within a quarter of the published fall (0.35 to 0.58), and the first four weeks alone, since the history of the senders compared is not known. Senders who write more often may also write worse; the model’s write the same.",
        Measure = results =>
        [
            new("over a year", Fall(results, 0), Band.AtMost(0.55), Unit.Ratio) { Published = PublishedFifteen / PublishedWeekly },
            new("over a year, within a quarter of the published", Fall(results, 0), Band.Between(0.35, 0.58), Unit.Ratio) { Instead = "a band of a quarter around the published fall", Published = PublishedFifteen / PublishedWeekly },
            new("in the first four weeks, within a quarter", Fall(results, FirstWeeks), Band.Between(0.35, 0.58), Unit.Ratio) { Instead = "the first four weeks", Published = PublishedFifteen / PublishedWeekly },
        ],
        Discuss = row => row.Verdict == Verdict.Inside
            ? "Reading is halved or more, as it should be, but over a year it falls further than published: people in the model tune out for months, and the published comparison is of senders whose readers had time to leave or whose mails differ. The order of magnitude holds; the depth of the fall at high frequency should not be quoted."
            : "Reading does not fall far enough with frequency: the room for messages in memory (reading.capacity) would have to be smaller, or tuning out (openness.loss) stronger.",
    };

    /// <summary>Share of messages that is read at a rhythm.</summary>
    internal static Interval? Share(StudyResults results, string policy, int day) =>
        StudyResults.Ratio(results.Of(Study, policy, Metric.Read, day), results.Of(Study, policy, Metric.Sent, day));

    /// <summary>Reading at a rhythm relative to weekly.</summary>
    internal static Interval? Fall(StudyResults results, int day, string policy = "fifteen a week") => MeansBootstrap.Of(
        StudyResults.Together(
            results.Of(Study, policy, Metric.Read, day), results.Of(Study, policy, Metric.Sent, day), results.Of(Study, "weekly", Metric.Read, day), results.Of(Study, "weekly", Metric.Sent, day)),
        means => means[0] / means[1] / (means[2] / means[3]),
        results.Seed);
}
