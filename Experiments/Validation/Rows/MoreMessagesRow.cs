using Experiments.Validation.Studies;

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
            Turn("all in all behind, months", ChangeStudy.TurnOfSum(results, LongRunRow.Study, "four, then eight", "four", 1)),
            Turn("behind in the current month, months", ChangeStudy.TurnOfPeriod(results, LongRunRow.Study, "four, then eight", "four", 1)) with { IsAlternative = true },
            Turn("all in all behind, three then six, months", ChangeStudy.TurnOfSum(results, LongRunRow.Study, "three, then six", "three", 1)) with { IsAlternative = true },
            Turn("behind in the current month, three then six, months", ChangeStudy.TurnOfPeriod(results, LongRunRow.Study, "three, then six", "three", 1)) with { IsAlternative = true },
            Turn("all in all behind, a new offer in every message, months", ChangeStudy.TurnOfSum(results, LongRunRow.Study, "four, then eight, all new", "four, all new", 1)) with { IsAlternative = true },
            Turn("behind in the current month, a new offer in every message, months", ChangeStudy.TurnOfPeriod(results, LongRunRow.Study, "four, then eight, all new", "four, all new", 1)) with { IsAlternative = true },
        ],
    };

    private static Measured Turn(string label, Analysis.Interval? months) => new(label, months, Accepted, Unit.Months) { End = ChangeStudy.LastMonth };
}
