namespace Experiments.Designs;

/// <summary>One value of a factor.</summary>
/// <param name="Text">The value as an experiment file writes it.</param>
/// <param name="Number">The value as a number; null for a text or a truth value.</param>
/// <param name="With">Values of other paths that go along with it, by dotted path.</param>
internal sealed record Level(string Text, double? Number, IReadOnlyDictionary<string, string> With);
