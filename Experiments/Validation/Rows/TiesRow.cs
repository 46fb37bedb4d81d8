using Experiments.Validation.Studies;

namespace Experiments.Validation.Rows;

/// <summary>B6: reciprocated ties break less.</summary>
internal static class TiesRow
{
    internal const string Study = "ties";

    internal static BoardRow Row { get; } = new("B6", "Reciprocated ties break less", Standing.Calibrated)
    {
        Published = "an ordering",
        Source = "Kwak, Chun & Moon 2011, CHI",
        Evidence = "F",
        Studies = [Study],
        Mapping = "The model has no reciprocity: the strength of the relationship stands in for it. Silent leaving of the weakest third over that of the strongest in nine months with nothing sent; above 1, weak ties break more.",
        Measure = results => [new("weakest third against strongest, nine months", StudyResults.Ratio(Drifted(results, WatchedThirds.Thirds[0]), Drifted(results, WatchedThirds.Thirds[^1])), Band.Above(1), Unit.Ratio)],
        Discuss = row => "Built in: the hazard of silent leaving has a term in 1 − R (drift.distance), put there because of this source. Agreement says that the term works, not that it is right in size; and a relationship is not reciprocity, which the model does not have.",
    };

    private static IReadOnlyList<double> Drifted(StudyResults results, string third) => results.Of(Study, "silent", WatchedThirds.Drifted(third));
}
