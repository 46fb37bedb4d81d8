using Experiments.Discovery;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>A tree of questions in the words of the experiment file.</summary>
internal static class TreeWords
{
    /// <summary>The leaves, each with the answers that lead to it; several answers about one factor are one range.</summary>
    internal static IEnumerable<(IReadOnlyList<string> Path, TreeNode Leaf)> Leaves(TreeNode tree, FactorWords words) =>
        Leaves(tree, words, Box.Whole).Select(leaf => (words.Said(leaf.Box), leaf.Leaf));

    /// <summary>The factor that is asked about first.</summary>
    internal static string First(TreeNode tree, FactorWords words) => words.Factors[tree.Split!.Value.Dimension].Label;

    /// <summary>What a branch says of its factor.</summary>
    internal static string Branch(Split split, bool isFirst, FactorWords words) => words.Said(split.Dimension, [Limit(split, isFirst, words)]);

    private static IEnumerable<(Box Box, TreeNode Leaf)> Leaves(TreeNode node, FactorWords words, Box box) => node.Split is { } split
        ? Leaves(node.First!, words, Within(box, Limit(split, true, words))).Concat(Leaves(node.Second!, words, Within(box, Limit(split, false, words))))
        : [(box, node)];

    private static Restriction Limit(Split split, bool isFirst, FactorWords words)
    {
        if (words.IsNumber(split.Dimension))
        {
            return new Restriction(split.Dimension, isFirst ? Side.High : Side.Low, split.At);
        }

        ulong all = words.ValuesOf(split.Dimension).Select((_, category) => Restriction.Bit(category)).Aggregate((one, other) => one | other);
        return new Restriction(split.Dimension, Side.Categories, 0, isFirst ? all & ~split.First : split.First);
    }

    // A deeper question about a factor only narrows its range.
    private static Box Within(Box box, Restriction limit)
    {
        Restriction before = box.Restrictions.FirstOrDefault(other => other.Dimension == limit.Dimension && other.Side == limit.Side);
        return box.With(limit with { Excluded = limit.Excluded | before.Excluded });
    }
}
