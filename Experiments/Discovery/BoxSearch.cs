namespace Experiments.Discovery;

/// <summary>
/// The whole search for one box: peel, drop from every box of the trajectory the limits that add nothing, choose the box with the
/// best F-measure, and paste.
/// </summary>
/// <remarks>
/// On the trade-off between density and coverage any box is defensible; the F-measure, their harmonic mean, takes none that has much
/// of one and little of the other. Boxes with a quasi-p value of 0.05 or more are not shown, because one limit too many is
/// believed as readily as a true one. Equal F-measures: the box with fewer restricted dimensions wins, then the earlier.
/// </remarks>
/// <param name="Patience">α: the share of a box that one step cuts off.</param>
/// <param name="LeastMass">β: the smallest box as a share of all points.</param>
internal sealed record BoxSearch(double Patience, double LeastMass)
{
    /// <summary>The chosen box; the whole space when no restriction is significant.</summary>
    /// <param name="points">n points.</param>
    /// <param name="weights">n counts; 0 leaves a point out.</param>
    internal Box Best(LabelledPoints points, int[] weights) => Best(points, weights, Peeling.Trajectory(points, weights, Patience, LeastMass));

    /// <summary>Density from which a box counts as sure. Chosen.</summary>
    internal const double Sure = 0.9;

    /// <summary>Of the boxes that are at least <see cref="Sure"/>, limits that add nothing dropped, the one that covers most; null when there is none.</summary>
    internal static Box? Surest(LabelledPoints points, int[] weights, IReadOnlyList<Box> trajectory) => trajectory
        .Select(peeled => QuasiP.Pruned(peeled, points, weights))
        .Where(pruned => pruned.Restrictions.Count > 0 && pruned.Count(points, weights).Density >= Sure)
        .MaxBy(pruned => pruned.Count(points, weights).Cases);

    /// <summary>The same from a trajectory that was peeled before.</summary>
    internal Box Best(LabelledPoints points, int[] weights, IReadOnlyList<Box> trajectory)
    {
        (Box box, double measure) = (Box.Whole, -1);
        foreach (Box candidate in trajectory.Skip(1).Select(peeled => QuasiP.Pruned(peeled, points, weights)).Where(pruned => pruned.Restrictions.Count > 0))
        {
            double value = candidate.Count(points, weights).FMeasure;
            if (value > measure || (value == measure && candidate.Dimensions.Count < box.Dimensions.Count))
            {
                (box, measure) = (candidate, value);
            }
        }

        return QuasiP.Pruned(Pasting.Widened(box, points, weights, Patience), points, weights);
    }
}
