using Simulator.Messages;

namespace Simulator.Policies;

/// <summary>One text of one offer of a message, on its way.</summary>
/// <param name="Message">The message.</param>
/// <param name="Offer">Number of the offer, from 0.</param>
/// <param name="Copy">Text variant.</param>
/// <param name="Reached">Chance that it arrives.</param>
/// <param name="Cap">Frequency cap, looked at when it is delivered: earlier messages of the same day count.</param>
internal readonly record struct Letter(Message Message, int Offer, int Copy, double Reached, FrequencyCap? Cap);
