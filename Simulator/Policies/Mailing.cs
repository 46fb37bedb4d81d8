namespace Simulator.Policies;

/// <summary>A run of messages in the outbox that share everything but the person, in rising order of people: nobody is in a mailing twice.</summary>
/// <param name="Letter">What is sent.</param>
/// <param name="Start">Index of the first person in the outbox.</param>
/// <param name="End">Index after the last person.</param>
internal readonly record struct Mailing(Letter Letter, int Start, int End);
