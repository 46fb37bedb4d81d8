namespace Experiments.Validation.Rows;

/// <summary>V4: more messages gain at first and lose later.</summary>
internal static class MoreMessagesRow
{
    /// <summary>Months in which a turn counts as agreement, here and in V5.</summary>
    internal static readonly Band Accepted = Band.Between(3, 12);

    internal static BoardRow Row { get; } = new("V4", "More messages: a gain at first, a loss later", Standing.OutOfSample)
    {
        Published = "a gain at two weeks, behind by one year",
        Source = "SmartNews 2022, company report",
        Evidence = "F",
        Studies = [LongRunRow.Study],
        Mapping = "Twice as many messages (four, then eight in 30 days) to an audience with half a year of history. The gain is in net value since the change; beside it the net value of the current month (what an experimenter sees who compares month by month), and three messages, then six; and, added after the first look, arms in which every message brings a new offer, as every notification brings news.",
        Measure = results =>
        [
            new("gained at two weeks", ChangeStudy.AtTwoWeeks(results, LongRunRow.Study, "four, then eight", "four"), Band.Above(0), Unit.Share),
            Turn("all in all behind", ChangeStudy.TurnOfSum(results, LongRunRow.Study, "four, then eight", "four", 1)),
            Turn("behind in the current month", ChangeStudy.TurnOfPeriod(results, LongRunRow.Study, "four, then eight", "four", 1)) with { Instead = "the current month" },
            Turn("all in all behind, three then six", ChangeStudy.TurnOfSum(results, LongRunRow.Study, "three, then six", "three", 1)) with { Instead = "three, then six" },
            Turn("behind in the current month, three then six", ChangeStudy.TurnOfPeriod(results, LongRunRow.Study, "three, then six", "three", 1)) with { Instead = "three, then six, the current month" },
            Turn("all in all behind, a new offer in every message", ChangeStudy.TurnOfSum(results, LongRunRow.Study, "four, then eight, all new", "four, all new", 1)) with { Instead = "a new offer in every message" },
            Turn("behind in the current month, a new offer in every message", ChangeStudy.TurnOfPeriod(results, LongRunRow.Study, "four, then eight, all new", "four, all new", 1)) with { Instead = "a new offer in every message, the current month" },
        ],
        Discuss = row => row.Verdict == Verdict.Outside
            ? "The order of events agrees, the time does not. Three things make the model quick. Frequency acts on everybody at once, through messages still in memory and annoyance within days, while apps report slow learning. A new offer comes every 30 days however often one writes, so that more messages soon sell to the same readers again. And four or eight pitches in 30 days lie beyond the model’s best frequency of about three, where a change pays off or takes its toll at once. With a new offer in every message, or from a lower starting point, the turn comes later, but not late enough. To agree, harm would have to build up more slowly than it does: habit and learning over months, which the model has only as tuning out. For use: that haste pays at first and costs later is a finding; after how many weeks it turns is not."
            : row.Verdict == Verdict.Inside ? "More messages lead at first and fall behind within the published time." : "The time of the turn lies at the edge of the band, or the first gain cannot be told from none.",
    };

    private static Measured Turn(string label, Analysis.Interval? months) => new(label, months, Accepted, Unit.Months) { End = ChangeStudy.LastMonth };
}
