namespace Experiments.Discovery;

/// <summary>
/// Minimal cost-complexity pruning (Breiman et al. 1984, chapter 3). With R(T) the impurity of the leaves, weighted by their share of
/// all points, a branch t is worth its leaves where g(t) = (R(t) − R(T_t))/(|T_t| − 1) exceeds the price α of a leaf. Cutting the
/// weakest link again and again gives a nested sequence of trees, each the best for a range of α.
/// </summary>
internal static class CostComplexity
{
    /// <summary>The prices at which the tree changes, ascending, from 0 to that at which the root alone is left.</summary>
    internal static IReadOnlyList<double> Path(TreeNode tree)
    {
        var prices = new List<double> { 0 };
        for (TreeNode left = tree; left.Leaves > 1;)
        {
            double weakest = Weakest(left, tree.Points);
            left = Pruned(left, weakest, tree.Points);

            // Links of the same strength are cut at the same price; rounding may part them.
            prices.Add(Math.Max(prices[^1], weakest));
        }

        return prices;
    }

    /// <summary>The smallest best tree at a price.</summary>
    internal static TreeNode Pruned(TreeNode tree, double price)
    {
        TreeNode left = tree;
        while (left.Leaves > 1 && Weakest(left, tree.Points) is var weakest && weakest <= price)
        {
            left = Pruned(left, weakest, tree.Points);
        }

        return left;
    }

    private static TreeNode Pruned(TreeNode node, double strength, int all) => node.First is null || Strength(node, all) <= strength
        ? node.AsLeaf
        : node with { First = Pruned(node.First, strength, all), Second = Pruned(node.Second!, strength, all) };

    private static double Weakest(TreeNode node, int all) => node.First is null
        ? double.PositiveInfinity
        : Math.Min(Strength(node, all), Math.Min(Weakest(node.First, all), Weakest(node.Second!, all)));

    private static double Strength(TreeNode node, int all) => (Risk(node.AsLeaf) - Risk(node)) / all / (node.Leaves - 1);

    private static double Risk(TreeNode node) => node.First is null ? node.Points * node.Gini : Risk(node.First) + Risk(node.Second!);
}
