namespace Experiments.Optimisation;

/// <summary>
/// The fast non-dominated sort of Deb, Pratap, Agarwal and Meyarivan (2002), A fast and elitist multiobjective genetic algorithm: NSGA-II, IEEE Trans. Evol.
/// Comput. 6:182, doi:10.1109/4235.996017: front 0 is dominated by nobody, front k only by members of the fronts before. O(m·n²) for n candidates and m objectives.
/// </summary>
internal static class NonDominatedSort
{
    /// <summary>The fronts, the best first.</summary>
    /// <param name="individuals">The candidates.</param>
    /// <returns>Positions in the list; within a front ascending, so that the order never depends on chance.</returns>
    internal static IReadOnlyList<int[]> Fronts(IReadOnlyList<Individual> individuals)
    {
        int count = individuals.Count;
        var dominated = new List<int>[count];
        int[] dominators = new int[count];
        for (int one = 0; one < count; one++)
        {
            dominated[one] = [];
        }

        for (int one = 0; one < count; one++)
        {
            for (int other = one + 1; other < count; other++)
            {
                if (Dominance.Dominates(individuals[one], individuals[other]))
                {
                    dominated[one].Add(other);
                    dominators[other]++;
                }
                else if (Dominance.Dominates(individuals[other], individuals[one]))
                {
                    dominated[other].Add(one);
                    dominators[one]++;
                }
            }
        }

        var fronts = new List<int[]>();
        int[] front = [.. Enumerable.Range(0, count).Where(index => dominators[index] == 0)];
        while (front.Length > 0)
        {
            fronts.Add(front);
            front = [.. front.SelectMany(index => dominated[index]).Where(index => --dominators[index] == 0).Order()];
        }

        return fronts;
    }

    /// <summary>The first front alone.</summary>
    internal static int[] First(IReadOnlyList<Individual> individuals) =>
        [.. Enumerable.Range(0, individuals.Count).Where(index => individuals.All(other => !Dominance.Dominates(other, individuals[index])))];
}
