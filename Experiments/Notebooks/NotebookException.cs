namespace Experiments.Notebooks;

/// <summary>What a cell asked for cannot be done; the message says why, and what to do.</summary>
/// <param name="message">A finished sentence.</param>
/// <param name="cause">What it was caused by; may be null.</param>
public sealed class NotebookException(string message, Exception? cause = null) : Exception(message, cause);
