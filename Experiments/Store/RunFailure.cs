namespace Experiments.Store;

/// <summary>Why a run failed.</summary>
/// <param name="Message">The cause in one line.</param>
/// <param name="Detail">Where it happened.</param>
internal sealed record RunFailure(string Message, string Detail);
