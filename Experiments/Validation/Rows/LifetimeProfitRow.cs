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

    private const string AllNew = "a new offer in every message";

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
            .. Figures("three years, beyond the twin", results, ProfitCurve.BeyondTwin(results)).Select(figure => figure with { Instead = "beyond the silent twin" }),
            .. Figures("one year", results, ProfitCurve.FirstYear(results)).Select(figure => figure with { Instead = "one year" }),
            .. Figures("three years, a new offer in every message", results, ProfitCurve.AllNew(results)).Select(figure => figure with { Instead = AllNew }),
        ],
        Discuss = row =>
        {
            IGrouping<string, Measured>? allNew = row.Contradicting.FirstOrDefault(other => other.Key == AllNew);
            string remedy = allNew is null
                ? "A new offer in every message does not mend it."
                : "With a new offer in every message all of V1 agrees, with nothing else changed. That was tried after the first look and is no success of the model: it says which structure carries the miss. A model of a sender with a stream of offers would have to tie offers to messages.";
            return row.Verdict switch
            {
                Verdict.Outside => $"Both arms lose, the lower one more, and the upper by as much as published; but too few messages cost the model’s sender only half as much. The likeliest reason: here a new offer comes every 30 days at every rhythm, so that a sender who writes half as often still shows each offer to most readers, while in the published data an email less is an offer less. {remedy} For use: the model’s price of writing too rarely is too low for senders with many offers, and its advice to write seldom should be read with that in mind.",
                Verdict.Inside => "Both arms of the published curve come out within their bands, without having been fitted. The levels rest on the rhythm of new offers, which is assumed.",
                _ => $"At least one arm lies at the edge of its band. {remedy}",
            };
        },
    };

    private static IEnumerable<Measured> Figures(string label, StudyResults results, Func<string, IReadOnlyList<double>> profit)
    {
        Interval? Of(Func<FrequencyCurve, double> quantity) => ProfitCurve.Quantity(results, profit, quantity);
        yield return new($"too few, lost, {label}", Of(curve => curve.LossAt(LowerArm)), Lower, Unit.Share) { Published = PublishedLower };
        yield return new($"too many, lost, {label}", Of(curve => curve.LossAt(UpperArm)), Upper, Unit.Share) { Published = PublishedUpper };
        yield return new($"too few, further lost than too many, {label}", Of(curve => curve.LossAt(LowerArm) - curve.LossAt(UpperArm)), Band.Above(0), Unit.Share) { Published = PublishedLower - PublishedUpper };
    }
}
