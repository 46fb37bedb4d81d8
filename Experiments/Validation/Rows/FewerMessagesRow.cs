using Experiments.Analysis;
using Experiments.Validation.Studies;

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
            Turn("all in all ahead, months", ChangeStudy.TurnOfSum(results, Study, "eight, then four", "eight", -1)),
            Turn("ahead in the current month, months", ChangeStudy.TurnOfPeriod(results, Study, "eight, then four", "eight", -1)) with { IsAlternative = true },
            Turn("all in all ahead, six then three, months", ChangeStudy.TurnOfSum(results, Study, "six, then three", "six", -1)) with { IsAlternative = true },
            Turn("ahead in the current month, six then three, months", ChangeStudy.TurnOfPeriod(results, Study, "six, then three", "six", -1)) with { IsAlternative = true },
            Turn("all in all ahead, a new offer in every message, months", ChangeStudy.TurnOfSum(results, Study, "eight, then four, all new", "eight, all new", -1)) with { IsAlternative = true },
            Turn("ahead in the current month, a new offer in every message, months", ChangeStudy.TurnOfPeriod(results, Study, "eight, then four, all new", "eight, all new", -1)) with { IsAlternative = true },
        ],
    };

    private static Measured Turn(string label, Interval? months) => new(label, months, MoreMessagesRow.Accepted, Unit.Months) { End = ChangeStudy.LastMonth };
}
