using Experiments.Validation.Statistics;
using Experiments.Validation.Studies;
using Simulator.Ledgers;

namespace Experiments.Validation.Rows;

/// <summary>B5: many disengage early and in silence.</summary>
internal static class TuningOutRow
{
    private const int ThreeMonths = 91;

    internal static BoardRow Row { get; } = new("B5", "Many disengage early and in silence", Standing.Pattern)
    {
        Published = "a pattern; no figure",
        Source = "Ascarza, Netzer & Hardie 2018, Marketing Science 37:54",
        Evidence = "F",
        Studies = [ReadingRow.Study],
        Mapping = "A weekly sender for a year; people who tuned out still follow, but are less than half as open to messages as at first. “In silence”: after three months, of those who tuned out or whom a message made leave, at least half are the former. “Early”: at least half of those tuned out after a year were so after three months. Both bands are chosen here; the source gives none. Beside it: a sender of four a week; and, added after the first look, drift beyond the silent twin’s counted as leaving in silence.",
        Measure = results => [.. Figures(results, "weekly", null), .. Figures(results, "four a week", "four a week instead of one"), Leaving(results, "weekly"), Leaving(results, "four a week")],
        Discuss = row => row.Verdict == Verdict.Outside
            ? "In the model people rather leave than tune out. At one pitch a week openness sinks by a few percent a message and half of that is back within two months, so hardly anybody falls below one half, while unfollowing goes on from the first message. Even at four a week, where most of what will ever be tuned out is so within three months, those who left are the majority. To agree, openness would have to fall faster and return more slowly (openness.loss, openness.halfLife), or those who tuned out would have to unfollow less; the model has no such link. For use: the model understates silent disengagement, so what it says about the share of damage that stays invisible is rather too small. The bands are chosen here, and a threshold of one half is strict."
            : "Tuning out comes early and without a word, as the source has it.",
    };

    // Those who drift away because of the messages leave in silence too.
    private static Measured Leaving(StudyResults results, string policy)
    {
        IReadOnlyList<double> Of(Metric metric, string whose) => results.Of(ReadingRow.Study, whose, metric, ThreeMonths);
        double[][] columns = StudyResults.Together(
            Of(Metric.TunedOut, policy), Of(Metric.Drifted, policy), Of(Metric.Drifted, "silent"), Of(Metric.Unfollows, policy), Of(Metric.Blocks, policy));
        return new Measured(
            $"in silence, drift beyond the twin’s counted, {policy}",
            MeansBootstrap.Of(columns, means => (means[0] + means[1] - means[2]) / (means[0] + means[1] - means[2] + means[3] + means[4]), results.Seed),
            Band.AtLeast(0.5),
            Unit.Share)
        { Instead = $"drift beyond the twin’s counted, {policy}" };
    }

    private static IEnumerable<Measured> Figures(StudyResults results, string policy, string? instead)
    {
        IReadOnlyList<double> Of(Metric metric, int day) => results.Of(ReadingRow.Study, policy, metric, day);
        double[][] early = StudyResults.Together(Of(Metric.TunedOut, ThreeMonths), Of(Metric.TunedOut, 0), Of(Metric.Unfollows, ThreeMonths), Of(Metric.Blocks, ThreeMonths));
        yield return new Measured($"in silence, {policy}", MeansBootstrap.Of(early, means => means[0] / (means[0] + means[2] + means[3]), results.Seed), Band.AtLeast(0.5), Unit.Share) { Instead = instead };
        yield return new Measured($"early, {policy}", MeansBootstrap.Of(early, means => means[1] > 0 ? means[0] / means[1] : double.NaN, results.Seed), Band.AtLeast(0.5), Unit.Share) { Instead = instead };
    }
}
