using Experiments.Designs;

namespace Experiments.Analysis.Fronts;

/// <summary>A policy as it fared in the re-evaluation.</summary>
/// <param name="Number">Number of the candidate; 0 is the policy as written, −1 sending nothing.</param>
/// <param name="Name">What reports call it.</param>
/// <param name="Levels">Its levels, one a lever; null where the lever does not act, or nothing was chosen.</param>
/// <param name="Values">Values of all outcomes, an array a replicate.</param>
/// <param name="Searched">Means of all outcomes in the search.</param>
internal sealed record JudgedPolicy(int Number, string Name, IReadOnlyList<Level?> Levels, double[][] Values, double[] Searched)
{
    /// <summary>Intervals of the means of all outcomes.</summary>
    internal IReadOnlyList<Interval> Means { get; } =
        [.. Enumerable.Range(0, Values[0].Length).Select(outcome => MeanInterval.Of([.. Values.Select(replicate => replicate[outcome])])!.Value)];

    /// <summary>An outcome by replicate.</summary>
    internal double[] Of(int outcome) => [.. Values.Select(replicate => replicate[outcome])];
}
