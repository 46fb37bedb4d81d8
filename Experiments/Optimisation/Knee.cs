namespace Experiments.Optimisation;

/// <summary>
/// The member of a front where giving up a little more of one objective stops bringing much of another (Das 1999, On characterizing the "knee" of the Pareto
/// curve, Structural Optimization 18:107, doi:10.1007/BF01195985): with each objective measured from its best (0) to its worst (1) on the front, the member
/// farthest from the line (plane) through the ends, which is the one with the smallest sum.
/// </summary>
internal static class Knee
{
    /// <summary>Position of the knee; null where fewer than three members leave nothing between the ends.</summary>
    /// <param name="costs">Costs of the members, less is better.</param>
    internal static int? Of(IReadOnlyList<double[]> costs)
    {
        if (costs.Count < 3)
        {
            return null;
        }

        int objectives = costs[0].Length;
        double[] best = [.. Enumerable.Range(0, objectives).Select(objective => costs.Min(cost => cost[objective]))];
        double[] worst = [.. Enumerable.Range(0, objectives).Select(objective => costs.Max(cost => cost[objective]))];
        double Sum(double[] cost) => Enumerable.Range(0, objectives).Sum(objective =>
            worst[objective] > best[objective] ? (cost[objective] - best[objective]) / (worst[objective] - best[objective]) : 0);
        return Enumerable.Range(0, costs.Count).MinBy(member => Sum(costs[member]));
    }
}
