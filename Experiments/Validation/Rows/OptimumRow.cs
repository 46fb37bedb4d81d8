using Experiments.Analysis;
using Experiments.Validation.Studies;

namespace Experiments.Validation.Rows;

/// <summary>B3: profit has an interior optimum in frequency.</summary>
internal static class OptimumRow
{
    internal static BoardRow Row { get; } = new("B3", "Profit has an interior optimum in frequency", Standing.Pattern)
    {
        Published = "an ordering: neither the rarest nor the most frequent earns most",
        Source = "Drèze & Bonfrer 2008; Zhang, Kumar & Cosguner 2017, J. Marketing Research 54:851",
        Evidence = "F",
        Studies = [ProfitCurve.Study],
        Mapping = "The best of the simulated frequencies is chosen on one half of the replicates and compared with both ends on the other half, so that choosing the best does not flatter it. Net value over three years; one year beside it.",
        Measure = results =>
        [
            Gain("best against once in 30 days, three years", results, ProfitCurve.Lifetime(results), 0),
            Gain("best against every other day, three years", results, ProfitCurve.Lifetime(results), ProfitCurve.Frequencies.Count - 1),
            Gain("best against once in 30 days, one year", results, ProfitCurve.FirstYear(results), 0) with { Instead = "one year" },
            Gain("best against every other day, one year", results, ProfitCurve.FirstYear(results), ProfitCurve.Frequencies.Count - 1) with { Instead = "one year" },
        ],
        Discuss = row => row.Verdict == Verdict.Inside
            ? "Writing too rarely leaves sales behind, writing too often wears readers out; the best lies between, after one year and after three. Where it lies depends on the margin, on the rhythm of new offers and on how fast trust returns: the existence of an optimum is robust, its place is not."
            : "Profit has no interior optimum at the default parameters: look at the curve for the end that wins.",
    };

    private static Measured Gain(string label, StudyResults results, Func<string, IReadOnlyList<double>> profit, int end)
    {
        double[][] replicates = StudyResults.Together([.. ProfitCurve.Frequencies.Select(frequency => profit(ProfitCurve.Policy(frequency)))]);
        double[][] choosing = [.. replicates.Where((_, replicate) => replicate % 2 == 0)];
        double[][] judging = [.. replicates.Where((_, replicate) => replicate % 2 == 1)];
        return new Measured($"{label}, gained", Share(choosing, judging, end), Band.Above(0), Unit.Share);
    }

    private static Interval? Share(double[][] choosing, double[][] judging, int end)
    {
        if (choosing.Length == 0)
        {
            return null;
        }

        int best = Enumerable.Range(0, choosing[0].Length).MaxBy(column => choosing.Average(row => row[column]));
        return RatioInterval.Of([.. judging.Select(row => (row[best] - row[end], row[best]))]);
    }
}
