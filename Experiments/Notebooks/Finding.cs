namespace Experiments.Notebooks;

/// <summary>What the results of an experiment say about one question, in sentences computed from them.</summary>
/// <param name="Id">Which question: a short key.</param>
/// <param name="Title">The finding in one line.</param>
/// <param name="Text">The finding in full, with intervals.</param>
public sealed record Finding(string Id, string Title, string Text);
