namespace Simulator.Messages;

/// <summary>A complaint that may be answered.</summary>
/// <param name="Complainer">Index of the person.</param>
/// <param name="Day">Day on which it was made.</param>
/// <param name="Ordinal">Number among the voices of this person and day.</param>
/// <param name="VoiceIndex">Index of its public voice, or −1 for a private one.</param>
internal readonly record struct Complaint(int Complainer, int Day, int Ordinal, int VoiceIndex);
