namespace Experiments.Optimisation;

/// <summary>
/// How much room a member of a front has (Deb et al. 2002, doi:10.1109/4235.996017): over the objectives, the distance between its two neighbours as a share of
/// the front's span, summed. Members at the ends of an objective have infinite room.
/// </summary>
internal static class CrowdingDistance
{
    /// <summary>The room of each member.</summary>
    /// <param name="front">The members.</param>
    /// <returns>One element a member; above 0 or infinite.</returns>
    internal static double[] Of(IReadOnlyList<Individual> front)
    {
        double[] distance = new double[front.Count];
        for (int objective = 0; objective < (front.Count == 0 ? 0 : front[0].Costs.Length); objective++)
        {
            int[] order = [.. Enumerable.Range(0, front.Count).OrderBy(index => front[index].Costs[objective])];
            double span = front[order[^1]].Costs[objective] - front[order[0]].Costs[objective];
            distance[order[0]] = distance[order[^1]] = double.PositiveInfinity;
            for (int place = 1; span > 0 && place < order.Length - 1; place++)
            {
                distance[order[place]] += (front[order[place + 1]].Costs[objective] - front[order[place - 1]].Costs[objective]) / span;
            }
        }

        return distance;
    }
}
