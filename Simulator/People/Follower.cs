namespace Simulator.People;

/// <summary>The lasting traits of one person. A sender sees none of them but the reach.</summary>
/// <param name="Index">Index of the person in the audience, from 0, in the order in which people came.</param>
/// <param name="Segment">Name of the segment; "followers" where the audience has none.</param>
/// <param name="Relationship">R0, strength of the relationship before anything happens, 0–1.</param>
/// <param name="Trust">T0, trust before anything happens, 0–1.</param>
/// <param name="Tolerance">τ, how spam-like a message may feel before it annoys, 0–1.</param>
/// <param name="Attention">a, chance to read a DM with everything else at its best, 0–1.</param>
/// <param name="Appetite">q, chance that a fully trusting reader buys an offer, 0–1.</param>
/// <param name="Consents">κ, whether this person believes that following is permission to be messaged.</param>
/// <param name="Reach">A, size of the person's own audience, people.</param>
public sealed record Follower(
    int Index, string Segment, double Relationship, double Trust, double Tolerance, double Attention, double Appetite, bool Consents, double Reach);
