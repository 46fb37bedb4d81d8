using Simulator.Ledgers;

namespace Experiments.Analysis.Sweeps;

/// <summary>One policy at one point.</summary>
/// <param name="Point">The point.</param>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Samples">Outcomes, replicate by replicate, of those that answer the question.</param>
internal sealed record SweepCell(SweepPoint Point, string Policy, IReadOnlyDictionary<Metric, ReplicateSample> Samples)
{
    private static readonly ReplicateSample Nothing = new([]);

    /// <summary>What matching gained in the comparison with silence; null where nothing is compared with silence.</summary>
    internal MatchingGain? Matching { get; init; }

    /// <summary>An outcome, replicate by replicate; empty where it could not be computed.</summary>
    internal ReplicateSample Of(AnswerOutcome outcome) => Samples.GetValueOrDefault(outcome.Metric, Nothing);

    /// <summary>Replicates of the cell.</summary>
    internal int Replicates => Samples.Values.Select(sample => sample.Count).DefaultIfEmpty().Max();
}
