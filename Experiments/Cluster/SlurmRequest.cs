namespace Experiments.Cluster;

/// <summary>What is asked of Slurm for an experiment.</summary>
internal sealed record SlurmRequest
{
    /// <summary>Most jobs of an array: what Slurm allows where nobody has changed it. More tasks become several processors a job.</summary>
    private const int MostElements = 1000;

    /// <summary>Processors at work at a time, over all nodes.</summary>
    public int Tasks { get; init; } = 1;

    /// <summary>Nodes over which they are spread; null means that each task is a job of one processor, wherever Slurm puts it.</summary>
    public int? Nodes { get; init; }

    /// <summary>Time limit of each job, as Slurm writes it; null means the partition's.</summary>
    public string? Time { get; init; }

    /// <summary>The partition; null means Slurm's default.</summary>
    public string? Partition { get; init; }

    /// <summary>More options of sbatch, word by word.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <summary>Memory of each job of the array, bytes.</summary>
    public long TaskBytes { get; init; }

    /// <summary>Parts of a run on which threads may work at a time: 1 but for audiences of millions.</summary>
    public int RunParts { get; init; } = 1;

    /// <summary>Processors of a node; null where Slurm does not say.</summary>
    public int? NodeProcessors { get; init; }

    /// <summary>Jobs of the array: one a node where nodes are given, else one a task, or one for the tasks that work on one run.</summary>
    internal int Elements => Math.Min(Nodes is { } nodes ? Math.Min(nodes, Tasks) : (Tasks + TogetherAtMost - 1) / TogetherAtMost, MostElements);

    /// <summary>Processors of each job of the array; together at least <see cref="Tasks"/>.</summary>
    internal int Threads => (Tasks + Elements - 1) / Elements;

    /// <summary>Runs at a time in each job of the array.</summary>
    internal int RunsAtATime => Math.Max(1, Threads / RunParts);

    private int TogetherAtMost => Math.Clamp(RunParts, 1, NodeProcessors ?? RunParts);
}
