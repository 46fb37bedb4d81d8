using Experiments.Designs;
using Simulator.RandomStreams;

namespace Experiments.Optimisation;

/// <summary>
/// How two candidates make two others. Ranges: simulated binary crossover (Deb and Agrawal 1995, Complex Systems 9:115) and polynomial mutation (Deb and Goyal
/// 1996, Computer Science and Informatics 26:30), both bounded to the unit interval as in Deb's own program. Levels: each child takes that of one parent;
/// a mutation goes to a neighbour, and half as often each one further, where levels have an order, and to any other level where they have none. Every draw
/// is addressed by seed, generation, pair, attempt and lever.
/// </summary>
/// <param name="genes">The levers.</param>
/// <param name="seed">Seed of the search.</param>
internal sealed class Variation(IReadOnlyList<Gene> genes, ulong seed)
{
    /// <summary>Chance that a pair is crossed, ηc and ηm: the values of Deb et al. (2002), doi:10.1109/4235.996017, section IV.</summary>
    private const double CrossingChance = 0.9, CrossoverIndex = 20, MutationIndex = 20;

    /// <summary>Below this distance parents are the same.</summary>
    private const double Same = 1e-14;

    /// <summary>Two children.</summary>
    /// <param name="one">A parent's coordinates.</param>
    /// <param name="other">The other's.</param>
    /// <param name="generation">Number of the generation.</param>
    /// <param name="pair">Number of the pair in it.</param>
    internal (double[] One, double[] Other) Children(double[] one, double[] other, int generation, int pair)
    {
        (double[] first, double[] second) = ([.. one], [.. other]);
        if (Draw(DesignPurpose.Crossing, genes.Count, generation, pair, 0).FineUniform0 < CrossingChance)
        {
            for (int gene = 0; gene < genes.Count; gene++)
            {
                RandomBlock draw = Draw(DesignPurpose.Crossing, gene, generation, pair, 0);
                if ((draw.Word3 & 1) == 0)
                {
                    (first[gene], second[gene]) = genes[gene].HasLevels
                        ? (other[gene], one[gene])
                        : Crossed(one[gene], other[gene], draw.FineUniform0, (draw.Word3 & 2) == 0);
                }
            }
        }

        Mutate(first, generation, pair, 0);
        Mutate(second, generation, pair, 1);
        return (first, second);
    }

    /// <summary>A candidate anywhere in the space.</summary>
    internal double[] Anywhere(int generation, int number) =>
        [.. genes.Select((gene, index) => gene.Kept(Draw(DesignPurpose.Anywhere, index, generation, number, 0).FineUniform0))];

    private RandomBlock Draw(DesignPurpose purpose, int gene, int generation, int number, int part) =>
        DesignDraws.Block(seed, purpose, gene, ((ulong)generation << 32) | (uint)number, part);

    /// <summary>
    /// The children lie at ½(x₁ + x₂ ∓ βq(x₂ − x₁)), βq = (uα)^(1/(η+1)) for u ≤ 1/α and else (1/(2 − uα))^(1/(η+1)), α = 2 − β^−(η+1),
    /// β = 1 + 2·(distance of that parent to its bound)/(x₂ − x₁): their spread is that of a one-point crossover of binary numbers.
    /// </summary>
    private static (double One, double Other) Crossed(double one, double other, double u, bool swaps)
    {
        (double low, double high) = (Math.Min(one, other), Math.Max(one, other));
        double distance = high - low;
        if (distance < Same)
        {
            return (one, other);
        }

        double below = Bounded(0.5 * (low + high - (Spread(1 + (2 * low / distance), u) * distance)));
        double above = Bounded(0.5 * (low + high + (Spread(1 + (2 * (1 - high) / distance), u) * distance)));
        return swaps ? (above, below) : (below, above);
    }

    private static double Spread(double beta, double u)
    {
        double alpha = 2 - Math.Pow(beta, -(CrossoverIndex + 1));
        return Math.Pow(u <= 1 / alpha ? u * alpha : 1 / (2 - (u * alpha)), 1 / (CrossoverIndex + 1));
    }

    private void Mutate(double[] child, int generation, int pair, int which)
    {
        for (int gene = 0; gene < genes.Count; gene++)
        {
            RandomBlock draw = Draw(DesignPurpose.Mutation, gene, generation, pair, which);
            if (draw.FineUniform0 * genes.Count < 1)
            {
                child[gene] = Mutated(genes[gene], child[gene], draw.FineUniform1);
            }
        }
    }

    private static double Mutated(Gene gene, double coordinate, double u)
    {
        if (!gene.HasLevels)
        {
            return Bounded(Moved(coordinate, u));
        }

        int level = gene.LevelAt(coordinate);
        if (gene.Levels < 2)
        {
            return coordinate;
        }

        if (!gene.IsOrdered)
        {
            return gene.Middle((level + 1 + (int)(u * (gene.Levels - 1))) % gene.Levels);
        }

        // The first half of u gives the direction, the rest of it the distance: P(step = k) = 2^−k.
        (int direction, double rest) = u < 0.5 ? (-1, 2 * u) : (1, (2 * u) - 1);
        int step = 1 + (int)Math.Floor(-Math.Log2(1 - rest));
        int moved = level + (direction * step);
        return gene.Middle(moved >= 0 && moved < gene.Levels ? moved : Math.Clamp(level - (direction * step), 0, gene.Levels - 1));
    }

    /// <summary>
    /// x + δ with δ = (2u + (1 − 2u)(1 − x)^(η+1))^(1/(η+1)) − 1 for u ≤ ½ and else 1 − (2(1 − u) + (2u − 1)x^(η+1))^(1/(η+1)): mostly near, never out of bounds.
    /// </summary>
    private static double Moved(double x, double u) => u <= 0.5
        ? x + Math.Pow((2 * u) + ((1 - (2 * u)) * Math.Pow(1 - x, MutationIndex + 1)), 1 / (MutationIndex + 1)) - 1
        : x + 1 - Math.Pow((2 * (1 - u)) + (((2 * u) - 1) * Math.Pow(x, MutationIndex + 1)), 1 / (MutationIndex + 1));

    private static double Bounded(double coordinate) => Gene.Continuous.Kept(coordinate);
}
