namespace Simulator.Policies;

/// <summary>A run of messages in the outbox that share everything but the person.</summary>
/// <param name="Letter">What is sent.</param>
/// <param name="Start">Index of the first person in the outbox.</param>
/// <param name="End">Index after the last person.</param>
/// <param name="IsAscending">Whether indices only rise, so that nobody is in it twice.</param>
internal readonly record struct Mailing(Letter Letter, int Start, int End, bool IsAscending);
