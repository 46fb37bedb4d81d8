using Experiments.Analysis;
using Experiments.Validation.Statistics;
using Experiments.Validation.Studies;
using Simulator.Ledgers;

namespace Experiments.Validation.Rows;

/// <summary>B7: nine cascades of ten end within one hop.</summary>
internal static class CascadesRow
{
    internal static BoardRow Row { get; } = new("B7", "Nine cascades of ten end within one hop", Standing.Calibrated)
    {
        Published = "nine of ten",
        Source = "Goel, Watts & Goldstein 2012, ACM EC (the share from memory, unverified)",
        Evidence = "M",
        Studies = [CaseRows.Study],
        Mapping = "A cascade is a public complaint and those that join in because of it. The model does not keep who joined whom, so the share is bounded from below: at least 1 − joiners over first complaints bring in nobody at all, and these end within one hop for certain.",
        Measure = results =>
        [
            new("cascades that bring in nobody, at least", Alone(results), Band.AtLeast(0.9), Unit.Share) { Published = 0.9 },
        ],
        Discuss = row => row.Verdict == Verdict.Inside
            ? "Built in: joining a complaint takes trust already lost, which few have when the first complaints appear, so almost no cascade begins. It is nearly all of them rather than nine of ten: the model understates firestorms. Praise cannot spread from one follower to the next here at all."
            : "Too many complaints draw others after them: wordOfMouth.join would have to be smaller.",
    };

    private static Interval? Alone(StudyResults results)
    {
        IReadOnlyList<double> Of(Metric metric) => results.Of(CaseRows.Study, CaseRows.Policy, metric);
        return MeansBootstrap.Of(StudyResults.Together(Of(Metric.ComplaintsPublic), Of(Metric.ComplaintsJoined)), means => Math.Max(0, 1 - (means[1] / (means[0] - means[1]))), results.Seed);
    }
}
