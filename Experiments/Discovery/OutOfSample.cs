namespace Experiments.Discovery;

/// <summary>
/// How good the boxes of a search are on points that were not used to find them: the points are dealt into two halves, a box is found
/// on each and judged on the other, and both judgements are added up (two-fold cross-validation, Stone 1974, JRSS B 36:111,
/// doi:10.1111/j.2517-6161.1974.tb00994.x). What a search finds looks better on its own points than it is.
/// </summary>
/// <param name="Count">What both boxes hold of the points they did not know.</param>
/// <param name="PValue">
/// How often a box that means nothing would do as well: min(1, 2·min(p₁, p₂)) of Fisher's exact tests on the halves (Bonferroni). Each
/// is exact, since the box does not depend on the verdicts it is tested on.
/// </param>
internal sealed record OutOfSample(BoxCount Count, double PValue)
{
    /// <summary>Below this a search counts as having found something. Chosen.</summary>
    internal const double Significant = 0.05;

    /// <summary>Whether the search finds more than noise.</summary>
    internal bool Holds => PValue < Significant;

    /// <summary>
    /// What the surest boxes of the two halves hold of the points they did not know; null where a half has no box that is sure on its own points.
    /// </summary>
    /// <param name="search">The search.</param>
    /// <param name="points">n points.</param>
    /// <param name="weights">n counts; 0 leaves a point out.</param>
    /// <param name="draws">Decides which point is in which half.</param>
    internal static BoxCount? OfSurest(BoxSearch search, LabelledPoints points, int[] weights, DiscoveryDraws draws)
    {
        int[] half = draws.Dealt(points.Cases, 2);
        BoxCount?[] counts = [.. Enumerable.Range(0, 2).Select(own =>
        {
            int[] known = Part(weights, half, own);
            return BoxSearch.Surest(points, known, search.Trajectory(points, known))?.Count(points, Part(weights, half, 1 - own));
        })];
        return counts is [{ } one, { } other] ? one + other : null;
    }

    /// <summary>Judges a search.</summary>
    /// <param name="search">The search.</param>
    /// <param name="points">n points.</param>
    /// <param name="weights">n counts; 0 leaves a point out.</param>
    /// <param name="draws">Decides which point is in which half.</param>
    internal static OutOfSample Of(BoxSearch search, LabelledPoints points, int[] weights, DiscoveryDraws draws)
    {
        int[] half = draws.Dealt(points.Cases, 2);
        BoxCount[] counts = [.. Enumerable.Range(0, 2).Select(own => search.Best(points, Part(weights, half, own)).Count(points, Part(weights, half, 1 - own)))];
        return new OutOfSample(counts[0] + counts[1], Math.Min(1, 2 * counts.Min(HypergeometricTail.AtLeast)));
    }

    private static int[] Part(int[] weights, int[] half, int own) => [.. weights.Select((weight, point) => half[point] == own ? weight : 0)];
}
