using Experiments.Analysis.Findings;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>How can hardly anyone complain and most of a poll disapprove?</summary>
internal static class FilterFinding
{
    internal const string VoiceId = "voice";

    internal const string PollId = "poll-steps";

    /// <summary>The answer to the whole question, then one finding a chain.</summary>
    internal static IEnumerable<Finding?> Of(SweepResults results)
    {
        if (FilterInquiry.Of(results) is { } inquiry)
        {
            yield return inquiry is { Voice: { } voice, Poll: { } poll } ? Whole(voice, poll) : null;
            yield return inquiry.Voice is { } chain ? OfVoice(chain) : null;
            yield return inquiry.Poll is { } answers ? OfPoll(answers) : null;
        }
    }

    private static Finding Whole(VoiceChain voice, PollChain poll) => new(
        "filters",
        $"Nearly all annoyance is swallowed ({Percent(voice.Heard)} complain), and outsiders fill the poll ({Percent(poll.Published)} disapprove): one population does both",
        $"One population does both. {Percent(voice.Annoyed)} of the messages are read and annoy, {Percent(voice.AnnoyedOfReadings)} of those that are read. The mailbox shows less, because {Percent(voice.HeardOfAnnoyed.Times(-1).Plus(1))} of the annoyed say nothing: {Percent(voice.Heard)} of the messages draw a complaint. "
        + $"The poll shows more, because it asks another question, of other people: followers drawn at random would be negative in {Percent(poll.Followers)} of answers, {Larger(poll)}. The poll as taken is negative in {Percent(poll.Published)}. Neither figure measures what followers feel; complaints lie far below it, the poll above it.");

    private static string Larger(PollChain poll)
    {
        (string one, Interval more, string other, Interval less) = poll.Frame.Shapley.Mean >= poll.Selection.Shapley.Mean
            ? ("asking outsiders", poll.Frame.Shapley, "self-selection", poll.Selection.Shapley)
            : ("self-selection", poll.Selection.Shapley, "asking outsiders", poll.Frame.Shapley);
        string rest = less.SideOf(0) == 1 ? $"{other} {Points(less)}" : $"{other} nothing that shows";
        return $"{one} adds {Points(more)} and {rest}";
    }

    private static Finding OfVoice(VoiceChain voice) => new(
        VoiceId,
        $"Of 100 annoyed readers {Wording.Number(Math.Round(voice.HeardOfAnnoyed.Mean * 100, 2))} complain; if nobody swallowed it, {Percent(voice.Loud)} of the messages would draw a complaint instead of {Percent(voice.Heard)}",
        $"From feeling to complaint: of the messages sent, {Wording.PercentEstimate(voice.Read)} are read and {Wording.PercentEstimate(voice.Annoyed)} are read and annoy. {Wording.PercentEstimate(voice.Heard)} draw a complaint (published: {Wording.Number(EvidencePattern.CaseComplaints)} of about {Wording.Number(EvidencePattern.CaseMessages)}, {Wording.Percent(EvidencePattern.CaseComplaints / EvidencePattern.CaseMessages)}), one for {Wording.Number(Math.Round(1 / voice.HeardOfAnnoyed.Mean))} annoyed readings. "
        + $"If nobody swallowed annoyance, so that everyone spoke with a chance as high as the annoyance is strong, {Wording.PercentEstimate(voice.Loud)} would, {Wording.Number(Math.Round(voice.Loud.Mean / voice.Heard.Mean))} times as many.");

    private static Finding OfPoll(PollChain poll) => new(
        PollId,
        $"The poll’s {Percent(poll.Published)}: {Percent(poll.Followers)} of followers asked at random, {Signed(poll.Frame.Shapley)} points from outsiders, {Signed(poll.Selection.Shapley)} from self-selection",
        $"From feeling to poll: {Wording.PercentEstimate(poll.Annoyed)} of readings annoy. Asked at random whether the message was spam, followers who read it say yes in {Wording.PercentEstimate(poll.Followers)}. To call a message spam is not to be annoyed by it: annoyance begins where it goes beyond what a person tolerates. "
        + $"Taking {Wording.Percent(poll.Outsiders)} of the answers from outsiders adds {Step(poll.Frame)}; self-selection of the annoyed adds {Step(poll.Selection)}. The two interact, so each figure is the mean of both orders (Shapley). Together they give {Wording.PercentEstimate(poll.Published)}; published were 54 of 65, {Wording.Percent(EvidencePattern.CasePollNegative)}.");

    private static string Step(Attribution step) =>
        $"{Estimate(step.Shapley)} points ({Signed(step.First)} when it comes first, {Signed(step.Last)} when it comes last)";

    private static string Estimate(Interval points) => Wording.Estimate(points.Times(100));

    private static string Points(Interval points) => $"{Wording.Glance(points.Times(100))} points";

    private static string Signed(Interval points) => (points.Mean > 0 ? "+" : "") + Wording.Glance(points.Times(100));

    private static string Percent(Interval share) => share.Mean is > 0.9 and < 1 ? Wording.Percent(share.Mean) : Wording.Glance(share, percent: true);
}
