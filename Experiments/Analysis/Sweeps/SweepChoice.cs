using Experiments.Designs;

namespace Experiments.Analysis.Sweeps;

/// <summary>
/// Something a sender can choose: a policy with the values of the levers. Worlds cannot be chosen, so outcomes are averaged over
/// those that were run, replicate by replicate.
/// </summary>
/// <param name="Cell">The choice, with its averaged outcomes.</param>
/// <param name="Members">The cells it is the average of.</param>
internal sealed record SweepChoice(SweepCell Cell, IReadOnlyList<SweepCell> Members)
{
    /// <summary>All choices, in the order of cells.</summary>
    /// <param name="results">The results.</param>
    /// <param name="cells">The cells at the end, or those after fewer days.</param>
    internal static IReadOnlyList<SweepChoice> All(SweepResults results, IReadOnlyList<SweepCell> cells)
    {
        int[] worlds = [.. results.Worlds];
        if (worlds.Length == 0 || cells.Count == 0)
        {
            return [.. cells.Select(cell => new SweepChoice(cell, [cell]))];
        }

        if (results.Sweep.Design.Kind == Design.OneAtATime)
        {
            // The first point is as written: only beside it are levers changed in a world that stays the same.
            IReadOnlyList<SweepValue> written = results.Points[0].Values;
            return [.. cells.Where(cell => worlds.All(world => cell.Point.Values[world] == written[world])).Select(cell => new SweepChoice(Averaged([cell], worlds), [cell]))
                .DistinctBy(choice => (choice.Cell.Policy, string.Join('\n', choice.Cell.Point.Values.Select(value => value.Text))))];
        }

        // Elsewhere than in a grid levers and worlds change together, so that only policies have met the same worlds.
        int[] collapsed = results.Sweep.Design.Kind == Design.Grid ? worlds : [.. Enumerable.Range(0, results.Factors.Count)];
        return [.. cells
            .GroupBy(cell => (cell.Policy, Levers: string.Join('\n', Kept(cell.Point.Values, collapsed).Select(value => value.Text))))
            .Select(group => new SweepChoice(Averaged([.. group], collapsed), [.. group]))];
    }

    private static SweepCell Averaged(SweepCell[] cells, int[] collapsed) => new(
        cells[0].Point with { Values = [.. Kept(cells[0].Point.Values, collapsed)] },
        cells[0].Policy,
        cells[0].Samples.Keys.ToDictionary(metric => metric, metric => ReplicateSample.Average([.. cells.Select(cell => cell.Samples[metric])])));

    private static IEnumerable<SweepValue> Kept(IReadOnlyList<SweepValue> values, int[] collapsed) =>
        values.Select((value, factor) => collapsed.Contains(factor) ? SweepValue.Any : value);
}
