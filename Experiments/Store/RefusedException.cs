namespace Experiments.Store;

/// <summary>Nothing was run and nothing overwritten; the message says why and what to do.</summary>
internal sealed class RefusedException(string message, Exception? cause = null) : Exception(message, cause);
