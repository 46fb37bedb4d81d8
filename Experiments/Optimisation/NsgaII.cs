using Experiments.Designs;
using Simulator.RandomStreams;

namespace Experiments.Optimisation;

/// <summary>
/// NSGA-II (Deb, Pratap, Agarwal and Meyarivan 2002, IEEE Trans. Evol. Comput. 6:182, doi:10.1109/4235.996017): parents are chosen by binary tournaments, and of
/// parents and children together the best fronts survive, of the last front that fits those with most room. Unlike there, the first generation is a maximin
/// Latin hypercube rather than random, and no candidate is made twice. It holds no state: every draw is addressed, so a search goes on anywhere.
/// </summary>
/// <param name="genes">The levers.</param>
/// <param name="seed">Seed of the search.</param>
internal sealed class NsgaII(IReadOnlyList<Gene> genes, ulong seed)
{
    /// <summary>Pairs that are tried for each child that is wanted, before candidates are drawn from anywhere; as many of those are tried then. Chosen.</summary>
    private const int Patience = 10;

    private readonly Variation _variation = new(genes, seed);

    /// <summary>The first generation.</summary>
    /// <param name="population">Candidates wanted; where the space has fewer, those it has are likely to come.</param>
    /// <param name="isNew">Whether a candidate is another than all before; remembers it.</param>
    internal IReadOnlyList<double[]> First(int population, Func<double[], bool> isNew)
    {
        var hypercube = new LatinHypercube(population, genes.Count, seed);
        var first = new List<double[]>();
        double[] point = new double[genes.Count];
        for (int index = 0; index < population; index++)
        {
            hypercube.Point(index, point);
            double[] candidate = [.. point.Select((coordinate, gene) => genes[gene].Kept(coordinate))];
            if (isNew(candidate))
            {
                first.Add(candidate);
            }
        }

        FillUp(first, 0, population, isNew);
        return first;
    }

    /// <summary>Children of a generation.</summary>
    /// <param name="parents">The generation before.</param>
    /// <param name="generation">Number of the new generation, from 1.</param>
    /// <param name="count">Children wanted.</param>
    /// <param name="isNew">Whether a candidate is another than all before; remembers it.</param>
    /// <returns>The children; fewer where the space has no new ones left, as far as was tried.</returns>
    internal IReadOnlyList<double[]> Children(IReadOnlyList<Individual> parents, int generation, int count, Func<double[], bool> isNew)
    {
        (int[] rank, double[] room) = Standing(parents);
        var children = new List<double[]>();
        for (int pair = 0; children.Count < count && pair < Patience * count; pair++)
        {
            RandomBlock draw = DesignDraws.Block(seed, DesignPurpose.Tournament, 0, ((ulong)generation << 32) | (uint)pair);
            int Winner(uint one, uint other) => Better(Place(one, parents.Count), Place(other, parents.Count), rank, room);
            (double[] first, double[] second) = _variation.Children(
                parents[Winner(draw.Word0, draw.Word1)].Genes, parents[Winner(draw.Word2, draw.Word3)].Genes, generation, pair);
            children.AddRange(new[] { first, second }.Where(child => children.Count < count && isNew(child)));
        }

        FillUp(children, generation, count, isNew);
        return children;
    }

    /// <summary>Who lives on: whole fronts as long as they fit, then those with most room.</summary>
    /// <param name="individuals">Parents and children.</param>
    /// <param name="population">Survivors at most.</param>
    /// <returns>Positions, the best first.</returns>
    internal static IReadOnlyList<int> Survivors(IReadOnlyList<Individual> individuals, int population)
    {
        var survivors = new List<int>();
        foreach (int[] front in NonDominatedSort.Fronts(individuals))
        {
            double[] room = CrowdingDistance.Of([.. front.Select(index => individuals[index])]);
            IEnumerable<int> byRoom = Enumerable.Range(0, front.Length).OrderByDescending(place => room[place]).Select(place => front[place]);
            survivors.AddRange(byRoom.Take(population - survivors.Count));
            if (survivors.Count == population)
            {
                break;
            }
        }

        return survivors;
    }

    private void FillUp(List<double[]> candidates, int generation, int count, Func<double[], bool> isNew)
    {
        for (int number = 0; candidates.Count < count && number < Patience * count; number++)
        {
            double[] candidate = _variation.Anywhere(generation, number);
            if (isNew(candidate))
            {
                candidates.Add(candidate);
            }
        }
    }

    private static (int[] Rank, double[] Room) Standing(IReadOnlyList<Individual> individuals)
    {
        int[] rank = new int[individuals.Count];
        double[] room = new double[individuals.Count];
        int number = 0;
        foreach (int[] front in NonDominatedSort.Fronts(individuals))
        {
            double[] distances = CrowdingDistance.Of([.. front.Select(index => individuals[index])]);
            for (int place = 0; place < front.Length; place++)
            {
                (rank[front[place]], room[front[place]]) = (number, distances[place]);
            }

            number++;
        }

        return (rank, room);
    }

    private static int Better(int one, int other, int[] rank, double[] room) =>
        rank[one] < rank[other] || (rank[one] == rank[other] && room[one] >= room[other]) ? one : other;

    private static int Place(uint word, int count) => (int)(((ulong)word * (ulong)count) >> 32);
}
