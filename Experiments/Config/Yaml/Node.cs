namespace Experiments.Config.Yaml;

/// <summary>A part of a YAML file that remembers where it is written. Nodes never change, so an alias may share one.</summary>
/// <param name="at">Where it begins.</param>
internal abstract class Node(Place at)
{
    /// <summary>Where it begins.</summary>
    internal Place At { get; } = at;

    /// <summary>Nodes in this part, itself included and aliases followed: what walking it costs.</summary>
    internal abstract long Size { get; }

    /// <summary>What it is, for messages: "a list", "a group of keys", or the text in quotes.</summary>
    internal abstract string Found { get; }

    /// <summary>The places of this node and of everything in it.</summary>
    internal abstract IEnumerable<Place> Places();
}
