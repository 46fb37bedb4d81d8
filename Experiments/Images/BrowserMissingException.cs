namespace Experiments.Images;

/// <summary>No browser draws; the message says what to install.</summary>
internal sealed class BrowserMissingException(string message) : Exception(message);
