namespace Experiments.Config.Yaml;

/// <summary>A step of a dotted path: a key (or the name of a list item), or an index.</summary>
/// <param name="Key">The key or name; empty with an index.</param>
/// <param name="Index">The index, from 0.</param>
internal readonly record struct PathStep(string Key, int? Index);
