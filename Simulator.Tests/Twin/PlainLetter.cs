using Simulator.Messages;
using Simulator.Policies;

namespace Simulator.Tests.Twin;

/// <summary>One message on its way to one person.</summary>
/// <param name="Person">Index of the person.</param>
/// <param name="Message">The message.</param>
/// <param name="Offer">Number of the offer.</param>
/// <param name="Copy">Text variant.</param>
/// <param name="Share">Chance that it arrives.</param>
/// <param name="Cap">Frequency cap; null means none.</param>
/// <param name="Mailing">Number of the mailing of the day; part of the address of its draws.</param>
internal sealed record PlainLetter(int Person, Message Message, int Offer, int Copy, double Share, FrequencyCap? Cap, int Mailing);
