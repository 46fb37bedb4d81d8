namespace Experiments.Emulation;

/// <summary>What an emulator learns from: points, and what the simulation came to there.</summary>
/// <param name="Names">Names of the inputs, k.</param>
/// <param name="Inputs">Points of the unit cube, n×k, row by row.</param>
/// <param name="Means">Mean outcome at each point, n.</param>
/// <param name="Variances">Variance of each mean that is the point's own, n; zeros where replicates are single, whose luck the nugget then has to find.</param>
internal sealed record TrainingSet(IReadOnlyList<string> Names, double[] Inputs, double[] Means, double[] Variances)
{
    /// <summary>
    /// Variance of the part of luck that all points share, since they meet the same people with the same replicates. It shifts the whole surface up or down,
    /// cannot be seen in differences between points, and is added to every prediction.
    /// </summary>
    public double SharedVariance { get; init; }

    /// <summary>Variance of a single run around its expectation, averaged over points; null where replicates are single.</summary>
    public double? RunVariance { get; init; }

    /// <summary>Variance of a single run by what is expected of it; null where replicates are single.</summary>
    public RunScatter? Scatter { get; init; }

    /// <summary>Whether an input of few values is asked at these alone, and never between them: two are then enough.</summary>
    public bool IsAskedAtItsValues { get; init; }

    /// <summary>Points, n.</summary>
    internal int Count => Means.Length;

    /// <summary>Inputs, k.</summary>
    internal int Dimensions => Names.Count;

    /// <summary>Number of different values of an input.</summary>
    internal int DistinctValues(int dimension) => Enumerable.Range(0, Count).Select(point => Inputs[(point * Dimensions) + dimension]).Distinct().Count();
}
