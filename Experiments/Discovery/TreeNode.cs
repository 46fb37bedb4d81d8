namespace Experiments.Discovery;

/// <summary>A node of a classification tree.</summary>
/// <param name="Points">Points that reach it.</param>
/// <param name="Cases">Cases among them.</param>
/// <param name="Split">Its question; null for a leaf.</param>
/// <param name="First">The branch of low values; null for a leaf.</param>
/// <param name="Second">The branch of high values; null for a leaf.</param>
internal sealed record TreeNode(int Points, int Cases, Split? Split = null, TreeNode? First = null, TreeNode? Second = null)
{
    /// <summary>Share of cases.</summary>
    internal double Share => (double)Cases / Points;

    /// <summary>Gini impurity 2p(1 − p) of the node as a leaf.</summary>
    internal double Gini => 2 * Share * (1 - Share);

    /// <summary>Leaves below, itself when it is one.</summary>
    internal int Leaves => First is null ? 1 : First.Leaves + Second!.Leaves;

    /// <summary>The node as a leaf.</summary>
    internal TreeNode AsLeaf => new(Points, Cases);

    /// <summary>The leaves below, itself when it is one.</summary>
    internal IEnumerable<TreeNode> Ends => First is null ? [this] : First.Ends.Concat(Second!.Ends);

    /// <summary>The leaf that a point reaches.</summary>
    internal TreeNode LeafOf(LabelledPoints points, int point)
    {
        TreeNode node = this;
        while (node.Split is { } split)
        {
            node = split.GoesFirst(points, point) ? node.First! : node.Second!;
        }

        return node;
    }
}
