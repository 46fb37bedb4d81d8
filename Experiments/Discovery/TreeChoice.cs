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
    internal static ChosenTree Best(LabelledPoints points, int leastLeaf, DiscoveryDraws draws)
    {
        int[] all = [.. Enumerable.Range(0, points.Count)];
        TreeNode tree = ClassificationTree.Grown(points, all, leastLeaf);
        IReadOnlyList<double> path = CostComplexity.Path(tree);

        // A price in the middle of the range for which a tree is the best.
        double[] prices = [.. path.Select((price, step) => step + 1 < path.Count ? Math.Sqrt(price * path[step + 1]) : price)];
        int[] fold = draws.Dealt(points.Cases, Folds);
        TreeNode[][] grown = [.. Enumerable.Range(0, Folds).Select(left => Grown(points, [.. all.Where(point => fold[point] != left)], leastLeaf, prices))];
        double[][] errors = [.. prices.Select((_, price) => all.Select(point => Square(grown[fold[point]][price].LeafOf(points, point).Share - (points.Cases[point] ? 1 : 0))).ToArray())];
        double[] means = [.. errors.Select(error => error.Average())];
        int best = Array.IndexOf(means, means.Min());
        double deviation = Math.Sqrt(errors[best].Sum(error => (error - means[best]) * (error - means[best])) / Math.Max(1, points.Count - 1));
        double within = means[best] + (deviation / Math.Sqrt(points.Count));
        int chosen = Array.FindLastIndex(means, mean => mean <= within);
        TreeNode[] judges = [.. grown.Select(trees => trees[chosen])];
        return new ChosenTree(CostComplexity.Pruned(tree, path[chosen]), Beyond(points, fold, judges, 1), Beyond(points, fold, judges, -1));
    }

    // The tree grown on some points, pruned at each price in turn.
    private static TreeNode[] Grown(LabelledPoints points, int[] rows, int leastLeaf, double[] prices)
    {
        TreeNode tree = ClassificationTree.Grown(points, rows, leastLeaf);
        return [.. prices.Select(price => tree = CostComplexity.Pruned(tree, price))];
    }

    // Points of each fold in the extreme leaf of the tree that does not know them.
    private static TreeNode Beyond(LabelledPoints points, int[] fold, TreeNode[] judges, int sign)
    {
        TreeNode[] extremes = [.. judges.Select(tree => tree.Ends.MaxBy(leaf => sign * leaf.Share)!)];
        int[] inside = [.. Enumerable.Range(0, points.Count).Where(point => ReferenceEquals(judges[fold[point]].LeafOf(points, point), extremes[fold[point]]))];
        return new TreeNode(inside.Length, inside.Count(point => points.Cases[point]));
    }

    private static double Square(double value) => value * value;
}
