namespace Experiments.Reports;

/// <summary>Something a reader of a result folder must know before believing it.</summary>
/// <param name="Text">What it is, what it means and what to do, in sentences.</param>
/// <param name="Command">What to type for it; null when there is no one command.</param>
internal sealed record Remark(string Text, string? Command = null);
