using Experiments.Analysis;
using Experiments.Validation.Studies;

namespace Experiments.Validation.Rows;

/// <summary>B4: too short a spacing hurts more than too long a one.</summary>
internal static class SpacingRow
{
    internal static BoardRow Row { get; } = new("B4", "Too short a spacing hurts more than too long", Standing.Pattern)
    {
        Published = "an ordering",
        Source = "Drèze & Bonfrer 2008",
        Evidence = "F",
        Studies = [ProfitCurve.Study],
        Mapping = "From the model’s best frequency the spacing is halved and doubled: the loss with half the spacing over the loss with twice the spacing; above 1, too short is worse. Net value over three years; beside it one year, and the value of the trust that is left counted in (customer equity, which the source is about).",
        Measure = results =>
        [
            Figure("three years", results, ProfitCurve.Lifetime(results)),
            Figure("three years, trust left counted in", results, ProfitCurve.Equity(results)) with { Instead = "the trust left counted in" },
            Figure("one year", results, ProfitCurve.FirstYear(results)) with { Instead = "one year" },
        ],
        Discuss = row => $"{(row.Verdict == Verdict.Inside ? "Halving the spacing costs more than doubling it." : "Halving the spacing does not cost more than doubling it.")} This does not contradict V1, where too few messages are the worse error. V1 counts messages: 4 and 10 instead of 7 are three fewer and three more, and four is much further from seven than ten is when counted as halving or doubling. Per squared doubling of the spacing, the figures published for V1 lose {Wording.Percent(LifetimeProfitRow.PublishedLower / Math.Pow(Math.Log2(LifetimeProfitRow.LowerArm), 2))} for too long and {Wording.Percent(LifetimeProfitRow.PublishedUpper / Math.Pow(Math.Log2(LifetimeProfitRow.UpperArm), 2))} for too short a spacing: too short hurts more there as well. So: whoever errs by a number of messages loses more with too few, whoever errs by a factor loses more with too many.",
    };

    private static Measured Figure(string label, StudyResults results, Func<string, IReadOnlyList<double>> profit) => new(
        label, ProfitCurve.Quantity(results, profit, curve => curve.LossAt(0.5) is > 0 and var loss ? curve.LossAt(2) / loss : double.NaN), Band.Above(1), Unit.Ratio);
}
