namespace Simulator.Tests.Cluster;

/// <summary>The tests that share the one cluster; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class SlurmCluster : ICollectionFixture<SlurmOnLoopback>
{
    /// <summary>Name of the collection.</summary>
    internal const string Name = "Slurm on loopback";
}
