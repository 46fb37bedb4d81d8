namespace Simulator.Ledgers;

/// <summary>Something that happened to a person.</summary>
/// <param name="Day">The day, from 0.</param>
/// <param name="What">What happened, in the terms of the ledger.</param>
/// <param name="Spamminess">s, how spam-like the message felt, 0–1; null where no message was read.</param>
/// <param name="Annoyance">e, how far that is beyond what the person tolerates, 0–1; null where no message was read.</param>
public readonly record struct DiaryEntry(int Day, Flow What, double? Spamminess = null, double? Annoyance = null);
