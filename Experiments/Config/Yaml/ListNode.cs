namespace Experiments.Config.Yaml;

/// <summary>A list.</summary>
/// <param name="at">Where it begins.</param>
/// <param name="items">The items.</param>
internal sealed class ListNode(Place at, IReadOnlyList<Node> items) : Node(at)
{
    internal IReadOnlyList<Node> Items { get; } = items;

    internal override long Size { get; } = 1 + items.Sum(item => item.Size);

    internal override string Found => "a list";

    /// <summary>Index of the item whose key <c>name</c> has this value; −1 if there is none.</summary>
    internal int IndexOf(string name)
    {
        for (int index = 0; index < Items.Count; index++)
        {
            if (NameOf(Items[index]) == name)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Names of the items that have one.</summary>
    internal IEnumerable<string> Names() => Items.Select(NameOf).OfType<string>();

    internal override IEnumerable<Place> Places() => [At, .. Items.SelectMany(item => item.Places())];

    private static string? NameOf(Node item) => item is MappingNode group && group["name"] is ScalarNode name ? name.Text : null;
}
