namespace Experiments.Analysis.Findings;

/// <summary>What the results say about one question, in sentences computed from them.</summary>
/// <param name="Id">Which question: a short key.</param>
/// <param name="Title">The finding in one line, fit for the title of a chart; no full stop.</param>
/// <param name="Text">The finding in full, with intervals.</param>
internal sealed record Finding(string Id, string Title, string Text);
