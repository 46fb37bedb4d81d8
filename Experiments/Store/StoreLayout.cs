namespace Experiments.Store;

/// <summary>What a store holds once it is complete: the store knows no scenario and no policy, only their names.</summary>
internal sealed record StoreLayout
{
    /// <summary>Hash of the resolved experiment, hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Seed of all draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Replicates that every point and policy surely gets.</summary>
    public required int Replicates { get; init; }

    /// <summary>Most replicates that a point and policy may get.</summary>
    public required int MostReplicates { get; init; }

    /// <summary>The points; the one at index i has number i.</summary>
    public required IReadOnlyList<StoredPoint> Points { get; init; }

    /// <summary>Dotted paths whose values differ between points, each once, in the order in which they first appear.</summary>
    public required IReadOnlyList<string> VariedPaths { get; init; }

    /// <summary>All policies, each once, in the order in which they first appear: the silent one first.</summary>
    public required IReadOnlyList<string> Policies { get; init; }

    /// <summary>Numbers of days after which results are kept run by run, ascending.</summary>
    public IReadOnlyList<int> Horizons { get; init; } = [];

    /// <summary>Whether statistics of every day are kept.</summary>
    public bool KeepsDays { get; init; } = true;

    /// <summary>Policies summed over all points.</summary>
    public required long Series { get; init; }

    /// <summary>Runs of the whole experiment, at least.</summary>
    public long Runs => Series * Replicates;

    /// <summary>Runs of the whole experiment, at most.</summary>
    public long MostRuns => Series * MostReplicates;
}
