namespace Experiments.Analysis.Sweeps;

/// <summary>
/// The cells that no other cell beats in one outcome without losing in the other (Pareto 1896), by their means. What lies close
/// behind the front may belong on it: means have intervals.
/// </summary>
internal static class ParetoFront
{
    /// <summary>The cells of the front, by the first outcome from its best end; of equal cells the first.</summary>
    internal static IReadOnlyList<SweepCell> Of(IEnumerable<SweepCell> cells, AnswerOutcome gain, AnswerOutcome price)
    {
        var front = new List<SweepCell>();
        double best = double.NegativeInfinity;
        foreach (SweepCell cell in cells
            .Where(cell => cell.Of(gain).Count > 0 && cell.Of(price).Count > 0)
            .OrderByDescending(cell => gain.Sign * cell.Of(gain).Mean)
            .ThenByDescending(cell => price.Sign * cell.Of(price).Mean))
        {
            double value = price.Sign * cell.Of(price).Mean;
            if (value > best)
            {
                front.Add(cell);
                best = value;
            }
        }

        return front;
    }
}
