namespace Experiments.Images;

/// <summary>The browser drew nothing; the message says what it said and what to do.</summary>
internal sealed class BrowserFailedException(string message) : Exception(message);
