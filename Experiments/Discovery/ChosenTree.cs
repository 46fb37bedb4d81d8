namespace Experiments.Discovery;

/// <summary>A pruned tree, with what its extremes are worth on points it does not know.</summary>
/// <param name="Tree">The tree; a leaf alone when no split pays.</param>
/// <param name="Most">
/// Points left out of a fold that fall into the leaf with the highest share in the tree grown on the others, over all folds, as a leaf. The extreme leaf of a
/// tree is picked by its own points and looks more extreme than it is (Stone 1974, doi:10.1111/j.2517-6161.1974.tb00994.x).
/// </param>
/// <param name="Least">The same of the leaf with the lowest share.</param>
internal sealed record ChosenTree(TreeNode Tree, TreeNode Most, TreeNode Least);
