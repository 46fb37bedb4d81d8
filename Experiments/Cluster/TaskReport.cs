namespace Experiments.Cluster;

/// <summary>What a task says of itself. Times are lengths measured by one clock, never differences between the clocks of two machines.</summary>
internal sealed record TaskReport
{
    /// <summary>The task.</summary>
    public required string Task { get; init; }

    /// <summary>The machine it runs on.</summary>
    public required string Host { get; init; }

    /// <summary>Number of the round it works on.</summary>
    public required int Round { get; init; }

    /// <summary>Runs at a time: one a thread, but for audiences of millions.</summary>
    public required int RunsAtATime { get; init; }

    /// <summary>Where it stands.</summary>
    public TaskState State { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Message { get; init; }

    /// <summary>Units done: replicates of all policies in question.</summary>
    public long Units { get; init; }

    /// <summary>Shards done and in place.</summary>
    public int Shards { get; init; }

    /// <summary>Time spent on units, summed over runs at a time, seconds.</summary>
    public double UnitSeconds { get; init; }

    /// <summary>Time since the task started, seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Seconds by which the machine's clock is ahead of that of the file system; negative when it is behind.</summary>
    public double ClockAhead { get; init; }
}
