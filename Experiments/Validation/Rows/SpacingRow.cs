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
            Figure("three years, trust left counted in", results, ProfitCurve.Equity(results)) with { IsAlternative = true },
            Figure("one year", results, ProfitCurve.FirstYear(results)) with { IsAlternative = true },
        ],
    };

    private static Measured Figure(string label, StudyResults results, Func<string, IReadOnlyList<double>> profit) => new(
        label, ProfitCurve.Quantity(results, profit, curve => curve.LossAt(0.5) is > 0 and var loss ? curve.LossAt(2) / loss : double.NaN), Band.Above(1), Unit.Ratio);
}
