using Experiments.Analysis;
using Experiments.Validation.Statistics;
using Experiments.Validation.Studies;

namespace Experiments.Validation.Rows;

/// <summary>A8: answering matters for those who complained, and does nothing for the silent.</summary>
internal static class AnsweringRow
{
    private const string Study = "answering";

    /// <summary>A gain of the silent below this share of that of the complainers counts as none. Chosen before looking.</summary>
    private const double Nothing = 0.1;

    internal static BoardRow Row { get; } = new("A8", "Answering matters for those who complained, and does nothing for the silent", Standing.Pattern)
    {
        Published = "an ordering",
        Source = "The case of CMO Joe; de Matos, Henrique & Rossi 2007, J. Service Research 10:60 (no significant gain beyond what was lost)",
        Evidence = "F",
        Studies = [Study],
        Mapping = "The same people with the same luck, once with no complaint answered and once with all. Trust after 30 days is compared person by person. “None” means, by choice, less than a tenth of what those who complained get back.",
        Measure = results =>
        {
            double[][] gains = StudyResults.Together(Value(results, WatchedAnswers.GainOfComplainers), Value(results, WatchedAnswers.GainOfSilent));
            return
            [
                new("trust regained by those who complained, of 1", MeanInterval.Of([.. gains.Select(row => row[0])]), Band.Above(0), Unit.Count),
                new("trust regained by the silent, as a share of that", MeansBootstrap.Of(gains, means => means[0] > 0 ? means[1] / means[0] : double.NaN, results.Seed), Band.Between(-Nothing, Nothing), Unit.Share),
            ];
        },
        Discuss = row => row.Verdict == Verdict.Inside
            ? "An answer reaches only its receiver, by construction; the silent could gain only by no longer seeing the complaint, which hardly happens. For a sender: answering is right for those who spoke up and repairs nothing among the many who did not."
            : "An answer reaches only its receiver, by construction; look at how many complained, since single runs have few.",
    };

    private static IReadOnlyList<double> Value(StudyResults results, string measure) => results.Of(Study, CaseRows.Policy, measure);
}
