namespace Experiments.Discovery;

/// <summary>
/// How far a tree is pruned: cross-validation estimates the error of each tree of the sequence on points it does not know; of those
/// within one standard error of the best, the smallest is taken (the one-standard-error rule of Breiman et al. 1984, section 3.4.3).
/// </summary>
/// <remarks>The error is the squared distance of a leaf's share from the verdict (Brier 1950, Monthly Weather Review 78:1): shares are shown, so shares are judged, and a rare verdict is not pruned away.</remarks>
internal static class TreeChoice
{
    /// <summary>Folds. Chosen, as usual.</summary>
    private const int Folds = 10;

    /// <summary>The chosen tree; a leaf alone when no split pays.</summary>
    /// <param name="points">n points.</param>
    /// <param name="leastLeaf">Fewest points of a leaf.</param>
    /// <param name="draws">Decides the folds.</param>
    internal static TreeNode Best(LabelledPoints points, int leastLeaf, DiscoveryDraws draws)
    {
        int[] all = [.. Enumerable.Range(0, points.Count)];
        TreeNode tree = ClassificationTree.Grown(points, all, leastLeaf);
        IReadOnlyList<double> path = CostComplexity.Path(tree);

        // A price in the middle of the range for which a tree is the best.
        double[] prices = [.. path.Select((price, step) => step + 1 < path.Count ? Math.Sqrt(price * path[step + 1]) : price)];
        double[][] errors = Errors(points, all, leastLeaf, draws, prices);
        double[] means = [.. errors.Select(error => error.Average())];
        int best = Array.IndexOf(means, means.Min());
        double deviation = Math.Sqrt(errors[best].Sum(error => (error - means[best]) * (error - means[best])) / Math.Max(1, points.Count - 1));
        double within = means[best] + (deviation / Math.Sqrt(points.Count));
        int chosen = Array.FindLastIndex(means, mean => mean <= within);
        return CostComplexity.Pruned(tree, path[chosen]);
    }

    // Squared errors by price and point.
    private static double[][] Errors(LabelledPoints points, int[] all, int leastLeaf, DiscoveryDraws draws, double[] prices)
    {
        int[] fold = draws.Dealt(points.Cases, Folds);
        double[][] errors = [.. prices.Select(_ => new double[points.Count])];
        for (int left = 0; left < Folds; left++)
        {
            TreeNode tree = ClassificationTree.Grown(points, [.. all.Where(point => fold[point] != left)], leastLeaf);
            int[] unknown = [.. all.Where(point => fold[point] == left)];
            for (int price = 0; price < prices.Length; price++)
            {
                tree = CostComplexity.Pruned(tree, prices[price]);
                foreach (int point in unknown)
                {
                    double distance = tree.LeafOf(points, point).Share - (points.Cases[point] ? 1 : 0);
                    errors[price][point] = distance * distance;
                }
            }
        }

        return errors;
    }
}
