namespace Experiments.Cluster;

/// <summary>How an experiment was submitted: everything the tasks and the merging job need that is not in the experiment itself.</summary>
internal sealed record Submission
{
    /// <summary>Hash of the experiment.</summary>
    public required string Hash { get; init; }

    /// <summary>Version of the program that planned it.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Commit that program was built from; null when unknown.</summary>
    public required string? Commit { get; init; }

    /// <summary>The command that starts the program on a node, word by word.</summary>
    public required IReadOnlyList<string> Program { get; init; }

    /// <summary>When it was first submitted, by the clock of the machine it was submitted on.</summary>
    public required DateTimeOffset Submitted { get; init; }

    /// <summary>Measured time of a replicate of all policies, seconds: the mean over the points that were tried.</summary>
    public required double SecondsPerUnit { get; init; }

    /// <summary>What is asked of Slurm.</summary>
    public required SlurmRequest Request { get; init; }

    /// <summary>Whether CSV files are wanted too.</summary>
    public bool Csv { get; init; }

    /// <summary>Jobs, the latest last: the array of a round and the job that merges it.</summary>
    public IReadOnlyList<RoundJobs> Jobs { get; init; } = [];
}
