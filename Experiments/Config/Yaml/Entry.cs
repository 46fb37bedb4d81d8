namespace Experiments.Config.Yaml;

/// <summary>A key of a group with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="At">Where the key is written.</param>
/// <param name="Value">Its value.</param>
internal sealed record Entry(string Key, Place At, Node Value);
