using Experiments.Analysis;
using Experiments.Validation.Studies;

namespace Experiments.Validation.Rows;

/// <summary>B9: organic leaving.</summary>
internal static class OrganicLeavingRow
{
    /// <summary>Months of the study.</summary>
    private const double Months = 274 / 30.0;

    internal static BoardRow Row { get; } = new("B9", "Followers who leave with nothing sent, in a month", Standing.Calibrated)
    {
        Published = "2% to 8% a month; 30.6% of ties gone after nine months, which is 4.0% a month",
        Source = "Kivran-Swaine, Govindan & Naaman 2011, CHI (figure from memory, unverified); Myers & Leskovec 2014, WWW",
        Evidence = "M",
        Studies = [TiesRow.Study],
        Mapping = "Followers of day 0 who are gone after 30 days with nothing sent. Beside it: the monthly rate that the leaving of nine months comes to.",
        Measure = results =>
        [
            new("in the first 30 days", StudyResults.Ratio(Of(results, WatchedThirds.FirstMonth), Of(results, WatchedThirds.People)), Band.Between(0.02, 0.08), Unit.Share) { Published = 0.04 },
            new("a month, over nine months", MeanInterval.Of([.. StudyResults.Together(All(results), Of(results, WatchedThirds.People)).Select(row => 1 - Math.Pow(1 - (row[0] / row[1]), 1 / Months))]), Band.Between(0.02, 0.08), Unit.Share) { Instead = "the monthly rate of nine months", Published = 0.04 },
        ],
        Discuss = row => row.Verdict == Verdict.Inside
            ? "Built in: the base rate of silent leaving was chosen to give about 4% a month. The published figure is quoted from memory and has to be verified before it is printed."
            : "The base rate of silent leaving (drift.base) was chosen to give about 4% a month; something has changed since.",
    };

    private static IReadOnlyList<double> Of(StudyResults results, string measure) => results.Of(TiesRow.Study, "silent", measure);

    private static IReadOnlyList<double> All(StudyResults results) =>
        WatchedThirds.Thirds.Select(third => Of(results, WatchedThirds.Drifted(third))).Aggregate(StudyResults.Sum);
}
