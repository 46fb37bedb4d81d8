using Experiments.Config.Yaml;

namespace Experiments.Config;

/// <summary>What has to be set in one complete tree to get another.</summary>
internal static class TreeDifference
{
    /// <summary>Dotted paths and values, as deep as they go; list items by name where their names tell them apart.</summary>
    internal static IEnumerable<(string Path, Node Value)> Of(Node from, Node to, string path = "") => (from, to) switch
    {
        (MappingNode old, MappingNode changed) => changed.Entries.SelectMany(entry => old[entry.Key] is { } before
            ? Of(before, entry.Value, Child(path, entry.Key))
            : [(Child(path, entry.Key), entry.Value)]),
        (ListNode old, ListNode changed) when Comparable(old, changed) => OfItems(old, changed, path),
        _ when YamlText.Line(from) == YamlText.Line(to) => [],
        _ => [(path, to)],
    };

    private static bool Comparable(ListNode old, ListNode changed) =>
        old.Items.Count == changed.Items.Count && old.Items.Concat(changed.Items).All(item => item is MappingNode);

    private static IEnumerable<(string Path, Node Value)> OfItems(ListNode old, ListNode changed, string path)
    {
        string[] names = [.. changed.Names()];
        bool told = names.Length == changed.Items.Count && names.Distinct().Count() == names.Length && names.SequenceEqual(old.Names());
        return changed.Items.SelectMany((item, index) => Of(old.Items[index], item, told ? Child(path, names[index]) : $"{path}[{index}]"));
    }

    private static string Child(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
