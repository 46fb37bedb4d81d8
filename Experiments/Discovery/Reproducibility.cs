namespace Experiments.Discovery;

/// <summary>
/// Whether the same factors come out again: the search is repeated on bootstrap resamples of the points (Efron 1979, Annals of
/// Statistics 7:1, doi:10.1214/aos/1176344552), as Bryant and Lempert (2010, doi:10.1016/j.techfore.2009.08.002) repeat it on samples.
/// </summary>
/// <param name="Resamples">Resamples drawn.</param>
/// <param name="Restricted">In how many of them each of the d dimensions is restricted.</param>
internal sealed record Reproducibility(int Resamples, IReadOnlyList<int> Restricted)
{
    /// <summary>Share of the resamples in which a dimension is restricted.</summary>
    internal double ShareOf(int dimension) => (double)Restricted[dimension] / Resamples;

    /// <summary>Repeats a search.</summary>
    /// <param name="search">The search.</param>
    /// <param name="points">n points.</param>
    /// <param name="resamples">How often.</param>
    /// <param name="draws">Decides which points a resample holds.</param>
    internal static Reproducibility Of(BoxSearch search, LabelledPoints points, int resamples, DiscoveryDraws draws)
    {
        var found = new IReadOnlyList<int>[resamples];
        Parallel.For(0, resamples, resample =>
        {
            int[] weights = new int[points.Count];
            for (int draw = 0; draw < points.Count; draw++)
            {
                weights[draws.Resampled(resample, draw, points.Count)]++;
            }

            found[resample] = search.Best(points, weights).Dimensions;
        });
        int[] restricted = new int[points.Dimensions.Count];
        foreach (int dimension in found.SelectMany(dimensions => dimensions))
        {
            restricted[dimension]++;
        }

        return new Reproducibility(resamples, restricted);
    }
}
