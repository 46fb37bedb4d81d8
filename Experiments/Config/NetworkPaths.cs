using Experiments.Config.Yaml;

namespace Experiments.Config;

/// <summary>
/// Paths of edge lists, wherever a tree names one. They are relative to the file they are written in (on the command line: to the
/// current folder), so they must be made absolute before trees are merged and before a resolved file is written elsewhere.
/// </summary>
internal static class NetworkPaths
{
    /// <summary>The key that names an edge list, alone or at the end of a dotted path.</summary>
    private const string Key = "network";

    /// <summary>The tree with absolute paths.</summary>
    internal static MappingNode Absolute(MappingNode root) => (MappingNode)Map(root, name => Path.GetFullPath(name.Text, Folder(name.At)));

    /// <summary>The tree with every such text exchanged.</summary>
    internal static Node Map(Node node, Func<ScalarNode, string> exchange) => node switch
    {
        MappingNode group => new MappingNode(group.At, [.. group.Entries.Select(entry => entry with
        {
            Value = IsNetwork(entry.Key) && entry.Value is ScalarNode { IsText: true, Text.Length: > 0 } name
                ? new ScalarNode(name.At, exchange(name), plain: false)
                : Map(entry.Value, exchange),
        })]),
        ListNode list => new ListNode(list.At, [.. list.Items.Select(item => Map(item, exchange))]),
        _ => node,
    };

    private static bool IsNetwork(string key) => key == Key || key.EndsWith("." + Key, StringComparison.Ordinal);

    private static string Folder(Place at) => at.Line == 0 ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(at.File))!;
}
