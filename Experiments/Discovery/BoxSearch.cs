namespace Experiments.Discovery;

/// <summary>
/// The whole search for one box: peel, drop from every box of the trajectory the limits that add nothing, peel again along the
/// dimensions that are left, choose the box with the best F-measure, and paste.
/// </summary>
/// <remarks>
/// <para>
/// Why twice: among many factors some strip of one that does not matter is free of cases by luck and is cut off first; the points are
/// used up before the factors that matter are cut deep enough. The second pass knows them. Analysts do the same by hand (Bryant and
/// Lempert 2010, doi:10.1016/j.techfore.2009.08.002).
/// </para>
/// <para>
/// On the trade-off between density and coverage any box is defensible; the F-measure, their harmonic mean, takes none that has much
/// of one and little of the other. Boxes with a quasi-p value of 0.05 or more are not shown, because one limit too many is
/// believed as readily as a true one. Equal F-measures: the box with fewer restricted dimensions wins, then the earlier.
/// </para>
/// </remarks>
/// <param name="Patience">α: the share of a box that one step cuts off.</param>
/// <param name="LeastMass">β: the smallest box as a share of all points.</param>
internal sealed record BoxSearch(double Patience, double LeastMass)
{
    /// <summary>Density from which a box counts as sure. Chosen.</summary>
    internal const double Sure = 0.9;

    /// <summary>The chosen box; the whole space when no restriction is significant.</summary>
    /// <param name="points">n points.</param>
    /// <param name="weights">n counts; 0 leaves a point out.</param>
    internal Box Best(LabelledPoints points, int[] weights) => Best(points, weights, Trajectory(points, weights));

    /// <summary>The boxes of the second pass; those of the first where no limit of it is significant.</summary>
    internal IReadOnlyList<Box> Trajectory(LabelledPoints points, int[] weights)
    {
        IReadOnlyList<Box> first = Peeling.Trajectory(points, weights, Patience, LeastMass);
        int[] matter = [.. first.SelectMany(peeled => QuasiP.Pruned(peeled, points, weights).Dimensions).Distinct().Order()];
        return matter.Length == 0 ? first : Peeling.Trajectory(points, weights, Patience, LeastMass, matter);
    }

    /// <summary>The chosen box of a trajectory that was peeled before.</summary>
    internal Box Best(LabelledPoints points, int[] weights, IReadOnlyList<Box> trajectory)
    {
        (Box box, double measure) = (Box.Whole, -1);
        foreach (Box candidate in Significant(points, weights, trajectory))
        {
            double value = candidate.Count(points, weights).FMeasure;
            if (value > measure || (value == measure && candidate.Dimensions.Count < box.Dimensions.Count))
            {
                (box, measure) = (candidate, value);
            }
        }

        return QuasiP.Pruned(Pasting.Widened(box, points, weights, Patience), points, weights);
    }

    /// <summary>Of the boxes that are at least <see cref="Sure"/>, limits that add nothing dropped, the one that covers most; null when there is none.</summary>
    internal static Box? Surest(LabelledPoints points, int[] weights, IReadOnlyList<Box> trajectory) => Significant(points, weights, trajectory)
        .Where(pruned => pruned.Count(points, weights).Density >= Sure)
        .MaxBy(pruned => pruned.Count(points, weights).Cases);

    private static IEnumerable<Box> Significant(LabelledPoints points, int[] weights, IReadOnlyList<Box> trajectory) =>
        trajectory.Select(peeled => QuasiP.Pruned(peeled, points, weights)).Where(pruned => pruned.Restrictions.Count > 0);
}
