namespace Experiments.Discovery;

/// <summary>
/// The covering of PRIM (Friedman and Fisher 1999, doi:10.1023/A:1008894516817): after a box its points are put aside, and the search
/// goes on among the others, since what is looked for may happen in several places.
/// </summary>
internal static class Covering
{
    /// <summary>Fewest cases among the points a box is looked for in; below, halves would hold fewer than ten. Chosen.</summary>
    internal const int FewestCases = 20;

    /// <summary>The boxes, in the order in which they are found; empty when the search finds nothing that holds on unknown points.</summary>
    /// <param name="search">The search for one box.</param>
    /// <param name="points">n points.</param>
    /// <param name="most">Most boxes.</param>
    /// <param name="draws">Decides the halves.</param>
    internal static IReadOnlyList<FoundBox> Boxes(BoxSearch search, LabelledPoints points, int most, DiscoveryDraws draws)
    {
        int[] weights = points.All;
        BoxCount whole = Box.Whole.Count(points, weights);
        var found = new List<FoundBox>();
        while (found.Count < most && Box.Whole.Count(points, weights) is var left && left.AllCases >= FewestCases && left.AllCases < left.AllPoints)
        {
            IReadOnlyList<Box> trajectory = search.Trajectory(points, weights);
            Box box = search.Best(points, weights, trajectory);
            var beyond = OutOfSample.Of(search, points, weights, draws);
            BoxCount count = Of(box, points, weights, whole);

            // What the first boxes leave is poor in cases: a later box is worth telling only if it is richer than everything together, on points it did not know.
            if (box.Restrictions.Count == 0 || !beyond.Holds || Math.Min(count.Density, beyond.Count.Density) <= whole.BaseRate)
            {
                break;
            }

            Box? surest = count.Density < BoxSearch.Sure ? BoxSearch.Surest(points, weights, trajectory) : null;
            found.Add(new FoundBox(box, count, QuasiP.Values(box, points, weights), beyond, [.. trajectory.Select(peeled => (peeled, Of(peeled, points, weights, whole)))])
            {
                Surer = surest is null ? null : (surest, Of(surest, points, weights, whole)),
                SurerBeyond = surest is null ? null : OutOfSample.OfSurest(search, points, weights, draws),
            });
            weights = [.. weights.Select((weight, point) => box.Contains(points, point) ? 0 : weight)];
        }

        return found;
    }

    // Coverage is a share of all cases, also of those in earlier boxes.
    private static BoxCount Of(Box box, LabelledPoints points, int[] weights, BoxCount whole) =>
        box.Count(points, weights) with { AllPoints = whole.AllPoints, AllCases = whole.AllCases };
}
