using Experiments.Config;
using Experiments.Store;

namespace Experiments.Running;

/// <summary>An experiment ready to run.</summary>
internal sealed record ExperimentPlan
{
    /// <summary>Name; also of the result folder.</summary>
    public required string Name { get; init; }

    /// <summary>The question, as a reader would ask it.</summary>
    public string Question { get; init; } = "";

    /// <summary>Name of the policy that is the case; null when there is none.</summary>
    public string? Case { get; init; }

    /// <summary>Seed of all draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Replicates of every point and policy, at least 1.</summary>
    public required int Replicates { get; init; }

    /// <summary>The points; the one at index i has number i.</summary>
    public required IReadOnlyList<Point> Points { get; init; }

    /// <summary>The experiment file with everything it inherits and leaves out written down.</summary>
    public required string ResolvedYaml { get; init; }

    /// <summary>Hash of all that determines the results, hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The plan of an experiment file without problems.</summary>
    /// <param name="reading">What came of reading it.</param>
    /// <param name="experiment">The experiment it holds.</param>
    internal static ExperimentPlan Of(ExperimentReading reading, Experiment experiment) => new()
    {
        Name = experiment.Name,
        Question = experiment.Question,
        Case = experiment.Case,
        Seed = (ulong)experiment.Seed,
        Replicates = experiment.Replicates,
        Points = reading.Points,
        ResolvedYaml = reading.ResolvedYaml,
        Hash = reading.Hash,
    };

    /// <summary>What the store has to know.</summary>
    internal StoreLayout Layout() => new()
    {
        Hash = Hash,
        Seed = Seed,
        Replicates = Replicates,
        Points = [.. Points.Select(point => new StoredPoint(
            point.Index, point.Name, point.Varied, point.Scenario.Horizon, [.. point.Policies.Select(policy => policy.Name)]))],
    };
}
