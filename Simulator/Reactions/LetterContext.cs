using Simulator.Messages;

namespace Simulator.Reactions;

/// <summary>What all recipients of a mailing share.</summary>
/// <param name="Message">The message.</param>
/// <param name="Offer">Who bought the offer; null without one.</param>
/// <param name="Copy">Who read the copy; null when it is written anew.</param>
/// <param name="Tally">The sender's count.</param>
/// <param name="StrangerLogit">Spamminess on the logit scale to a stranger without consent or memory.</param>
internal readonly record struct LetterContext(Message Message, BitColumn? Offer, BitColumn? Copy, Tally Tally, double StrangerLogit);
