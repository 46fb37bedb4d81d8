namespace Experiments.Designs;

/// <summary>A factor is varied only where another one has certain values.</summary>
/// <param name="Path">Dotted path of the other factor.</param>
/// <param name="Values">The values, as an experiment file writes them.</param>
internal sealed record Condition(string Path, IReadOnlyList<string> Values);
