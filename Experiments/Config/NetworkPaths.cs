using Experiments.Config.Yaml;

namespace Experiments.Config;

/// <summary>
/// Paths of edge lists and of ensembles, wherever a tree names one. They are relative to the file they are written in (on the command line: to the
/// current folder), so they must be made absolute before trees are merged and before a resolved file is written elsewhere.
/// </summary>
internal static class NetworkPaths
{
    /// <summary>The key that names an ensemble.</summary>
    internal const string Ensemble = "ensemble";

    /// <summary>The key that names an edge list.</summary>
    private const string Network = "network";

    /// <summary>The tree with absolute paths.</summary>
    internal static MappingNode Absolute(MappingNode root) => (MappingNode)Map(root, (_, name) => Path.GetFullPath(name.Text, Folder(name.At)));

    /// <summary>The tree with every such text exchanged.</summary>
    internal static Node Map(Node node, Func<string, ScalarNode, string> exchange) => node switch
    {
        MappingNode group => new MappingNode(group.At, [.. group.Entries.Select(entry => entry with
        {
            Value = Named(entry.Key) is { } key && entry.Value is ScalarNode { IsText: true, Text.Length: > 0 } name
                ? new ScalarNode(name.At, exchange(key, name), plain: false)
                : Map(entry.Value, exchange),
        })]),
        ListNode list => new ListNode(list.At, [.. list.Items.Select(item => Map(item, exchange))]),
        _ => node,
    };

    /// <summary>Which of the two a key names, alone or at the end of a dotted path; null for all others.</summary>
    private static string? Named(string key) => new[] { Network, Ensemble }.FirstOrDefault(name => key == name || key.EndsWith("." + name, StringComparison.Ordinal));

    private static string Folder(Place at) => at.Line == 0 ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(at.File))!;
}
