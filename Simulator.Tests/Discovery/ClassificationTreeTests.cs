using Experiments.Discovery;
using Simulator.Tests.Oracles;

namespace Simulator.Tests.Discovery;

public sealed class ClassificationTreeTests
{
    private sealed record SklearnTree(int[] Feature, double[] Threshold, int[] Left, int[] Right, int[] Count, double[] Gini, double[] Alphas, int[] LeavesByAlpha);

    [Fact]
    public void Splits_impurities_and_prices_are_those_of_scikit_learn()
    {
        LabelledPoints points = MadePoints.Of(30, 3000, 5, place => place[0] > 0.6 ? (place[1] < 0.4 ? 0.9 : 0.5) : place[2] > 0.8 ? 0.6 : 0.1);
        SklearnTree expected = Python.Answer<SklearnTree>(
            """
            from sklearn.tree import DecisionTreeClassifier
            X = np.array(given['x']).T; y = np.array(given['y'])
            make = lambda a=0.0: DecisionTreeClassifier(min_samples_leaf=100, random_state=0, ccp_alpha=a).fit(X, y)
            t = make().tree_
            path = make().cost_complexity_pruning_path(X, y)
            # scikit-learn compares in single precision; prices between two alphas are clear.
            between = [(a + b) / 2 for a, b in zip(path.ccp_alphas[:-1], path.ccp_alphas[1:])]
            print(json.dumps({'Feature': t.feature.tolist(), 'Threshold': t.threshold.tolist(), 'Left': t.children_left.tolist(), 'Right': t.children_right.tolist(),
              'Count': t.n_node_samples.tolist(), 'Gini': t.impurity.tolist(), 'Alphas': path.ccp_alphas.tolist(), 'LeavesByAlpha': [int(make(a).get_n_leaves()) for a in between]}))
            """,
            new { x = points.Dimensions.Select(dimension => dimension.Values), y = points.Cases.Select(isCase => isCase ? 1 : 0) });
        TreeNode tree = ClassificationTree.Grown(points, [.. Enumerable.Range(0, points.Count)], 100);
        (int same, int tied) = (0, 0);
        Compare(tree, 0);

        // Near leaves two factors may divide a node equally well; scikit-learn then takes one at random.
        Assert.True(same >= 12 && tied <= 2, $"{same} {tied}");
        IReadOnlyList<double> path = CostComplexity.Path(tree);
        Assert.Equal(expected.Alphas.Length, path.Count);
        Assert.All(path.Zip(expected.Alphas), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
        int[] leaves = [.. path.Zip(path.Skip(1), (one, next) => CostComplexity.Pruned(tree, (one + next) / 2).Leaves)];
        Assert.Equal(expected.LeavesByAlpha, leaves);

        void Compare(TreeNode node, int place)
        {
            Assert.Equal(expected.Count[place], node.Points);
            Assert.Equal(expected.Gini[place], node.Gini, 1e-9);
            Assert.Equal(expected.Left[place] < 0, node.Split is null);
            if (node.Split is not { } split)
            {
                return;
            }

            (int left, int right) = (expected.Left[place], expected.Right[place]);
            Assert.Equal((expected.Count[left] * expected.Gini[left]) + (expected.Count[right] * expected.Gini[right]), (node.First!.Points * node.First.Gini) + (node.Second!.Points * node.Second.Gini), 1e-9);
            if (expected.Feature[place] != split.Dimension)
            {
                tied++;
                return;
            }

            same++;
            Assert.Equal(expected.Threshold[place], split.At, 1e-6);
            Compare(node.First, left);
            Compare(node.Second, right);
        }
    }

    [Fact]
    public void Of_categories_the_best_division_of_all_is_found()
    {
        // Shares by category: 0.9, 0.1, 0.8, 0.2, 0.85.
        double[] shares = [0.9, 0.1, 0.8, 0.2, 0.85];
        double[][] places = [.. Enumerable.Range(0, 500).Select(point => new double[] { point % 5 })];
        LabelledPoints points = MadePoints.Of(31, [new Dimension([.. places.Select(place => place[0])], isCategorical: true)], places, place => shares[(int)place[0]]);
        Split split = GiniSplit.Best(points, [.. Enumerable.Range(0, 500)], 20)!.Value;
        double best = Enumerable.Range(1, 30).Min(set => Impurity(point => ((set >> (int)places[point][0]) & 1) != 0));
        Assert.Equal(best, Impurity(point => split.GoesFirst(points, point)), 9);

        double Impurity(Func<int, bool> isFirst) => Enumerable.Range(0, 500).GroupBy(isFirst).Sum(group => group.Average(point => points.Cases[point] ? 1.0 : 0) is var share ? 2 * share * (1 - share) * group.Count() : 0);
    }

    [Fact]
    public void Noise_is_pruned_to_the_root_and_a_true_division_is_kept()
    {
        int grown = Enumerable.Range(0, 20).Count(trial => TreeChoice.Best(MadePoints.Of((uint)(40 + trial), 300, 6, _ => 0.4), 15, new DiscoveryDraws((ulong)trial)).Tree.Leaves > 1);

        // One standard error is about one in six by luck alone; half would be no pruning.
        Assert.InRange(grown, 0, 6);
        TreeNode tree = TreeChoice.Best(MadePoints.Of(70, 500, 6, place => place[3] > 0.5 ? 0.8 : 0.1), 15, new DiscoveryDraws(1)).Tree;
        Assert.Equal(3, tree.Split!.Value.Dimension);
        Assert.Equal(0.5, tree.Split.Value.At, 0.03);
    }

    [Fact]
    public void On_points_a_tree_does_not_know_its_extremes_are_less_extreme_and_true()
    {
        (double own, double beyond) = (0, 0);
        for (uint trial = 0; trial < 20; trial++)
        {
            ChosenTree chosen = TreeChoice.Best(MadePoints.Of(300 + trial, 400, 8, place => place[3] > 0.5 ? 0.6 : 0.3), 15, new DiscoveryDraws(trial));
            own += chosen.Tree.Ends.Max(leaf => leaf.Share) / 20;
            beyond += chosen.Most.Share / 20;
            Assert.InRange(chosen.Most.Points, 15, 400);
            Assert.True(chosen.Tree.Leaves == 1 || chosen.Least.Share < chosen.Most.Share);
        }

        // Nowhere do more than 60% hold; 20 trials of some 150 points have a standard error of one percentage point.
        Assert.InRange(beyond, 0.52, 0.63);
        Assert.True(own > beyond, $"{own} {beyond}");
    }

    [Fact]
    public void Leaves_add_up_and_none_is_smaller_than_allowed()
    {
        LabelledPoints points = MadePoints.Of(80, 400, 4, place => place[0]);
        TreeNode tree = ClassificationTree.Grown(points, [.. Enumerable.Range(0, 400)], 30);
        TreeNode[] leaves = [.. Enumerable.Range(0, 400).Select(point => tree.LeafOf(points, point)).Distinct(ReferenceEqualityComparer.Instance).Cast<TreeNode>()];
        Assert.Equal(tree.Leaves, leaves.Length);
        Assert.Equal((400, points.Cases.Count(isCase => isCase)), (leaves.Sum(leaf => leaf.Points), leaves.Sum(leaf => leaf.Cases)));
        Assert.All(leaves, leaf => Assert.True(leaf.Points >= 30));
    }
}
