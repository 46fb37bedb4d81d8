using Experiments.Analysis;
using Experiments.Validation.Statistics;
using Experiments.Validation.Studies;

namespace Experiments.Validation.Rows;

/// <summary>V1: the frequency–profit curve, its optimum rescaled.</summary>
internal static class LifetimeProfitRow
{
    /// <summary>The lower arm: four messages instead of seven.</summary>
    internal const double LowerArm = 4 / 7.0;

    /// <summary>The upper arm: ten messages instead of seven.</summary>
    internal const double UpperArm = 10 / 7.0;

    /// <summary>Published loss on the lower arm.</summary>
    internal const double PublishedLower = 0.32;

    /// <summary>Published loss on the upper arm.</summary>
    internal const double PublishedUpper = 0.16;

    /// <summary>Accepted loss on the lower arm.</summary>
    internal static readonly Band Lower = Band.Between(0.20, 0.45);

    /// <summary>Accepted loss on the upper arm.</summary>
    internal static readonly Band Upper = Band.Between(0.08, 0.25);

    internal static BoardRow Row { get; } = new("V1", "Lifetime profit when frequency misses its optimum", Standing.OutOfSample)
    {
        Published = "4 messages instead of 7 lose 32%, 10 instead of 7 lose 16%",
        Source = "Zhang, Kumar & Cosguner 2017, J. Marketing Research 54:851",
        Evidence = "F",
        Studies = [ProfitCurve.Study, ProfitCurve.AllNewStudy],
        Mapping = "The model’s own optimum stands for the 7 messages; 4/7 and 10/7 of it for the arms. Profit is the net value of three years, with a new offer every 30 days. Beside it: the profit beyond that of the silent twin (sales that happen anyway are then not the messages’), and the profit of one year; and, added after the first look, a new offer in every message.",
        Measure = results =>
        [
            .. Figures("three years", results, ProfitCurve.Lifetime(results)),
            .. Figures("three years, beyond the twin", results, ProfitCurve.BeyondTwin(results)).Select(figure => figure with { IsAlternative = true }),
            .. Figures("one year", results, ProfitCurve.FirstYear(results)).Select(figure => figure with { IsAlternative = true }),
            .. Figures("three years, a new offer in every message", results, ProfitCurve.AllNew(results)).Select(figure => figure with { IsAlternative = true }),
        ],
    };

    private static IEnumerable<Measured> Figures(string label, StudyResults results, Func<string, IReadOnlyList<double>> profit)
    {
        Interval? Of(Func<FrequencyCurve, double> quantity) => ProfitCurve.Quantity(results, profit, quantity);
        yield return new($"too few, lost, {label}", Of(curve => curve.LossAt(LowerArm)), Lower, Unit.Share) { Published = PublishedLower };
        yield return new($"too many, lost, {label}", Of(curve => curve.LossAt(UpperArm)), Upper, Unit.Share) { Published = PublishedUpper };
        yield return new($"too few, further lost than too many, {label}", Of(curve => curve.LossAt(LowerArm) - curve.LossAt(UpperArm)), Band.Above(0), Unit.Share) { Published = PublishedLower - PublishedUpper };
    }
}
