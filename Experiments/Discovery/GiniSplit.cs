namespace Experiments.Discovery;

/// <summary>
/// The split of a node that lowers the Gini impurity 2p(1 − p) most, weighted by points (Breiman, Friedman, Olshen and Stone 1984,
/// Classification and Regression Trees). Numbers are cut halfway between neighbours; of categories, ordered by their share of cases,
/// only cuts between neighbours need be tried (their theorem 4.5).
/// </summary>
internal static class GiniSplit
{
    /// <summary>Differences below this are rounding. Chosen.</summary>
    private const double Negligible = 1e-12;

    /// <summary>The best split; null when none leaves enough points on both sides or lowers the impurity. Ties: the first dimension, the lowest cut.</summary>
    /// <param name="points">n points, d dimensions.</param>
    /// <param name="rows">Points of the node.</param>
    /// <param name="leastLeaf">Fewest points of a branch.</param>
    internal static Split? Best(LabelledPoints points, int[] rows, int leastLeaf)
    {
        int cases = rows.Count(row => points.Cases[row]);
        double whole = Impurity(rows.Length, cases);
        (Split? best, double lowest) = (null, whole - Negligible);
        for (int dimension = 0; dimension < points.Dimensions.Count; dimension++)
        {
            Dimension along = points.Dimensions[dimension];
            double[] keys = along.IsCategorical ? SharesOf(points, rows, along) : [.. rows.Select(row => along.Values[row])];
            int[] order = [.. rows];
            Array.Sort(keys, order);
            (int first, int hits) = (0, 0);
            for (int place = 0; place < order.Length - 1; place++)
            {
                first++;
                hits += points.Cases[order[place]] ? 1 : 0;
                if (keys[place] == keys[place + 1] || first < leastLeaf || order.Length - first < leastLeaf)
                {
                    continue;
                }

                double impurity = Impurity(first, hits) + Impurity(order.Length - first, cases - hits);
                if (impurity < lowest - Negligible)
                {
                    lowest = impurity;
                    best = along.IsCategorical
                        ? new Split(dimension, 0, order[..first].Aggregate(0UL, (set, row) => set | Restriction.Bit(along.Values[row])))
                        : new Split(dimension, Dimension.Between(keys[place], keys[place + 1]), 0);
                }
            }
        }

        return best;
    }

    // n·2p(1 − p), so that branches add up.
    private static double Impurity(int count, int cases) => 2.0 * cases * (count - cases) / count;

    // Equal shares are kept apart by the number of the category, in steps far below any difference of shares.
    private static double[] SharesOf(LabelledPoints points, int[] rows, Dimension along)
    {
        Dictionary<double, double> shares = rows.GroupBy(row => along.Values[row]).ToDictionary(group => group.Key, group => group.Average(row => points.Cases[row] ? 1.0 : 0) + (group.Key * Negligible));
        return [.. rows.Select(row => shares[along.Values[row]])];
    }
}
