using Experiments.Sensitivity;

namespace Experiments.Analysis.Sweeps.Sensitivity;

/// <summary>PAWN indices of the policy in question over the points of a design that fills the space.</summary>
internal static class Distributions
{
    /// <summary>The estimate; null for other designs, a single factor, conditions, or too few points.</summary>
    internal static PawnEstimate? Of(SweepResults results, AnswerOutcome outcome)
    {
        if (!results.Sweep.Design.FillsSpace || results.Factors.Count < 2 || results.Factors.Any(factor => factor.When is not null))
        {
            return null;
        }

        IReadOnlyList<SweepCell> cells = results.Of(results.Subject);
        IReadOnlyList<SweepValue>[] levels = [.. Enumerable.Range(0, results.Factors.Count).Select(results.ValuesOf)];
        Dictionary<SweepValue, int>[] places = [.. levels.Select(values => values.Select((value, place) => (value, place)).ToDictionary(entry => entry.value, entry => entry.place))];
        return Pawn.Of(Means(cells, outcome), (point, factor) => places[factor][cells[point].Point.Values[factor]], results.Factors.Count, (ulong)results.Facts.Seed);
    }

    /// <summary>Skewness of an outcome over the points.</summary>
    internal static double Skewness(SweepResults results, AnswerOutcome outcome) => Tail.Skewness([.. Means(results.Of(results.Subject), outcome).Where(double.IsFinite)]);

    private static double[] Means(IReadOnlyList<SweepCell> cells, AnswerOutcome outcome) =>
        [.. cells.Select(cell => cell.Of(outcome).Count == cell.Replicates ? cell.Of(outcome).Mean : double.NaN)];
}
