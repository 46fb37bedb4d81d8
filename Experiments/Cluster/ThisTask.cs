namespace Experiments.Cluster;

/// <summary>Which of many tasks this process is: what Slurm tells it, or its machine and number where nobody does.</summary>
internal static class ThisTask
{
    /// <summary>A name no other task has; a task that was requeued has the one it had before.</summary>
    internal static string Name { get; } = Variable("SLURM_ARRAY_JOB_ID") is { } job && Variable("SLURM_ARRAY_TASK_ID") is { } task
        ? $"{job}_{task}"
        : $"{Environment.MachineName}-{Environment.ProcessId}";

    /// <summary>Whether it is one of an array that Slurm runs.</summary>
    internal static bool IsOfArray { get; } = Variable("SLURM_ARRAY_TASK_ID") is not null;

    /// <summary>Its number among all, from 0; 0 where there is no array.</summary>
    internal static int Number { get; } = Math.Max(0, (Count("SLURM_ARRAY_TASK_ID") ?? 1) - 1);

    /// <summary>Tasks in all; 1 where there is no array.</summary>
    internal static int TaskCount { get; } = Count("SLURM_ARRAY_TASK_COUNT") ?? 1;

    /// <summary>The machine it runs on: Slurm's name of the node, where there is one.</summary>
    internal static string Host { get; } = Variable("SLURMD_NODENAME") ?? Environment.MachineName;

    /// <summary>Memory that Slurm gave the task, bytes; null where it does not say.</summary>
    internal static long? Memory { get; } = Count("SLURM_MEM_PER_NODE") is { } megabytes and > 0 ? (long)megabytes << 20
        : Count("SLURM_MEM_PER_CPU") is { } perProcessor and > 0 ? ((long)perProcessor << 20) * (Count("SLURM_CPUS_ON_NODE") ?? 1)
        : null;

    private static int? Count(string name) => int.TryParse(Variable(name), out int number) ? number : null;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
