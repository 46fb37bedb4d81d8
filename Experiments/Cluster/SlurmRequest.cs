namespace Experiments.Cluster;

/// <summary>What is asked of Slurm for an experiment.</summary>
internal sealed record SlurmRequest
{
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

    /// <summary>Memory of a run, bytes; 0 means that nothing particular is asked for.</summary>
    public long RunBytes { get; init; }

    /// <summary>Jobs of the array: one a node where nodes are given, else one a task.</summary>
    internal int Elements => Math.Min(Nodes ?? Tasks, Tasks);

    /// <summary>Processors of each job of the array; together at least <see cref="Tasks"/>.</summary>
    internal int Threads => (Tasks + Elements - 1) / Elements;
}
