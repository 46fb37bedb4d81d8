using Simulator.Ledgers;
using Simulator.Reactions;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>From what followers feel to what the sender hears and what a poll says.</summary>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Voice">From feeling to complaint; null when the chance to speak is not varied up to 1.</param>
/// <param name="Poll">From feeling to poll; null when frame and self-selection are not both varied.</param>
internal sealed record FilterInquiry(string Policy, VoiceChain? Voice, PollChain? Poll)
{
    /// <summary>The outcomes it reads.</summary>
    internal static IReadOnlyList<Metric> Needs { get; } = [Metric.Sent, Metric.Read, Metric.Annoyed, Metric.Complaints, Metric.PollNegativeShare];

    private const string Speak = "scenario.reactions.complain";
    private const string Asked = "scenario.poll.followerShare";
    private const string Pull = "scenario.poll.pull";

    /// <summary>The inquiry; null when neither chain can be drawn or something else is varied too.</summary>
    internal static FilterInquiry? Of(SweepResults results)
    {
        if (results.Factors.Any(factor => factor.Path is not (Speak or Asked or Pull)))
        {
            return null;
        }

        var poll = new Poll();
        var written = new Dictionary<string, double> { [Speak] = new ReactionRates().Complain, [Asked] = poll.FollowerShare, [Pull] = poll.Pull };
        SweepPoint? At(params (string Path, double Level)[] changes)
        {
            var wanted = new Dictionary<string, double>(written);
            foreach ((string path, double level) in changes)
            {
                wanted[path] = level;
            }

            return results.Points.FirstOrDefault(point => results.Factors.Index().All(factor => Math.Abs((point.Values[factor.Index].Number ?? double.NaN) - wanted[factor.Item.Path]) < 1e-9));
        }

        string policy = results.Subject;
        ReplicateSample Of(SweepPoint? point, Metric metric) => point is null ? new ReplicateSample([]) : results.Runs.Of(point.Index, policy, metric);
        VoiceChain? voice = VoiceChain.Of(metric => Of(At(), metric), metric => Of(At((Speak, 1)), metric));
        SweepPoint?[] polls = [At((Asked, 1), (Pull, 0)), At((Pull, 0)), At((Asked, 1)), At()];
        PollChain? answers = PollChain.Of([.. polls.Select(point => Of(point, Metric.PollNegativeShare))], Of(At(), Metric.Annoyed), Of(At(), Metric.Read), 1 - written[Asked]);
        return voice is null && answers is null ? null : new FilterInquiry(policy, voice, answers);
    }
}
