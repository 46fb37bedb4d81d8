namespace Experiments.Config.Yaml;

/// <summary>A group of keys, in the order of the file.</summary>
/// <param name="at">Where it begins.</param>
/// <param name="entries">The keys with their values; no key twice.</param>
internal sealed class MappingNode(Place at, IReadOnlyList<Entry> entries) : Node(at)
{
    internal IReadOnlyList<Entry> Entries { get; } = entries;

    internal override long Size { get; } = 1 + entries.Sum(entry => entry.Value.Size);

    internal override string Found => "a group of keys";

    internal Node? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    internal override IEnumerable<Place> Places() =>
        [At, .. Entries.SelectMany(entry => entry.Value.Places().Prepend(entry.At))];

    /// <summary>The same group with one key set, in its old position if it had one.</summary>
    internal MappingNode With(Entry added) => new(
        At,
        Entries.Any(entry => entry.Key == added.Key)
            ? [.. Entries.Select(entry => entry.Key == added.Key ? added : entry)]
            : [.. Entries, added]);

    /// <summary>The same group without a key.</summary>
    internal MappingNode Without(string key) => new(At, [.. Entries.Where(entry => entry.Key != key)]);

    /// <summary>This group with another laid over it: groups merge key by key, everything else is replaced.</summary>
    internal MappingNode Under(MappingNode over)
    {
        MappingNode merged = new(over.At, Entries);
        foreach (Entry entry in over.Entries)
        {
            merged = merged[entry.Key] is MappingNode mine && entry.Value is MappingNode theirs
                ? merged.With(entry with { Value = mine.Under(theirs) })
                : merged.With(entry);
        }

        return merged;
    }
}
