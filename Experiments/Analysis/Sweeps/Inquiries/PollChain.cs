namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>From what followers feel to what an opt-in poll says.</summary>
/// <param name="Annoyed">Share of readings that annoy.</param>
/// <param name="Followers">Negative share of a poll of followers drawn at random.</param>
/// <param name="Frame">What asking outsiders adds.</param>
/// <param name="Selection">What self-selection adds.</param>
/// <param name="Published">Negative share of the poll as it was taken.</param>
/// <param name="Outsiders">Share of answers from outsiders.</param>
internal sealed record PollChain(Interval Annoyed, Interval Followers, Attribution Frame, Attribution Selection, Interval Published, double Outsiders)
{
    /// <summary>The chain; null where a poll is missing.</summary>
    /// <param name="polls">Negative shares: followers at random; with outsiders; with self-selection; with both.</param>
    /// <param name="annoyed">Readings that annoy.</param>
    /// <param name="read">Readings.</param>
    /// <param name="outsiders">Share of answers from outsiders in the poll as it was taken.</param>
    internal static PollChain? Of(ReplicateSample[] polls, ReplicateSample annoyed, ReplicateSample read, double outsiders) =>
        VoiceChain.Share(annoyed, read) is { } felt
        && polls[0].Interval is { } followers
        && polls[3].Interval is { } published
        && Attribution.Of(polls[0], polls[1], polls[2], polls[3]) is { } frame
        && Attribution.Of(polls[0], polls[2], polls[1], polls[3]) is { } selection
            ? new PollChain(felt, followers, frame, selection, published, outsiders)
            : null;
}
