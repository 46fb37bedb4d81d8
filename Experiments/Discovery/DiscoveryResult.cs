namespace Experiments.Discovery;

/// <summary>Everything that is found out about one set of labelled points.</summary>
/// <param name="Points">The points.</param>
/// <param name="Boxes">Boxes that hold on unknown points, in the order in which they were found; may be empty.</param>
/// <param name="Beyond">How the first search does on points it did not know, whether it found something or not.</param>
/// <param name="Reproducibility">How often each factor comes out again.</param>
/// <param name="Chosen">The classification tree, with what its extremes are worth on points it does not know.</param>
internal sealed record DiscoveryResult(LabelledPoints Points, IReadOnlyList<FoundBox> Boxes, OutOfSample Beyond, Reproducibility Reproducibility, ChosenTree Chosen)
{
    /// <summary>The classification tree; a leaf alone when no split pays.</summary>
    internal TreeNode Tree => Chosen.Tree;

    /// <summary>Fewest points of a leaf, as a share of all. Chosen: a leaf of fewer is hardly a rule.</summary>
    private const double LeafMass = 0.03;

    /// <summary>Searches.</summary>
    /// <param name="points">The points; both verdicts occur.</param>
    /// <param name="settings">Patience, smallest box, number of boxes, resamples.</param>
    /// <param name="seed">Seed of the experiment.</param>
    internal static DiscoveryResult Of(LabelledPoints points, DiscoverySettings settings, ulong seed)
    {
        var search = new BoxSearch(settings.Patience, settings.LeastMass);
        var draws = new DiscoveryDraws(seed);
        return new DiscoveryResult(
            points,
            Covering.Boxes(search, points, settings.Boxes, draws),
            OutOfSample.Of(search, points, points.All, draws),
            Reproducibility.Of(search, points, settings.Resamples, draws),
            TreeChoice.Best(points, Math.Max(10, (int)(LeafMass * points.Count)), draws));
    }
}
