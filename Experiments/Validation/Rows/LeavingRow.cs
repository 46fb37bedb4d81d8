using Experiments.Analysis;
using Experiments.Validation.Studies;

namespace Experiments.Validation.Rows;

/// <summary>A7: followers without a relationship leave.</summary>
internal static class LeavingRow
{
    private const string Study = "leaving";

    internal static BoardRow Row { get; } = new("A7", "Followers without a relationship leave more often", Standing.Pattern)
    {
        Published = "an ordering; the weakest third leaves at least twice as often as the strongest",
        Source = "The case of CMO Joe",
        Evidence = "D",
        Studies = [Study],
        Mapping = "Thirds by the strength of the relationship on day 0, every follower watched. Leaving is what the message causes – unfollowing and blocking within 30 days of the blast; leaving of any kind, silent drift included, is shown beside it.",
        Measure = results => [Figure("weakest third against strongest, left by the message", results, WatchedThirds.Prompted), Figure("the same, all leaving in 30 days", results, third => third, true)],
        Discuss = row => row.Verdict == Verdict.Inside
            ? "The ordering is built in: a message makes people leave in proportion to 1 − R, and those with a relationship are less often annoyed. Over all leaving the contrast is smaller, since drift happens without any message and depends less on the relationship."
            : "The model says that a message makes people leave in proportion to 1 − R. If the contrast is too small, that factor would have to be steeper.",
    };

    private static Measured Figure(string label, StudyResults results, Func<string, string> measure, bool all = false)
    {
        IReadOnlyList<double> Leavers(string third) => all
            ? StudyResults.Sum(Value(results, WatchedThirds.Prompted(third)), Value(results, WatchedThirds.Drifted(third)))
            : Value(results, measure(third));
        Interval? ratio = StudyResults.Ratio(Leavers(WatchedThirds.Thirds[0]), Leavers(WatchedThirds.Thirds[^1]));
        return new Measured(label, ratio, Band.AtLeast(2), Unit.Ratio) { Instead = all ? "all leaving in 30 days, silent drift included" : null };
    }

    private static IReadOnlyList<double> Value(StudyResults results, string measure) => results.Of(Study, CaseRows.Policy, measure);
}
