using Experiments.Analysis;

namespace Experiments.Validation.Rows;

/// <summary>V5: fewer messages lose at first and gain later.</summary>
internal static class FewerMessagesRow
{
    internal const string Study = "fewer-messages";

    internal static BoardRow Row { get; } = new("V5", "Fewer messages: a loss at first, a gain later", Standing.OutOfSample)
    {
        Published = "a loss at first, a gain after a year",
        Source = "Meta 2022, company report",
        Evidence = "F",
        Studies = [Study],
        Mapping = "Half as many messages (eight, then four in 30 days) to an audience with half a year of history. The loss is in net value since the change; beside it the net value of the current month, and six messages, then three; and, added after the first look, arms in which every message brings a new offer, as every notification brings news.",
        Measure = results =>
        [
            new("lost at two weeks", ChangeStudy.AtTwoWeeks(results, Study, "eight, then four", "eight")?.Times(-1), Band.Above(0), Unit.Share),
            Turn("all in all ahead", ChangeStudy.TurnOfSum(results, Study, "eight, then four", "eight", -1)),
            Turn("ahead in the current month", ChangeStudy.TurnOfPeriod(results, Study, "eight, then four", "eight", -1)) with { Instead = "the current month" },
            Turn("all in all ahead, six then three", ChangeStudy.TurnOfSum(results, Study, "six, then three", "six", -1)) with { Instead = "six, then three" },
            Turn("ahead in the current month, six then three", ChangeStudy.TurnOfPeriod(results, Study, "six, then three", "six", -1)) with { Instead = "six, then three, the current month" },
            Turn("all in all ahead, a new offer in every message", ChangeStudy.TurnOfSum(results, Study, "eight, then four, all new", "eight, all new", -1)) with { Instead = "a new offer in every message" },
            Turn("ahead in the current month, a new offer in every message", ChangeStudy.TurnOfPeriod(results, Study, "eight, then four, all new", "eight, all new", -1)) with { Instead = "a new offer in every message, the current month" },
        ],
        Discuss = row => row.Verdict == Verdict.Outside
            ? (row.Counted.First().Verdict == Verdict.Inside ? "As with V4, the order of events agrees, the time does not." : "The turn comes too early, and whether there is a loss at first cannot be told from these runs.") + " Three things make the model quick. Frequency acts on everybody at once, through messages still in memory and annoyance within days, while apps report slow learning. A new offer comes every 30 days however often one writes, so that more messages soon sell to the same readers again. And four or eight pitches in 30 days lie beyond the model’s best frequency of about three, where a change pays off or takes its toll at once. An audience that has had eight pitches in 30 days for half a year is so worn that fewer cost it next to nothing, even at first. For use: that an overworked audience recovers when left alone is a finding; that it takes only weeks is not."
            : row.Verdict == Verdict.Inside ? "Fewer messages lose at first and lead within the published time." : "The time of the turn lies at the edge of the band, or the first loss cannot be told from none.",
    };

    private static Measured Turn(string label, Interval? months) => new(label, months, MoreMessagesRow.Accepted, Unit.Months) { End = ChangeStudy.LastMonth };
}
