namespace Experiments.Config.Yaml;

/// <summary>Sets a value deep in a tree, making the groups on the way that are not there yet.</summary>
internal static class TreeEdit
{
    /// <summary>The tree with a value set; a group is laid over a group, everything else is replaced.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="path">Where.</param>
    /// <param name="at">Where the path is written.</param>
    /// <param name="value">What.</param>
    /// <param name="problem">Why it cannot be done; null when it was done.</param>
    internal static Node Set(Node root, DottedPath path, Place at, Node value, out string? problem)
    {
        problem = null;
        return Set(root, path, 0, at, value, ref problem);
    }

    private static Node Set(Node? node, DottedPath path, int done, Place at, Node value, ref string? problem)
    {
        if (done == path.Steps.Count)
        {
            return node is MappingNode below && value is MappingNode above ? below.Under(above) : value;
        }

        PathStep step = path.Steps[done];
        switch (node)
        {
            case MappingNode group when step.Index is null:
                return group.With(new Entry(step.Key, at, Set(group[step.Key], path, done + 1, at, value, ref problem)));
            case null or ScalarNode { IsNull: true } when step.Index is null:
                return new MappingNode(at, [new Entry(step.Key, at, Set(null, path, done + 1, at, value, ref problem))]);
            case ListNode list:
                int index = step.Index ?? list.IndexOf(step.Key);
                if (index < 0 || index >= list.Items.Count)
                {
                    problem = Missing(list, step, DottedPath.Text(path.Steps.Take(done)));
                    return list;
                }

                Node item = Set(list.Items[index], path, done + 1, at, value, ref problem);
                return new ListNode(list.At, [.. list.Items.Select((old, position) => position == index ? item : old)]);
            default:
                problem = $"'{DottedPath.Text(path.Steps.Take(done))}' is {node?.Found ?? "not a list in this file"}; nothing below it can be set.";
                return node ?? value;
        }
    }

    private static string Missing(ListNode list, PathStep step, string path)
    {
        string size = list.Items.Count switch
        {
            0 => $"'{path}' is empty",
            1 => $"'{path}' has one item, [0]",
            int count => $"'{path}' has {count} items, [0] to [{count - 1}]",
        };
        return step.Index is { } index
            ? $"there is no item [{index}]; {size}."
            : $"there is no item named '{step.Key}'{NearestName.Hint(step.Key, list.Names())}";
    }
}
