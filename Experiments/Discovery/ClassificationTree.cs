namespace Experiments.Discovery;

/// <summary>
/// A classification tree (CART; Breiman, Friedman, Olshen and Stone 1984, Classification and Regression Trees): points are divided
/// again and again by the split that lowers the Gini impurity most. Beside a box it shows the same in another way, with all leaves
/// rather than the best one.
/// </summary>
internal static class ClassificationTree
{
    /// <summary>The tree as deep as leaves may get small.</summary>
    /// <param name="points">n points.</param>
    /// <param name="rows">The points it is grown on.</param>
    /// <param name="leastLeaf">Fewest points of a leaf.</param>
    internal static TreeNode Grown(LabelledPoints points, int[] rows, int leastLeaf)
    {
        var node = new TreeNode(rows.Length, rows.Count(row => points.Cases[row]));
        if (node.Cases == 0 || node.Cases == node.Points || GiniSplit.Best(points, rows, leastLeaf) is not { } split)
        {
            return node;
        }

        ILookup<bool, int> branches = rows.ToLookup(row => split.GoesFirst(points, row));
        return node with { Split = split, First = Grown(points, [.. branches[true]], leastLeaf), Second = Grown(points, [.. branches[false]], leastLeaf) };
    }
}
