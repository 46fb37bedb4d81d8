using Experiments.Analysis;
using Experiments.Validation.Statistics;
using Experiments.Validation.Studies;
using Simulator.Ledgers;

namespace Experiments.Validation.Rows;

/// <summary>V3: the long-run effect of more messages against that of one month.</summary>
internal static class LongRunRow
{
    internal const string Study = "more-messages";

    internal static BoardRow Row { get; } = new("V3", "Long-run against one-month effect of more messages", Standing.Calibrated)
    {
        Published = "3 times as large, with over a year to unfold",
        Source = "Goli et al. 2025, Quantitative Marketing and Economics 23:347",
        Evidence = "F",
        Studies = [Study],
        Mapping = "Twice as many messages from day 180 on. The effect is the share of trust capital missing against the arm that goes on as before; “long-run” is after two years, the end of the study. The loss of trust has two time scales because of this figure, so that agreement counts as calibration. Beside it: followers instead of trust, and three messages, then six.",
        Measure = results =>
        [
            .. Figures("trust", results, Metric.TrustCapital, "four, then eight", "four", null),
            .. Figures("followers", results, Metric.Followers, "four, then eight", "four", "followers instead of trust"),
            .. Figures("trust, three then six", results, Metric.TrustCapital, "three, then six", "three", "three, then six"),
        ],
        Discuss = row => row.Verdict == Verdict.Inside
            ? "This is the reason why lost trust has a part that is soon forgiven and a part that is long remembered, so that it fits is no evidence. Measured in followers the ratio is far larger: leaving accumulates, while trust partly returns. The published effect is on use of a service, to which trust is the nearer analogue; that is a choice."
            : "The two time scales of lost trust were chosen with this figure in view and no longer give it: look at trust.rememberedShare and trust.forgetHalfLife.",
    };

    /// <summary>Effect after each month, as a share of the unchanged arm; one value a reading.</summary>
    internal static double[] Effects(double[] means)
    {
        int readings = means.Length / 2;
        return [.. Enumerable.Range(0, readings).Select(index => 1 - (means[index] / means[readings + index]))];
    }

    private static IEnumerable<Measured> Figures(string label, StudyResults results, Metric metric, string changed, string unchanged, string? instead)
    {
        IReadOnlyList<int> days = [.. new[] { 1, 12, 24 }.Select(month => ChangeStudy.ChangeDay + (month * ChangeStudy.MonthDays))];
        double[][] levels = StudyResults.Together(
            [.. days.Select(day => results.Of(Study, changed, metric, day)), .. days.Select(day => results.Of(Study, unchanged, metric, day))]);
        Interval? Of(Func<double[], double> quantity) => MeansBootstrap.Of(levels, means => quantity(Effects(means)), results.Seed);
        yield return new($"after two years over after one month, {label}", Of(effect => effect[0] > 0 ? effect[2] / effect[0] : double.NaN), Band.Between(2, 4), Unit.Ratio) { Published = 3, Instead = instead };
        yield return new($"part that unfolds after month 12, {label}", Of(effect => effect[2] > 0 ? (effect[2] - effect[1]) / effect[2] : double.NaN), Band.AtLeast(0.05), Unit.Share) { Instead = instead };
    }
}
