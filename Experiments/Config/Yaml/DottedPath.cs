using System.Globalization;

namespace Experiments.Config.Yaml;

/// <summary>A path such as <c>policies.weekly.sends[0].every</c>: keys, indices of lists, and names of list items.</summary>
/// <param name="steps">The steps from the root.</param>
internal sealed class DottedPath(IReadOnlyList<PathStep> steps)
{
    internal IReadOnlyList<PathStep> Steps { get; } = steps;

    /// <summary>Reads a path.</summary>
    /// <returns>Null when it is not one: an empty part, a bracket without a number.</returns>
    internal static DottedPath? Parse(string text)
    {
        var steps = new List<PathStep>();
        foreach (string part in text.Split('.'))
        {
            string[] pieces = part.Split('[');
            if (pieces[0].Trim().Length == 0 || pieces[0].Contains(']'))
            {
                return null;
            }

            steps.Add(new PathStep(pieces[0].Trim(), null));
            foreach (string piece in pieces.Skip(1))
            {
                if (!piece.EndsWith(']') || !int.TryParse(piece[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int index))
                {
                    return null;
                }

                steps.Add(new PathStep("", index));
            }
        }

        return new DottedPath(steps);
    }

    /// <summary>The same path one group further down.</summary>
    internal DottedPath Below(string key) => new([new PathStep(key, null), .. Steps]);

    /// <inheritdoc/>
    public override string ToString() => Text(Steps);

    internal static string Text(IEnumerable<PathStep> steps) =>
        string.Concat(steps.Select((step, position) => step.Index is { } index ? $"[{index}]" : position == 0 ? step.Key : "." + step.Key));

    /// <summary>The deepest node on the way to this path.</summary>
    /// <returns>The node, and how many steps of the path led to it.</returns>
    internal (Node Node, int Steps) Find(Node root)
    {
        Node node = root;
        for (int step = 0; step < Steps.Count; step++)
        {
            Node? next = (node, Steps[step]) switch
            {
                (MappingNode group, { Index: null } wanted) => group[wanted.Key],
                (ListNode list, { Index: { } index }) when index < list.Items.Count => list.Items[index],
                (ListNode list, { Index: null } wanted) when list.IndexOf(wanted.Key) is >= 0 and int index => list.Items[index],
                _ => null,
            };
            if (next is null)
            {
                return (node, step);
            }

            node = next;
        }

        return (node, Steps.Count);
    }
}
